import { AuthenticationError, UsageError } from '../../errors.js'
import { authenticated } from '../authenticated.js'
import { SaslRefusal } from '../mechanism.js'
import type { ServerMechanism, ServerSession, ServerStep } from '../mechanism.js'
import { GssError, gssAcceptor } from './libgssapi.js'
import type { GssAcceptor, GssContext } from './libgssapi.js'
import { kerberosShortNamer, parseKerberosName } from './principal.js'
import type { KerberosShortNamer } from './principal.js'
import { OFFER, checkChoice } from './security-layer.js'

/** Options of {@link gssapiServer}. */
export interface GssapiServerOptions {
  /** The service part of this server's principal. Default: `kafka`. Kafka: `sasl.kerberos.service.name`. */
  readonly serviceName?: string
  /** The host part of this server's principal, as clients connect to it. */
  readonly host: string
  /** The file with the keys of that principal. Default: the system's (`KRB5_KTNAME`, /etc/krb5.keytab). */
  readonly keytab?: string
  /**
   * Make short names of principals, tried in order; the default realm is the one of this server's principal.
   * Default: `['DEFAULT']`. Kafka: `sasl.kerberos.principal.to.local.rules`.
   */
  readonly rules?: readonly string[]
}

const NAME = 'GSSAPI'

/** Larger than any ticket; those of Active Directory may have 64 KiB. */
const MAX_MESSAGE_BYTES = 131_072

/**
 * The server half of GSSAPI (RFC 4752), through the optional peer dependency `koffi` and the system's libgssapi_krb5. Takes
 * clients that ask for mutual authentication (three tokens, MIT) and those that do not (two, Java). The client is who its
 * ticket says; the authorization id that it asks for is ignored, as in Kafka.
 *
 * Kafka: `Krb5LoginModule` on the listener.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) for a rule that is none; at the first login `MISSING_PEER` or `UNSUPPORTED`.
 */
export function gssapiServer(options: GssapiServerOptions): ServerMechanism {
  const { serviceName = 'kafka', host, keytab, rules } = options
  if (host === '' || serviceName === '')
    throw new UsageError('INVALID_ARGUMENT', `${NAME}: serviceName and host must not be empty`)
  // Looked at now, although the realm is known only with the keys.
  kerberosShortNamer({ defaultRealm: '', rules })
  let ready: Promise<Acceptance> | undefined
  const prepare = async (): Promise<Acceptance> => {
    const acceptor = await gssAcceptor({ serviceName, host, keytab })
    const defaultRealm = parseKerberosName(acceptor.principal).realm ?? ''
    return { acceptor, shortName: kerberosShortNamer({ defaultRealm, rules }) }
  }
  return {
    name: NAME,
    start: async () => {
      ready ??= prepare()
      try {
        return new GssapiServerSession(await ready)
      } catch (error) {
        // A keytab that is not there may be there at the next login.
        ready = undefined
        throw error
      }
    },
  }
}

interface Acceptance {
  readonly acceptor: GssAcceptor
  readonly shortName: KerberosShortNamer
}

class GssapiServerSession implements ServerSession {
  user: string | undefined
  readonly #context: GssContext
  readonly #shortName: KerberosShortNamer
  #state: 'tokens' | 'offer' | 'choice' | 'over' = 'tokens'

  constructor({ acceptor, shortName }: Acceptance) {
    this.#context = acceptor.begin()
    this.#shortName = shortName
  }

  async next(response: Uint8Array): Promise<ServerStep> {
    const state = this.#state
    this.#state = 'over'
    if (response.length > MAX_MESSAGE_BYTES) throw refusal(`GSSAPI token of ${response.length} bytes`)
    try {
      if (state === 'tokens') return await this.#accept(response)
      // The client's answer to a token that only proved who this server is.
      if (state === 'offer' && response.length === 0) return await this.#offer()
      if (state === 'choice') return await this.#conclude(response)
    } catch (error) {
      throw asRefusal(error)
    }
    throw refusal(
      state === 'offer' ? 'The client speaks where it should be silent' : 'A GSSAPI token after the exchange is over',
    )
  }

  dispose(): void {
    this.#context.dispose()
  }

  async #accept(response: Uint8Array): Promise<ServerStep> {
    // The library takes nothing at all as the wish to negotiate (SPNEGO), which is another mechanism.
    if (response.length === 0) throw refusal('A GSSAPI token without content')
    const { token, complete } = await this.#context.accept(response)
    if (!complete) {
      this.#state = 'tokens'
      return { challenge: token }
    }
    this.user = this.#context.client
    // Without mutual authentication there is nothing more to say than the offer.
    if (token.length === 0) return this.#offer()
    this.#state = 'offer'
    return { challenge: token }
  }

  async #offer(): Promise<ServerStep> {
    const challenge = await this.#context.wrap(OFFER)
    this.#state = 'choice'
    return { challenge }
  }

  async #conclude(response: Uint8Array): Promise<ServerStep> {
    checkChoice(await this.#context.unwrap(response))
    // Null, not empty: with raw tokens Kafka sends no frame at all here.
    return { challenge: null, done: authenticated(this.#shortName(this.#context.client)) }
  }
}

/** Clocks and replays come right by themselves: Kafka closes, and its clients try again as after a network error. */
const PASSING = /not yet valid|is a replay/i

function asRefusal(error: unknown): SaslRefusal {
  if (error instanceof GssError) {
    return new SaslRefusal({
      reply: PASSING.test(error.message) ? 'close-now' : 'generic',
      reason: error.message,
      cause: error,
    })
  }
  if (error instanceof AuthenticationError || error instanceof UsageError) return refusal(error.message, error)
  throw error
}

function refusal(reason: string, cause?: unknown): SaslRefusal {
  return new SaslRefusal({ reply: 'generic', reason, ...(cause === undefined ? {} : { cause }) })
}
