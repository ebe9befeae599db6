import { connect } from '../../connection/connect.js'
import { dial } from '../../connection/dial.js'
import { resolve } from '../../connection/resolve.js'
import { secure } from '../../connection/secure.js'
import { ConnectionError } from '../../errors.js'
import { Metadata } from '../../messages/Metadata.js'
import { SaslHandshake } from '../../messages/SaslHandshake.js'
import { milliseconds } from '../terminal.js'
import { examine } from './finding.js'
import type { Connection } from '../../connection/connection.js'
import type { ConnectOptions } from '../../connection/options.js'
import type { MetadataResponse, MetadataResponseBroker } from '../../messages/Metadata.js'
import type { ClientMechanism } from '../../sasl/mechanism.js'
import type { Patient, Remark } from './finding.js'

const UNSUPPORTED_SASL_MECHANISM = 33
const ILLEGAL_SASL_STATE = 34

/** A connection without a login, to see what speaks there. */
export function examineProtocol(patient: Patient, tls: ConnectOptions['tls']): Promise<Connection | undefined> {
  return examine(patient, 'protocol', async (signal) => {
    const connection = await dialled(patient, { tls, sasl: undefined, signal }).catch(async (error: unknown) => {
      throw (await speaksTls(patient, tls, error)) ? tlsExpected(patient, error) : error
    })
    const { size, features } = connection.versions
    const release = features.finalized.find(({ name }) => name === 'metadata.version')
    const level = release ? `, metadata.version ${String(release.max)}` : ''
    return { remark: { found: `Kafka, ${String(size)} APIs${level}` }, result: connection }
  })
}

/** Whether a broker that hung up on a plaintext client, or said nothing, would have talked to one with TLS. */
async function speaksTls(patient: Patient, tls: ConnectOptions['tls'], error: unknown): Promise<boolean> {
  if (tls || !(error instanceof ConnectionError)) return false
  if (!['CONNECTION_CLOSED', 'CONNECTION_RESET', 'CONNECT_TIMEOUT'].includes(error.code)) return false
  const { host, port, timeout } = patient
  const signal = AbortSignal.timeout(timeout)
  try {
    const socket = await dial({ host, port, addresses: await resolve({ host, port }), signal })
    const secured = await secure({ socket, host, port, tls: { rejectUnauthorized: false }, signal })
    secured.destroy()
    return true
  } catch {
    return false
  }
}

function tlsExpected({ host, port }: Patient, cause: unknown): ConnectionError {
  return new ConnectionError('TLS_EXPECTED', `the peer at ${host}:${String(port)} speaks TLS`, {
    cause,
    phase: 'api-versions',
    hint: 'The listener expects TLS (security.protocol SSL or SASL_SSL).',
  })
}

/**
 * Which mechanisms the listener has: those that it names when it is asked for one that does not exist. Ends the connection.
 * Gives the mechanisms that can be tried; undefined if there is none.
 */
export async function examineMechanisms(
  patient: Patient,
  connection: Connection,
): Promise<readonly ClientMechanism[] | undefined> {
  const wanted = wantedMechanisms(patient)
  try {
    return await examine(patient, 'mechanisms', async (signal) => {
      const answer = await connection.send(SaslHandshake, { mechanism: 'OTTLA-DOCTOR' }, { signal })
      const enabled = answer.errorCode === UNSUPPORTED_SASL_MECHANISM ? answer.mechanisms : null
      if (enabled === null && answer.errorCode !== ILLEGAL_SASL_STATE) {
        return {
          remark: {
            verdict: 'warning',
            code: 'UNKNOWN',
            found: `an unexpected answer: error ${String(answer.errorCode)}`,
          },
          result: wanted,
        }
      }
      return judged(wanted, enabled)
    })
  } finally {
    await connection.close()
  }
}

function judged(
  wanted: readonly ClientMechanism[],
  enabled: readonly string[] | null,
): { remark: Remark; result?: readonly ClientMechanism[] } {
  const names = wanted.map(({ name }) => name).join(', ')
  if (enabled === null) {
    if (wanted.length === 0) return { remark: { found: 'none: the listener has no login' }, result: [] }
    const advice =
      'The listener is PLAINTEXT or SSL: connect without SASL (security.protocol), or use the port of its SASL listener.'
    return {
      remark: {
        verdict: 'failed',
        code: 'ILLEGAL_SASL_STATE',
        found: `none: the listener has no login, ${names} cannot be used`,
        advice,
      },
    }
  }
  const list = enabled.join(', ')
  if (wanted.length === 0) {
    const advice = `The listener wants a login with one of ${list}: give --mechanism with --username, or a token.`
    return { remark: { verdict: 'failed', code: 'LOGIN_REQUIRED', found: list, advice } }
  }
  const usable = wanted.filter(({ name }) => enabled.includes(name))
  if (usable.length > 0) return { remark: { found: list }, result: usable }
  const advice = `Use one of those that are enabled, or have ${names} added to sasl.enabled.mechanisms of the listener.`
  return { remark: { verdict: 'failed', code: 'UNSUPPORTED_MECHANISM', found: `${list}, but not ${names}`, advice } }
}

function wantedMechanisms({ options: { sasl } }: Patient): readonly ClientMechanism[] {
  if (sasl === undefined) return []
  return Array.isArray(sasl) ? (sasl as readonly ClientMechanism[]) : [sasl as ClientMechanism]
}

/** The login. */
export function examineLogin(
  patient: Patient,
  mechanisms: readonly ClientMechanism[],
): Promise<Connection | undefined> {
  return examine(patient, 'login', async (signal) => {
    const connection = await dialled(patient, { tls: patient.options.tls, sasl: mechanisms, signal })
    const { session } = connection
    const lifetime = session?.lifetime === undefined ? 'without an end' : `of ${milliseconds(session.lifetime)}`
    return { remark: { found: `${session?.mechanism ?? ''}, session ${lifetime}` }, result: connection }
  })
}

/** The cluster as the broker sees it, asked on a connection that has logged in, or on one that needs no login. */
export function examineMetadata(
  patient: Patient,
  loggedIn: Connection | undefined,
): Promise<readonly MetadataResponseBroker[] | undefined> {
  return examine(patient, 'metadata', async (signal) => {
    const connection = loggedIn ?? (await dialled(patient, { tls: patient.options.tls, sasl: undefined, signal }))
    try {
      return cluster(await connection.send(Metadata, { topics: [] }, { signal }))
    } finally {
      await connection.close()
    }
  })
}

function cluster({ brokers, clusterId, controllerId }: MetadataResponse): {
  remark: Remark
  result?: readonly MetadataResponseBroker[]
} {
  const count = `${String(brokers.length)} ${brokers.length === 1 ? 'broker' : 'brokers'}`
  const found = `cluster ${clusterId ?? 'without an id'}, ${count}`
  if (brokers.length === 0) {
    const advice = 'The broker knows no broker, not even itself: it is starting, or cut off from its controllers.'
    return { remark: { verdict: 'failed', code: 'NO_BROKERS', found, advice } }
  }
  if (controllerId >= 0) return { remark: { found }, result: brokers }
  const advice = 'No controller is known: an election is going on, or the controllers cannot be reached.'
  return { remark: { verdict: 'warning', code: 'NO_CONTROLLER', found, advice }, result: brokers }
}

type Way = Pick<ConnectOptions, 'tls' | 'sasl'> & { readonly signal: AbortSignal }

async function dialled({ host, port, timeout, options }: Patient, way: Way): Promise<Connection> {
  return connect({ ...options, ...way, host, port, connectTimeout: timeout })
}
