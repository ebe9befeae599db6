import type { AnyApi, Api } from '../protocol/api.js'
import { chain } from '../sasl/maybe-promise.js'
import type { MaybePromise } from '../sasl/mechanism.js'
import type { Clock } from '../server/index.js'
import { Violation } from '../server/outcome.js'
import type { Outcome } from '../server/outcome.js'
import { encodeResponse } from '../server/wire.js'
import { errorForm } from './error-form.js'
import { decoded } from './observed.js'
import type { ApiOf, Observation, ObservedRequest } from './observed.js'

/** What a rule makes of a request that it applies to. `answer` makes what the broker would have answered. */
type Action = (observation: Observation, answer: () => MaybePromise<Outcome>) => MaybePromise<Outcome>

/** A rule that is in force until it is removed, or has applied as often as it was told. */
export interface Rule {
  /** How often it has applied. */
  readonly hits: number
  /** Applies no more. Idempotent. */
  remove(): void
}

class ActiveRule implements Rule {
  hits = 0
  readonly #rules: Set<ActiveRule>
  readonly #matches: (observation: Observation) => boolean
  readonly #act: Action
  #skip: number
  readonly #times: number

  constructor(rules: Set<ActiveRule>, { matches, skip, times }: Condition, act: Action) {
    this.#rules = rules
    this.#matches = matches
    this.#act = act
    this.#skip = skip
    this.#times = times
    rules.add(this)
  }

  remove(): void {
    this.#rules.delete(this)
  }

  /** Null if it does not apply to this request. */
  apply(observation: Observation, answer: () => MaybePromise<Outcome>): MaybePromise<Outcome> | undefined {
    if (!this.#matches(observation)) return undefined
    if (this.#skip > 0) {
      this.#skip -= 1
      return undefined
    }
    this.hits += 1
    if (this.hits >= this.#times) this.remove()
    return this.#act(observation, answer)
  }
}

interface Condition {
  readonly matches: (observation: Observation) => boolean
  readonly skip: number
  readonly times: number
}

/** The rules of a broker; the oldest that applies to a request decides. */
export class Control {
  readonly #rules = new Set<ActiveRule>()
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  apply(observation: Observation, answer: () => MaybePromise<Outcome>): MaybePromise<Outcome> {
    for (const rule of this.#rules) {
      const outcome = rule.apply(observation, answer)
      if (outcome !== undefined) return outcome
    }
    return answer()
  }

  /** Begins a rule for the requests of an API. */
  on<Request, RequestInput, Response, ResponseInput>(
    api: Api<Request, RequestInput, Response, ResponseInput>,
  ): Interception<Request, ResponseInput> {
    const matches = ({ key }: Observation): boolean => key === api.key
    return new Interception({ rules: this.#rules, clock: this.#clock, api }, { matches, skip: 0, times: Infinity })
  }

  clear(): void {
    this.#rules.clear()
  }
}

interface Target<Request, ResponseInput> {
  readonly rules: Set<ActiveRule>
  readonly clock: Clock
  readonly api: Api<Request, never, unknown, ResponseInput>
}

/** Makes the answer to a request. */
export type Answering<Request, ResponseInput> = (request: ObservedRequest<Request>) => MaybePromise<ResponseInput>

/** Says to which requests something is to happen, and then what. */
export class Interception<Request, ResponseInput> {
  readonly #target: Target<Request, ResponseInput>
  readonly #condition: Condition

  /** @internal */
  constructor(target: Target<Request, ResponseInput>, condition: Condition) {
    this.#target = target
    this.#condition = condition
  }

  /** Only requests of which this is true. */
  when(predicate: (request: ObservedRequest<Request>) => boolean): Interception<Request, ResponseInput> {
    const { matches } = this.#condition
    const both = (observation: Observation): boolean => matches(observation) && predicate(this.#decoded(observation))
    return new Interception(this.#target, { ...this.#condition, matches: both })
  }

  /** Only that many requests. Default: all. */
  times(times: number): Interception<Request, ResponseInput> {
    return new Interception(this.#target, { ...this.#condition, times })
  }

  /** Not the first ones. Default: 0. */
  skip(skip: number): Interception<Request, ResponseInput> {
    return new Interception(this.#target, { ...this.#condition, skip })
  }

  /** Answers with this response; the broker does not get to see the request. */
  answer(response: ResponseInput | Answering<Request, ResponseInput>): Rule {
    return this.#rule((observation) => {
      const given =
        typeof response === 'function'
          ? (response as Answering<Request, ResponseInput>)(this.#decoded(observation))
          : response
      return chain(given, (body) => encodeResponse(this.#target.api, observation, body))
    })
  }

  /** Answers with an error code for everything that the request asks for; the broker does not get to see it. */
  error(errorCode: number): Rule {
    const api: AnyApi = this.#target.api
    return this.#rule((observation) => {
      const { request } = this.#decoded(observation)
      const form = errorForm(api, request, { version: observation.version, errorCode })
      return encodeResponse(api, observation, form as never)
    })
  }

  /** Lets the request wait for so many ms of the broker's clock before it is looked at. */
  delay(ms: number): Rule {
    const { clock } = this.#target
    return this.#rule(async (_, answer) => {
      await new Promise<void>((resolve) => clock.setTimeout(resolve, ms))
      return await answer()
    })
  }

  /** Lets the request wait until `release()`. */
  hold(): Rule & { release(): void } {
    let release = (): void => undefined
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    const rule = this.#rule(async (_, answer) => {
      await released
      return await answer()
    })
    return Object.assign(rule, { release })
  }

  /** Serves the request and swallows the answer: those to later requests follow as if there had been none. */
  drop(): Rule {
    return this.#rule((_, answer) => chain(answer(), (): Outcome => null))
  }

  /** Never answers: nor, on the same connection, any later request. The connection stays open. */
  stall(): Rule {
    return this.#rule(() => new Promise<never>(() => undefined))
  }

  /** Closes the connection instead of answering. */
  close(): Rule {
    return this.#rule(() => new Violation('The test wanted the connection closed'))
  }

  /** Changes the answer's bytes: the whole frame, its size at 0, its correlation id at 4. Default: all behind those is inverted. */
  corrupt(change: (frame: Buffer) => void = invert): Rule {
    return this.#rule((_, answer) =>
      chain(answer(), (outcome): Outcome => {
        if (!(outcome instanceof Uint8Array)) return outcome
        const frame = Buffer.from(outcome)
        change(frame)
        return frame
      }),
    )
  }

  /** Sends only the first bytes of the answer, its size included, and closes. */
  truncate(bytes: number): Rule {
    return this.#rule((_, answer) =>
      chain(answer(), (outcome): Outcome => {
        if (!(outcome instanceof Uint8Array)) return outcome
        return new Violation('The test wanted the answer truncated', undefined, outcome.subarray(0, bytes))
      }),
    )
  }

  #decoded(observation: Observation): ObservedRequest<Request> {
    return decoded(observation, this.#target.api as ApiOf<Request>)
  }

  #rule(act: Action): ActiveRule {
    return new ActiveRule(this.#target.rules, this.#condition, act)
  }
}

function invert(frame: Buffer): void {
  for (let at = 8; at < frame.length; at += 1) frame[at] = ~(frame[at] ?? 0) & 0xff
}
