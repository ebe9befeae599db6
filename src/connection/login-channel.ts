import { DecodeError, type Phase } from '../errors.js'
import { SaslAuthenticate, type SaslAuthenticateResponse } from '../messages/SaslAuthenticate.js'
import type { AnyApi, Api } from '../protocol/api.js'
import { AuthenticationIds } from './correlation.js'
import type { Exchange, Pipeline } from './pipeline.js'
import { undecodable } from './request-errors.js'
import { encodeAlone, encodeToken } from './request-frame.js'
import { decodeResponse } from './response-frame.js'

export interface LoginChannelOptions {
  readonly pipeline: Pipeline
  readonly broker: string
  readonly clientId: Buffer
  /** Aborts when the connection ends. */
  readonly signal: AbortSignal
}

/**
 * What negotiation and login say goes past the line of ordinary requests, one question at a time, with correlation ids
 * of the range that Kafka keeps for it.
 */
export class LoginChannel {
  readonly broker: string
  readonly #options: LoginChannelOptions
  readonly #ids: AuthenticationIds = new AuthenticationIds()

  constructor(options: LoginChannelOptions) {
    this.broker = options.broker
    this.#options = options
  }

  nextId(): number {
    return this.#ids.next()
  }

  /** One question and its answer. @throws DecodeError with `phase` */
  async ask<Request, RequestInput, Response, ResponseInput>(
    api: Api<Request, RequestInput, Response, ResponseInput>,
    request: RequestInput,
    { version, phase }: { readonly version: number; readonly phase: Phase },
  ): Promise<Response> {
    const frame = await this.exchange(api, request, { version, id: this.nextId() })
    this.goOn()
    return this.decode(api, frame, { version, phase }) as Response
  }

  /** As {@link ask}, with the frame as it came, and no more: the caller calls {@link goOn} when it has it. @throws the root cause if the connection has ended */
  exchange(
    api: AnyApi,
    request: unknown,
    { version, id, hungUp }: { readonly version: number; readonly id: number; readonly hungUp?: Exchange['hungUp'] },
  ): Promise<Buffer> {
    this.goOn()
    const { pipeline, clientId } = this.#options
    return pipeline.exchange(encodeAlone({ api, version, id }, clientId, request), { kind: 'login', id, hungUp })
  }

  /** The connection may have ended right behind an answer, which is not gone by then. @throws the root cause */
  goOn(): void {
    this.#options.signal.throwIfAborted()
  }

  decode(api: AnyApi, frame: Buffer, { version, phase }: { readonly version: number; readonly phase: Phase }): unknown {
    try {
      return decodeResponse(api, version, frame)
    } catch (cause) {
      throw undecodable({ broker: this.broker, phase }, cause, { api: api.name, version })
    }
  }

  /** A token in a SaslAuthenticate request. Servers that are not Kafka may answer with null where there are no bytes. */
  async authenticate(
    authBytes: Uint8Array,
    version: number,
    hungUp: Exchange['hungUp'],
  ): Promise<SaslAuthenticateResponse> {
    const frame = await this.exchange(SaslAuthenticate, { authBytes }, { version, id: this.nextId(), hungUp })
    this.goOn()
    const at = { version, phase: 'sasl-exchange' } as const
    try {
      return this.decode(SaslAuthenticate, frame, at) as SaslAuthenticateResponse
    } catch (error) {
      if (!(error instanceof DecodeError && error.path === 'authBytes')) throw error
      return this.decode(
        SaslAuthenticate,
        withEmptyBytes(frame, version, error.offset ?? 0),
        at,
      ) as SaslAuthenticateResponse
    }
  }

  /** A bare token, as after SaslHandshake version 0; the answer is a bare token too. */
  async askToken(token: Uint8Array, hungUp: Exchange['hungUp']): Promise<Buffer> {
    this.goOn()
    const frame = await this.#options.pipeline.exchange(encodeToken(token), { kind: 'token', id: 0, hungUp })
    this.goOn()
    return frame
  }

  /** A bare token that nobody answers. */
  tell(token: Uint8Array): void {
    this.goOn()
    this.#options.pipeline.outbox?.add(encodeToken(token))
  }
}

/** The frame with an empty byte field in place of the null one that ends at `end`. */
function withEmptyBytes(frame: Buffer, version: number, end: number): Buffer {
  const compact = version >= (SaslAuthenticate.flexibleSince ?? Infinity)
  const changed = Buffer.from(frame)
  if (compact) changed[end - 1] = 1
  else changed.writeInt32BE(0, end - 4)
  return changed
}
