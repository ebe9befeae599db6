import { AuthenticationError, OttlaError, UsageError } from '../../errors.js'
import type { ClientMechanism, ClientSession, ClientStep, Peer } from '../mechanism.js'
import { missingPeer } from './peers.js'
import { checkOffer, formatChoice } from './security-layer.js'

/** Options of {@link gssapi}. */
export interface GssapiOptions {
  /**
   * The service part of the broker's principal: `kafka` in `kafka/host@REALM`. Default: `kafka`. Kafka, which has no
   * default: `sasl.kerberos.service.name`, or `serviceName` in the JAAS line.
   */
  readonly serviceName?: string
  /** The host part of the broker's principal. Default: the host that is connected to. */
  readonly host?: string
  /** Who logs in, of the tickets in the cache or of the keys in the keytab. Default: the cache's own principal. */
  readonly principal?: string
  /**
   * A file with the principal's keys, to get tickets with. MIT Kerberos takes it from the environment: it is set for the
   * whole process (`KRB5_CLIENT_KTNAME`, and a ticket cache in memory unless `KRB5CCNAME` is set), and there can be only
   * one. Default: none, somebody runs `kinit`.
   */
  readonly keytab?: string
  /** Whether the broker proves itself, too. Java's client does not ask for it. Default: true. */
  readonly mutual?: boolean
}

/** As much of the package `kerberos` as is used here. */
interface Kerberos {
  initializeClient(
    service: string,
    options: { readonly principal?: string; readonly flags: number; readonly mechOID: number },
  ): Promise<KerberosClient>
  readonly GSS_C_MUTUAL_FLAG: number
  readonly GSS_C_SEQUENCE_FLAG: number
  readonly GSS_C_INTEG_FLAG: number
  readonly GSS_MECH_OID_KRB5: number
}

/** All texts are base64. */
interface KerberosClient {
  step(challenge: string): Promise<unknown>
  wrap(message: string, options: { readonly protect: boolean }): Promise<unknown>
  unwrap(challenge: string): Promise<unknown>
  readonly response: string | null
  readonly username: string | null
  readonly contextComplete: boolean
}

const NAME = 'GSSAPI'

/**
 * Logs in with Kerberos (RFC 4752), by the optional peer dependency `kerberos` and the system's Kerberos libraries.
 *
 * Kafka: `sasl.mechanism=GSSAPI` and `Krb5LoginModule`.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) for a service name that is none; when a login begins, `MISSING_PEER` if the package
 * is not installed.
 */
export function gssapi(options: GssapiOptions = {}): ClientMechanism {
  const { serviceName = 'kafka', host, principal, keytab, mutual = true } = options
  for (const [name, value] of Object.entries({ serviceName, host, principal, keytab })) {
    if (value !== undefined && (typeof value !== 'string' || value === '' || value.includes('\0'))) {
      throw new UsageError('INVALID_ARGUMENT', `${NAME}: ${name} must be a text that is not empty`)
    }
  }
  if (/[/@]/.test(serviceName)) {
    const text = `${NAME}: serviceName is only the first part of the principal, without host and realm, not ${serviceName}`
    throw new UsageError('INVALID_ARGUMENT', text)
  }
  return {
    name: NAME,
    start: async (peer: Peer) => {
      const loaded = await import('kerberos').catch(missingPeer('kerberos', 'A login with GSSAPI'))
      const kerberos = loaded.default as Kerberos
      if (keytab !== undefined) useKeytab(keytab)
      const target = `${serviceName}@${host ?? peer.host}`
      const flags = kerberos.GSS_C_SEQUENCE_FLAG | kerberos.GSS_C_INTEG_FLAG | (mutual ? kerberos.GSS_C_MUTUAL_FLAG : 0)
      const client = await attempt(target, () =>
        kerberos.initializeClient(target, {
          ...(principal === undefined ? {} : { principal }),
          flags,
          mechOID: kerberos.GSS_MECH_OID_KRB5,
        }),
      )
      return new GssapiClientSession(client, target)
    },
  }
}

class GssapiClientSession implements ClientSession {
  readonly #client: KerberosClient
  readonly #target: string
  #state: 'tokens' | 'security-layer' | 'complete' | 'failed' = 'tokens'

  constructor(client: KerberosClient, target: string) {
    this.#client = client
    this.#target = target
  }

  async next(challenge: Uint8Array | null): Promise<ClientStep> {
    const state = this.#state
    this.#state = 'failed'
    if (state === 'tokens') return this.#token(challenge ?? new Uint8Array(0))
    if (state === 'security-layer') return this.#chooseNone(challenge ?? new Uint8Array(0))
    throw new AuthenticationError(
      'ILLEGAL_SASL_STATE',
      `Unexpected challenge after a GSSAPI exchange that is ${state}`,
      {
        mechanism: NAME,
        phase: 'sasl-exchange',
      },
    )
  }

  /** Tokens go to and fro until the context stands; without mutual authentication the first one is enough. */
  async #token(challenge: Uint8Array): Promise<ClientStep> {
    await attempt(this.#target, () => this.#client.step(base64(challenge)))
    this.#state = this.#client.contextComplete ? 'security-layer' : 'tokens'
    return { token: Buffer.from(this.#client.response ?? '', 'base64'), done: false }
  }

  async #chooseNone(challenge: Uint8Array): Promise<ClientStep> {
    await attempt(this.#target, () => this.#client.unwrap(base64(challenge)))
    checkOffer(Buffer.from(this.#client.response ?? '', 'base64'))
    // Whom to be: oneself, by the full name. Kafka's server goes by the ticket and does not look at it.
    const choice = formatChoice(this.#client.username ?? '')
    await attempt(this.#target, () => this.#client.wrap(base64(choice), { protect: false }))
    this.#state = 'complete'
    return { token: Buffer.from(this.#client.response ?? '', 'base64'), done: true }
  }
}

/** Kerberos says these of clocks and replays that come right by themselves: Kafka handles them as a network error. */
const PASSING = /not yet valid|is a replay/i

/** What the Kerberos libraries say most, and what is behind it. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [
    /no (kerberos )?credentials|no credentials cache|credentials cache file/i,
    'There is no ticket: run `kinit`, or give `principal` and `keytab`.',
  ],
  [
    /server .*not found|server not found/i,
    'The KDC does not know this service: is `serviceName` right, and is the broker connected to by the host name of its principal?',
  ],
  [/expired/i, 'The ticket has expired: run `kinit` again, or give `principal` and `keytab`.'],
  [/clock skew/i, 'The clocks of this machine, the KDC and the broker differ by more than five minutes.'],
  [
    /cannot (contact|find|resolve).*(kdc|realm)/i,
    'The KDC cannot be reached: see the realms in krb5.conf (KRB5_CONFIG).',
  ],
  [/keytab/i, 'The keytab cannot be read, or has no key of this principal.'],
]

async function attempt<T>(target: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (cause) {
    if (cause instanceof OttlaError) throw cause
    const text = cause instanceof Error ? cause.message : 'it threw no Error'
    const missing = /credentials|keytab/i.test(text)
    const code = missing ? 'CREDENTIALS_UNAVAILABLE' : 'AUTHENTICATION_FAILED'
    throw new AuthenticationError(code, `Kerberos login at ${target} failed: ${text}`, {
      mechanism: NAME,
      phase: 'sasl-exchange',
      cause,
      retriable: PASSING.test(text),
      hint: HINTS.find(([pattern]) => pattern.test(text))?.[1],
    })
  }
}

let processKeytab: string | undefined

function useKeytab(keytab: string): void {
  if (processKeytab !== undefined && processKeytab !== keytab) {
    throw new UsageError(
      'UNSUPPORTED',
      `${NAME}: there can be only one keytab in a process, and ${processKeytab} is in use`,
      {
        hint: 'MIT Kerberos takes it from the environment. Put the keys of all principals into one keytab.',
      },
    )
  }
  processKeytab = keytab
  // eslint-disable-next-line no-restricted-properties -- the only way to give MIT Kerberos a keytab through `kerberos`
  Object.assign(process.env, { KRB5_CLIENT_KTNAME: keytab, KRB5CCNAME: process.env['KRB5CCNAME'] ?? 'MEMORY:ottla' })
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}
