import { AuthenticationError } from '../../errors.js'
import { Metadata } from '../../messages/Metadata.js'
import { SaslHandshake } from '../../messages/SaslHandshake.js'
import { milliseconds } from '../terminal.js'
import { rejectedToken, watched } from './clock.js'
import { examine, remarkOf } from './finding.js'
import { betterExplained, dialled } from './probe.js'
import type { Connection } from '../../connection/connection.js'
import type { ConnectOptions } from '../../connection/options.js'
import type { BrokerVersions } from '../../connection/versions.js'
import type { MetadataResponse, MetadataResponseBroker } from '../../messages/Metadata.js'
import type { ClientMechanism } from '../../sasl/mechanism.js'
import type { Patient, Remark } from './finding.js'

const UNSUPPORTED_SASL_MECHANISM = 33
const ILLEGAL_SASL_STATE = 34

/** A connection without a login, to see what speaks there. */
export function examineProtocol(patient: Patient, tls: ConnectOptions['tls']): Promise<Connection | undefined> {
  return examine(patient, 'protocol', async (signal) => {
    const connection = await dialled(patient, { tls, sasl: undefined, signal }).catch(async (error: unknown) => {
      throw await betterExplained(error, patient, tls)
    })
    try {
      const remark = remarkOnVersions(connection.versions)
      if (remark.verdict !== 'failed') return { remark, result: connection }
      await connection.close()
      return { remark }
    } catch (error) {
      await connection.close()
      throw error
    }
  })
}

/** Of what only a controller does (KIP-631), so that its listener can be told from a broker's. */
const BROKER_REGISTRATION = 62

/** @throws ProtocolError (`UNSUPPORTED_VERSION`) where there is no common language */
function remarkOnVersions(versions: BrokerVersions): Remark {
  const { size, features } = versions
  if (!versions.get(Metadata.key) && versions.get(BROKER_REGISTRATION)) {
    return {
      verdict: 'failed',
      code: 'CONTROLLER_LISTENER',
      found: "a controller's listener, on which clients have nothing to do",
      advice:
        'This is a port of controller.listener.names: take that of a listener in advertised.listeners of the brokers (often 9092).',
    }
  }
  versions.pick(Metadata)
  const release = features.finalized.find(({ name }) => name === 'metadata.version')
  const level = release ? `, metadata.version ${String(release.max)}` : ''
  return { found: `Kafka, ${String(size)} APIs${level}` }
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
      if (!connection.versions.get(SaslHandshake.key)) return judged(wanted, null)
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
        found: `the listener has no login; ${names} cannot be used`,
        advice,
      },
    }
  }
  const list = enabled.join(', ')
  if (wanted.length === 0) {
    const advice = `The listener wants a login with ${list.replace(/, ([^,]*)$/, ' or $1')}: give --username, or a token (security.protocol SASL_SSL or SASL_PLAINTEXT, sasl.mechanism).`
    return { remark: { verdict: 'failed', code: 'LOGIN_REQUIRED', found: `a login is wanted: ${list}`, advice } }
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
  const { options, seen } = patient
  return examine(patient, 'login', async (signal) => {
    const sasl = mechanisms.map((mechanism) => watched(mechanism, seen))
    try {
      const connection = await dialled(patient, { tls: options.tls, sasl, signal })
      const { mechanism = '', lifetime } = connection.session ?? {}
      seen.session = { lifetime, at: Date.now() }
      const principal = seen.claims?.all.sub
      const name = typeof principal === 'string' ? ` as ${principal}` : ''
      return { remark: { found: `${mechanism}${name}` }, result: connection }
    } catch (error) {
      if (!(error instanceof AuthenticationError) || error.code !== 'TOKEN_REJECTED') throw error
      const missesScope = error.tokenError?.status === 'insufficient_scope'
      return { remark: { ...remarkOf(error), ...(!missesScope && rejectedToken(seen.claims, Date.now())) } }
    }
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

function cluster({ brokers, clusterId, controllerId, throttleTimeMs }: MetadataResponse): {
  remark: Remark
  result?: readonly MetadataResponseBroker[]
} {
  const count = `${String(brokers.length)} ${brokers.length === 1 ? 'broker' : 'brokers'}`
  const found = `cluster ${clusterId ?? 'without an id'}, ${count}`
  if (brokers.length === 0) {
    const advice = 'The broker knows no broker, not even itself: it is starting, or cut off from its controllers.'
    return { remark: { verdict: 'failed', code: 'NO_BROKERS', found, advice } }
  }
  if (throttleTimeMs > 0) {
    const advice = `The broker asks this client to wait ${milliseconds(throttleTimeMs)} before its next request: it is over its quota. Raise the quota of this user and client id (kafka-configs --describe), or find out what else runs under them.`
    return { remark: { verdict: 'warning', code: 'THROTTLED', found, advice }, result: brokers }
  }
  if (controllerId >= 0) return { remark: { found }, result: brokers }
  const advice = 'No controller is known: an election is going on, or the controllers cannot be reached.'
  return { remark: { verdict: 'warning', code: 'NO_CONTROLLER', found, advice }, result: brokers }
}
