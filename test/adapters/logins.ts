import type { ClientMechanism, ClientStep, MaybePromise } from '#src/sasl/mechanism.js'

/** A mechanism that says what it is told to, and notes what happens to it. */
export class ScriptedMechanism implements ClientMechanism {
  readonly name: string
  readonly challenges: (string | null)[] = []
  disposed = 0
  readonly #steps: (() => MaybePromise<ClientStep>)[]

  constructor(name: string, steps: readonly (() => MaybePromise<ClientStep>)[]) {
    this.name = name
    this.#steps = [...steps]
  }

  start(): { next: (challenge: Uint8Array | null) => MaybePromise<ClientStep>; dispose: () => void } {
    return {
      next: (challenge) => {
        this.challenges.push(challenge === null ? null : Buffer.from(challenge).toString())
        const step = this.#steps.shift()
        if (!step) throw new Error('the script is at its end')
        return step()
      },
      dispose: () => void this.disposed++,
    }
  }
}

export const say = (text: string, done = false): (() => ClientStep) => {
  return () => ({ token: Buffer.from(text), done })
}
