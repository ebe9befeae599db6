import type { PeerCertificate } from 'node:tls'
import type { AuthenticationError } from '../errors.js'
import type { SaslExtensions } from './extensions.js'

/**
 * What a SASL mechanism is: a value that starts exchanges, bytes in and bytes out.
 *
 * The same types serve the built-in mechanisms and those of third parties.
 */

/** Callers await only what is a promise: PLAIN must not cost three turns of the event loop. */
export type MaybePromise<T> = T | Promise<T>

/** The other end of the connection that an exchange runs over. */
export interface Peer {
  readonly host: string
  readonly port: number
  /** The IP address behind `host`, once known. */
  readonly address?: string | undefined
  /** Whether the connection is encrypted. */
  readonly secure: boolean
  /** The peer's certificate, on a TLS connection where it showed one. */
  readonly certificate?: PeerCertificate | undefined
}

/**
 * A client's way to prove who it is. What it sends, extensions included (KIP-342), is given to the function that makes it:
 * there is no second way past it, by which extensions could get lost. `SaslExtensions.from` takes either form of
 * {@link ExtensionsInput}; a `TokenSource`, for instance a refreshing login, gives secret and extensions of one moment.
 */
export interface ClientMechanism {
  /** The registered SASL name, for instance `SCRAM-SHA-256`. */
  readonly name: string
  /** Whether its messages show the secret itself: a connection without TLS announces that by an event. Default: false. */
  readonly clearText?: boolean
  /** Looks at where a connection is to go, before anything is dialled. @throws UsageError (`PLAINTEXT_REFUSED`). */
  check?(target: Pick<Peer, 'host' | 'port' | 'secure'>): void
  /** Begins one exchange; also called again for every re-authentication. `signal` aborts when its deadline has passed. */
  start(peer: Peer, signal: AbortSignal): MaybePromise<ClientSession>
}

/** One exchange, seen from the client. */
export interface ClientSession {
  /**
   * Takes the server's challenge (null: none yet) and gives the next step.
   *
   * @throws AuthenticationError if the exchange failed or the server is not who it should be.
   */
  next(challenge: Uint8Array | null): MaybePromise<ClientStep>
  /**
   * The server has refused the login with this text (null: it gave none, or closed the connection). A mechanism that
   * knows more than the text makes the error of it; undefined leaves that to the caller. The text may be shown: control
   * characters are escaped, {@link secrets} hidden.
   */
  refused?(text: string | null): AuthenticationError | undefined
  /**
   * What of this exchange is secret so far: a password, a token. Asked when the login has failed, to hide in the error what
   * the server repeats of it, and before {@link dispose}, to hide it in what that throws. The messages that were sent are hidden in any case, as wholes. Default: nothing else.
   */
  secrets?(): readonly (string | Uint8Array)[]
  /** Forgets all secrets. Called once, whatever the outcome; what it throws becomes a process warning. */
  dispose?(): void
}

export interface ClientStep {
  /** What to send. Absent: nothing is to be sent. */
  readonly token?: Uint8Array
  /** Whether the client is satisfied. A last token may expect no answer (GSSAPI over raw tokens). */
  readonly done: boolean
}

/** A server's way to find out who a client is. */
export interface ServerMechanism {
  /** The registered SASL name, for instance `SCRAM-SHA-256`. */
  readonly name: string
  /** Begins one exchange. `signal` aborts when the connection ends or its deadline has passed. */
  start(peer: Peer, signal: AbortSignal): MaybePromise<ServerSession>
  /** This mechanism, following the ways of a server in whatever its own options leave open. Default: it has none to follow. */
  following?(ways: ServerWays): ServerMechanism
}

/** What a server's options say for all of its mechanisms, where Kafka's ways and the safe ones differ. */
export interface ServerWays {
  /**
   * What a client gets that names an unknown user: `challenge` goes on as for a known one and refuses at the end, so that
   * a stranger cannot learn which users exist; `refuse` refuses at once, as Kafka does.
   */
  readonly unknownUsers?: 'challenge' | 'refuse'
  /**
   * Whether the nonce of SCRAM's last message must be the agreed one, as since Kafka 4.0, or need only end with it, as up
   * to Kafka 3.9 (kcat with librdkafka 2.0 depends on it).
   */
  readonly finalNonce?: 'exact' | 'suffix'
}

/** One exchange, seen from the server. */
export interface ServerSession {
  /** The name that the client claims, once it has named one: not proven, for throttles and the operator's eyes. */
  readonly user?: string | undefined
  /**
   * Takes the client's response and gives the next step.
   *
   * @throws SaslRefusal if the login is refused.
   */
  next(response: Uint8Array): MaybePromise<ServerStep>
  /** Forgets all secrets. Called once, whatever the outcome. */
  dispose?(): void
}

export interface ServerStep {
  /** What to send; null where the mechanism has nothing to say (the raw protocol of Kafka 0.10 then sends no frame at all). */
  readonly challenge: Uint8Array | null
  /** Set once the client has proven who it is. */
  readonly done?: Authenticated
}

/** A validated OAuth bearer token. */
export interface OAuthBearerToken {
  /** The compact serialisation, as the client sent it. Secret: not enumerable in what Ottla makes. */
  readonly value: string
  readonly principalName: string
  /** When the token ends, in ms since the epoch. */
  readonly lifetimeMs: number
  /** When the token began, in ms since the epoch; undefined where the token does not tell. */
  readonly startTimeMs?: number | undefined
  readonly scope: ReadonlySet<string>
  /** The token's claims, where it has some. */
  readonly claims?: Readonly<Record<string, unknown>> | undefined
}

/** Who the client turned out to be. */
export interface Authenticated {
  readonly authorizationId: string
  /** When the credential ends, in ms since the epoch; undefined for credentials without an end. */
  readonly expiresAt?: number | undefined
  /**
   * What the exchange agreed upon: for OAUTHBEARER the validated extensions by name (KIP-342), the token and its end;
   * for SCRAM with a delegation token `tokenauth` and the token's end. Extensions carry no signature: let no security
   * decision rest on them alone.
   */
  negotiatedProperty(name: 'OAUTHBEARER.token'): OAuthBearerToken | undefined
  negotiatedProperty(name: 'CREDENTIAL.LIFETIME.MS'): number | undefined
  negotiatedProperty(name: string): string | undefined
}

/**
 * How a refusal looks to the client, which is one of Kafka's four outcomes:
 * - `text`: error 58 with {@link SaslRefusal.publicText}
 * - `generic`: error 58 with Kafka's neutral text about invalid credentials
 * - `close-delayed`: no answer, closed after the failure delay
 * - `close-now`: no answer, closed at once
 */
export type RefusalReply = 'text' | 'generic' | 'close-delayed' | 'close-now'

/** Thrown by a server session: what the client may read and what only the operator may read are two fields. */
export class SaslRefusal extends Error {
  readonly reply: RefusalReply
  /** For the client; only with reply `text`. */
  readonly publicText: string | undefined
  /** For the operator. */
  readonly reason: string

  constructor(refusal: {
    readonly reply: RefusalReply
    readonly publicText?: string | undefined
    readonly reason: string
    readonly cause?: unknown
  }) {
    super(refusal.reason, 'cause' in refusal ? { cause: refusal.cause } : undefined)
    this.reply = refusal.reply
    this.publicText = refusal.publicText
    this.reason = refusal.reason
  }

  static {
    this.prototype.name = 'SaslRefusal'
  }
}

/** What a client's credentials may carry beside the secret, for any mechanism (KIP-342). */
export type ExtensionsInput = SaslExtensions | Readonly<Record<string, string>>
