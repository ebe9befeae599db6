/**
 * `ottla/adapters/platformatic`: the login of @platformatic/kafka 2 by Ottla.
 *
 * @module
 */
import type { PeerCertificate } from 'node:tls'
import { UsageError } from '../errors.js'
import type { ClientMechanism, Peer } from '../sasl/mechanism.js'
import { checkMechanism, loginTimeout, logIn } from './exchange.js'

export { ottlaErrorIn } from './ottla-error.js'

/** Options of {@link platformaticSasl}. */
export interface PlatformaticSaslOptions {
  /** How long one login may take, in ms; `connectTimeout` of the client counts, too. Default: 10,000. */
  readonly loginTimeout?: number | undefined
}

/** The mechanisms that @platformatic/kafka lets pass. */
export type PlatformaticMechanism = 'PLAIN' | 'SCRAM-SHA-256' | 'SCRAM-SHA-512' | 'OAUTHBEARER' | 'GSSAPI'

const MECHANISMS: readonly PlatformaticMechanism[] = [
  'PLAIN',
  'SCRAM-SHA-256',
  'SCRAM-SHA-512',
  'OAUTHBEARER',
  'GSSAPI',
]

/** Its `Connection`, as far as a login looks at it. */
export interface PlatformaticConnection {
  readonly host: string | undefined
  readonly port: number | undefined
  readonly socket: object
}

/** Its `SaslAuthenticateResponse`. */
export interface PlatformaticAnswer {
  readonly authBytes: Buffer | null
}

/** How it hears of an answer, and how it is told of one. */
export type PlatformaticCallback<Answer> = (error: Error | null, answer: Answer) => void

/** What is given as `sasl`. */
export interface PlatformaticSasl {
  readonly mechanism: PlatformaticMechanism
  readonly authenticate: <Connection extends PlatformaticConnection, Answer extends PlatformaticAnswer>(
    ...call: [
      mechanism: string,
      connection: Connection,
      saslAuthenticate: (connection: Connection, token: Buffer, callback: PlatformaticCallback<Answer>) => void,
      username: unknown,
      password: unknown,
      token: unknown,
      callback: PlatformaticCallback<Answer>,
    ]
  ) => void
}

/**
 * A login of @platformatic/kafka by a mechanism of Ottla: SASL extensions (KIP-342), tokens that are refreshed, the broker's
 * OAuth error, SCRAM that stretches a password once however many connections log in, GSSAPI.
 *
 * ```ts no-run: needs @platformatic/kafka
 * import { oauthBearer } from 'ottla'
 * import { platformaticSasl } from 'ottla/adapters/platformatic'
 * import { clientCredentials } from 'ottla/oauth'
 *
 * const token = clientCredentials({ issuer: 'https://idp.example.com', clientId: 'orders', clientSecret: 'secret' })
 * const options = {
 *   clientId: 'orders',
 *   bootstrapBrokers: ['kafka.example.com:9093'],
 *   tls: {},
 *   sasl: platformaticSasl(oauthBearer({ token, extensions: { traceId: '123' } })),
 * }
 * // const producer = new Producer(options)
 * ```
 *
 * Whether the connection is encrypted is read from its socket. A failed login is tried again by the client itself (`retries`),
 * whatever the reason; the `AuthenticationError` is a cause within its errors (`ottlaErrorIn`).
 *
 * @throws UsageError (`INVALID_ARGUMENT`), (`UNSUPPORTED`) for a mechanism that the client does not let pass
 */
export function platformaticSasl(mechanism: ClientMechanism, options: PlatformaticSaslOptions = {}): PlatformaticSasl {
  checkMechanism(mechanism)
  const timeout = loginTimeout(options.loginTimeout)
  const name = MECHANISMS.find((one) => one === mechanism.name)
  if (name === undefined) {
    throw new UsageError('UNSUPPORTED', `@platformatic/kafka lets no mechanism pass but ${MECHANISMS.join(', ')}`, {
      hint: 'For Amazon MSK with IAM there is a way by OAUTHBEARER: oauthBearer({ token: mskIamToken({ region }) }) with mskIamToken of ottla/oauth.',
    })
  }
  return {
    mechanism: name,
    authenticate: (...[, connection, saslAuthenticate, , , , callback]) => {
      type Answer = Parameters<typeof callback>[1]
      const send = (token: Buffer): Promise<Answer> =>
        new Promise((resolve, reject) => {
          saslAuthenticate(connection, token, (error, answer) => {
            if (error) reject(error)
            else resolve(answer)
          })
        })
      const bytesOf = ({ authBytes }: Answer): Buffer => authBytes ?? Buffer.alloc(0)
      logIn({ mechanism, peer: peerOf(connection), timeout, send, bytesOf, refusal }).then(
        (answer) => callback(null, answer),
        // The client looks at the error alone.
        (error: unknown) => callback(error as Error, undefined as never),
      )
    },
  }
}

function peerOf({ host = '', port = 0, socket }: PlatformaticConnection): Peer {
  return {
    host,
    port,
    address: 'remoteAddress' in socket ? (socket.remoteAddress as string | undefined) : undefined,
    secure: 'encrypted' in socket && socket.encrypted === true,
    get certificate() {
      const { getPeerCertificate } = socket as { getPeerCertificate?: () => PeerCertificate }
      return getPeerCertificate?.call(socket)
    },
  }
}

/** Its `ResponseError` holds a `ProtocolError` for error 58, with the broker's text. */
function refusal(error: unknown): string | null | undefined {
  const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : []
  if (!(first instanceof Error && 'apiId' in first && first.apiId === 'SASL_AUTHENTICATION_FAILED')) return undefined
  return 'serverErrorMessage' in first && typeof first.serverErrorMessage === 'string' ? first.serverErrorMessage : null
}
