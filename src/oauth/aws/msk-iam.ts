import { AuthenticationError, UsageError } from '../../errors.js'
import type { ClientMechanism, ClientSession, ClientStep, Peer } from '../../sasl/mechanism.js'
import type { AwsCredentials } from './credentials.js'
import { awsIdentity } from './identity.js'
import type { AwsIdentity, AwsIdentityOptions } from './identity.js'
import { presignedQuery } from './sigv4.js'

/** Options of {@link mskIam}. */
export interface MskIamOptions extends AwsIdentityOptions {
  /** Whether to send the signature over a connection without TLS: who reads it can log in with it for 15 minutes. Default: false. */
  readonly allowPlaintext?: boolean | undefined
  /** In ms since the epoch. Default: `Date.now`. */
  readonly now?: (() => number) | undefined
}

const NAME = 'AWS_MSK_IAM'
const VERSION = '2020_10_22'

/**
 * Logs in to Amazon MSK with IAM by its own SASL mechanism. The region is read from the broker's name unless it is given.
 *
 * Java: `software.amazon.msk.auth.iam.IAMLoginModule` with `IAMClientCallbackHandler`.
 *
 * @throws UsageError (`INVALID_ARGUMENT`); before dialling (`PLAINTEXT_REFUSED`) without TLS. Logins fail with AuthenticationError (`CREDENTIALS_UNAVAILABLE`) without
 * credentials.
 */
export function mskIam(options: MskIamOptions = {}): ClientMechanism {
  const { now = Date.now, allowPlaintext = false } = options
  const identity = awsIdentity(options, now)
  return {
    name: NAME,
    clearText: true,
    check: ({ host, port, secure }) => {
      if (secure || allowPlaintext) return
      throw new UsageError('PLAINTEXT_REFUSED', `${NAME} would send a signature to ${host}:${port} in clear text`, {
        broker: `${host}:${port}`,
        phase: 'sasl-handshake',
        hint: 'Connect with `tls`; brokers of MSK listen for IAM on port 9098, with TLS only.',
      })
    },
    start: (peer, signal) => new MskIamSession(identity, { peer, signal, now }),
  }
}

class MskIamSession implements ClientSession {
  readonly #identity: AwsIdentity
  readonly #login: { readonly peer: Peer; readonly signal: AbortSignal; readonly now: () => number }
  #state: 'begin' | 'sent' | 'done' = 'begin'
  #secrets: readonly string[] = []

  constructor(
    identity: AwsIdentity,
    login: { readonly peer: Peer; readonly signal: AbortSignal; readonly now: () => number },
  ) {
    this.#identity = identity
    this.#login = login
  }

  async next(challenge: Uint8Array | null): Promise<ClientStep> {
    const { peer, signal, now } = this.#login
    if (this.#state === 'begin') {
      if (challenge !== null && challenge.length > 0) throw invalid('Expected empty challenge')
      this.#state = 'sent'
      const credentials = await this.#identity.credentials(signal)
      const payload = mskIamPayload({ host: peer.host, region: this.#identity.region(peer.host) }, credentials, now())
      const { 'x-amz-signature': signature = '', 'x-amz-security-token': sessionToken = '' } = payload
      this.#secrets = [signature, sessionToken]
      return { token: Buffer.from(JSON.stringify(payload)), done: false }
    }
    if (this.#state === 'done') throw invalid('Unexpected challenge after the login')
    this.#state = 'done'
    checkAnswer(challenge)
    return { done: true }
  }

  secrets(): readonly string[] {
    return this.#secrets
  }

  dispose(): void {
    this.#secrets = []
  }
}

/** What is sent: the query of a signed request to the broker, as members of a JSON object in lower case. */
export function mskIamPayload(
  { host, region }: { readonly host: string; readonly region: string },
  credentials: AwsCredentials,
  now: number,
): Record<string, string> {
  const query = presignedQuery(
    { path: '/', query: { Action: 'kafka-cluster:Connect' }, headers: { host } },
    { region, service: 'kafka-cluster', credentials, now, expiresIn: 900 },
  )
  const signed = Object.entries(query).map(([name, value]) => [name.toLowerCase(), value] as const)
  return { version: VERSION, host, 'user-agent': 'ottla', ...Object.fromEntries(signed) }
}

function checkAnswer(challenge: Uint8Array | null): void {
  let json: unknown
  try {
    json = JSON.parse(Buffer.from(challenge ?? []).toString('utf8'))
  } catch {
    throw invalid('The broker answered what is not JSON')
  }
  const version: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, 'version') : undefined
  if (version !== VERSION) throw invalid('The broker answered with another version of the mechanism')
}

function invalid(text: string): AuthenticationError {
  return new AuthenticationError('SASL_MESSAGE_INVALID', text, { mechanism: NAME, phase: 'sasl-exchange' })
}
