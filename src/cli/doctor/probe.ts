import { connect } from '../../connection/connect.js'
import { dial } from '../../connection/dial.js'
import { resolve } from '../../connection/resolve.js'
import { secure } from '../../connection/secure.js'
import { ConnectionError } from '../../errors.js'
import type { Connection } from '../../connection/connection.js'
import type { ConnectOptions } from '../../connection/options.js'
import type { TlsOptions } from '../../connection/secure.js'
import type { Patient } from './finding.js'

type Way = Pick<ConnectOptions, 'tls' | 'sasl'> & { readonly signal: AbortSignal }

/** A connection to the patient, within the limit of a step. */
export async function dialled({ host, port, timeout, options }: Patient, way: Way): Promise<Connection> {
  return connect({ ...options, ...way, host, port, connectTimeout: timeout })
}

/** Why a broker hung up on the first request, or said nothing: found out by trying otherwise. */
export async function betterExplained(error: unknown, patient: Patient, tls: ConnectOptions['tls']): Promise<unknown> {
  if (!(error instanceof ConnectionError)) return error
  if (!['CONNECTION_CLOSED', 'CONNECTION_RESET', 'CONNECT_TIMEOUT'].includes(error.code)) return error
  const { host, port } = patient
  const target = `${host}:${String(port)}`
  if (!tls) {
    if (!(await speaksTls(patient))) return error
    return new ConnectionError('TLS_EXPECTED', `the peer at ${target} speaks TLS`, {
      cause: error,
      phase: 'api-versions',
      hint: 'The listener expects TLS (security.protocol SSL or SASL_SSL).',
    })
  }
  if (typeof tls !== 'object' || !(await wantsAnotherCertificate(patient, tls))) return error
  return new ConnectionError(
    'TLS_CLIENT_CERTIFICATE_REFUSED',
    `${target} wants a client certificate, but not this one`,
    {
      cause: error,
      phase: 'tls',
      hint: "Use one that an authority in the broker's trust store (ssl.truststore) has signed for clients, and that has not ended.",
    },
  )
}

async function speaksTls({ host, port, timeout }: Patient): Promise<boolean> {
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

/** Whether a broker that hangs up on a client certificate says, to a client without, that it must have one. */
async function wantsAnotherCertificate(patient: Patient, tls: TlsOptions): Promise<boolean> {
  if (tls.cert === undefined && tls.pfx === undefined) return false
  const bare = { ...tls, cert: undefined, key: undefined, pfx: undefined }
  try {
    const signal = AbortSignal.timeout(patient.timeout)
    await using connection = await dialled(patient, { tls: bare, sasl: undefined, signal })
    return connection.host === ''
  } catch (error) {
    return error instanceof ConnectionError && error.code === 'TLS_CLIENT_CERTIFICATE_REFUSED'
  }
}
