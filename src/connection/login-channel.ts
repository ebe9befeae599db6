import { DecodeError, type Phase } from '../errors.js'
import { responseHeaderVersion, type AnyApi, type Api } from '../protocol/api.js'
import { Reader } from '../protocol/reader.js'
import { AuthenticationIds } from './correlation.js'
import { skipTags, type Pipeline } from './pipeline.js'
import { encodeRequest, encodeToken } from './request-frame.js'

export interface LoginChannelOptions {
  readonly pipeline: Pipeline
  readonly broker: string
  readonly clientId: Buffer
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
    const frame = await this.askRaw(api as AnyApi, request, { version, id: this.nextId() })
    return this.decode(api as AnyApi, frame, { version, phase }) as Response
  }

  /** As {@link ask}, with the frame as it came. */
  askRaw(api: AnyApi, request: unknown, { version, id }: { readonly version: number; readonly id: number }): Promise<Buffer> {
    const { pipeline, clientId } = this.#options
    const frame = encodeRequest(api, { version, correlationId: id, clientId }, request)
    return pipeline.exchange(frame, { kind: 'login', id })
  }

  decode(api: AnyApi, frame: Buffer, { version, phase }: { readonly version: number; readonly phase: Phase }): unknown {
    try {
      const reader = new Reader(frame)
      reader.int32()
      if (responseHeaderVersion(api, version) === 1) skipTags(reader)
      return api.response.decode(reader, version)
    } catch (cause) {
      const found = cause instanceof DecodeError ? cause : undefined
      throw new DecodeError(found?.message ?? String(cause), {
        cause,
        api: found?.api,
        version,
        path: found?.path,
        offset: found?.offset,
        broker: this.broker,
        phase,
        hint: 'The answer is not what Kafka defines: the peer may expect a different protocol.',
        reason: 'protocol-error',
      })
    }
  }

  /** A bare token, as after SaslHandshake version 0; the answer is a bare token too. */
  askToken(token: Uint8Array): Promise<Buffer> {
    const { pipeline } = this.#options
    return pipeline.exchange(encodeToken(token), { kind: 'token', id: 0 })
  }

  /** A bare token that nobody answers. */
  tell(token: Uint8Array): void {
    this.#options.pipeline.outbox?.add(encodeToken(token))
  }
}
