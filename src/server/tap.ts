import { chain } from '../sasl/maybe-promise.js'
import type { MaybePromise } from '../sasl/mechanism.js'
import type { ConnectionInfo } from './context.js'
import { Violation } from './outcome.js'
import type { Outcome } from './outcome.js'
import type { Principal } from './principal.js'
import type { Verdict } from './verdict.js'
import type { IncomingRequest } from './wire.js'

/**
 * Stands between every request and its answer, those of the login included: for the testing broker. `answer` makes the
 * answer that there would be; who does not call it keeps the request from ever being looked at.
 */
export type Tap = (
  request: IncomingRequest,
  connection: ConnectionInfo,
  answer: () => MaybePromise<Outcome>,
) => MaybePromise<Outcome>

/** The verdict on a frame of a login, with the reply that the tap leaves of it. */
export function tapLogin<P extends Principal>(
  tap: Tap,
  login: {
    readonly request: IncomingRequest
    readonly connection: ConnectionInfo
    readonly receive: () => MaybePromise<Verdict<P>>
  },
): MaybePromise<Verdict<P>> {
  let verdict: Verdict<P> = { is: 'continue', reply: null }
  const outcome = tap(login.request, login.connection, () =>
    chain(login.receive(), (judged): Outcome => {
      verdict = judged
      return judged.reply
    }),
  )
  return chain(outcome, (reply): Verdict<P> => {
    if (!(reply instanceof Violation)) return { ...verdict, reply }
    const refusal = { kind: 'protocol', guess: false, reason: reply.reason } as const
    return { is: 'refused', reply: reply.lastBytes, delayed: false, refusal }
  })
}
