import { concealed } from './concealed.js'
import { utf8 } from './gs2.js'
import { isKafkasText } from './kafka-texts.js'
import { isPromise } from './maybe-promise.js'
import type { ClientSession } from './mechanism.js'
import { asItIs, hiding, MAX_TEXT, type Secret } from './secrets.js'
import { undisturbed } from './undisturbed.js'
import { hasUnseen, visible, visibleName } from './visible.js'

/** More steps than any mechanism takes: a peer that never comes to an end fills no memory. */
const MAX_REMEMBERED = 8

/** A secret as long as this is no word of our own messages by chance. */
const LONG = 12

/**
 * A client session and what was said in it. Whoever has to explain its end learns here what of the peer's words may be
 * shown: a peer can repeat the secrets that it was sent. While all is well, nothing is computed.
 */
export class Conversation {
  readonly session: ClientSession
  readonly #earlier: readonly Secret[]
  readonly #sent: Uint8Array[] = []
  readonly #heard: Uint8Array[] = []
  #settled: unknown

  /** @param earlier secrets of the login whose session is renewed: the peer knows them, too */
  constructor(session: ClientSession, earlier: readonly Secret[] = []) {
    this.session = session
    this.#earlier = earlier
  }

  /** A token goes to the peer. */
  sends(token: Uint8Array): void {
    if (this.#sent.length < MAX_REMEMBERED) this.#sent.push(token)
  }

  /** The peer has answered with this. */
  hears(challenge: Uint8Array): void {
    if (this.#heard.length === MAX_REMEMBERED) this.#heard.shift()
    this.#heard.push(challenge)
  }

  /** Whether the peer has said anything by now that may have been a refusal. */
  get challenged(): boolean {
    return this.#heard.some(({ length }) => length > 0)
  }

  /** A text of the peer as it may be shown. A gap in one that everybody knows would tell a password that is a word of it. */
  quote(text: string, mechanism: string): string {
    return isKafkasText(text, mechanism) ? text : visible(hiding(this.#known())(text).slice(0, MAX_TEXT + 1))
  }

  /** An error of nothing but what may be shown: looked at again, a long password that is a word of it would leave a gap. */
  settle<T extends Error>(error: T): T {
    this.#settled = error
    return error
  }

  /**
   * An error of the mechanism, which may have quoted the peer. If the peer has said nothing secret, a word of the message
   * that happens to be a password stays: a gap in a text that everybody knows would tell it. If it has said what nobody
   * sees, that is shown in the causes, too, which Kafka's own texts are.
   */
  conceal(error: unknown): unknown {
    if (error === this.#settled) return error
    const secrets = this.#known()
    const all = hiding(secrets)
    const long = hiding(secrets.filter(({ length }) => length >= LONG))
    const heard = this.#heard.map(utf8)
    const hide = heard.some((text) => all(text) !== text) ? all : long
    const unseen = heard.some(hasUnseen)
    if (hide === asItIs && !unseen) return error
    const lines = (text: string): string => text.split('\n').map(visible).join('\n')
    return concealed(
      error,
      unseen ? { text: (text) => visible(hide(text)), code: (text) => lines(long(text)) } : { text: hide, code: long },
    )
  }

  /** The mechanism forgets its secrets. One that fails at that changes nothing of what came of the login. */
  end(mechanism: string): void {
    const { session } = this
    if (!session.dispose) return
    // Those of before: what it throws may tell what it then has forgotten.
    const secrets = this.#known()
    undisturbed(
      `dispose() of the mechanism ${visibleName(mechanism)}`,
      () => session.dispose?.(),
      (text) => hiding(secrets)(text),
    )
  }

  #known(): readonly Secret[] {
    return [...this.secrets(), ...this.#earlier]
  }

  /** What the peer was told in it. */
  secrets(): readonly Secret[] {
    const found: Secret[] = []
    try {
      addSecrets(found, this.session.secrets?.())
    } catch {
      // The error that is being explained says more than this one would.
    }
    return [...found, ...this.#sent]
  }
}

/** No mechanism has more; what never ends is not waited for. */
const MAX_SECRETS = 64

/** Takes what a mechanism gives, which may be of somebody else's making, and not keep to its type. */
function addSecrets(found: Secret[], given: unknown): void {
  // A text can be gone through, too: each of its letters would be a secret.
  if (isSecret(given)) return void found.push(given)
  if (isPromise(given)) Promise.resolve(given).catch(() => undefined)
  if (typeof given !== 'object' || given === null || !(Symbol.iterator in given)) return
  let left = MAX_SECRETS
  for (const each of given as Iterable<unknown>) {
    if (isSecret(each)) found.push(each)
    if (--left === 0) return
  }
}

function isSecret(given: unknown): given is Secret {
  return typeof given === 'string' || given instanceof Uint8Array
}
