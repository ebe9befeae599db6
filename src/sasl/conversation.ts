import { concealed } from './concealed.js'
import { utf8 } from './gs2.js'
import type { ClientSession } from './mechanism.js'
import { hiding, type Secret } from './secrets.js'
import { undisturbed } from './undisturbed.js'
import { visible } from './visible.js'

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
  readonly #sent: Uint8Array[] = []
  readonly #heard: Uint8Array[] = []

  constructor(session: ClientSession) {
    this.session = session
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

  /** A text of the peer as it may be shown. */
  quote(text: string): string {
    return visible(hiding(this.#secrets())(text))
  }

  /**
   * An error of the mechanism, which may have quoted the peer. If the peer has said nothing secret, a word of the message
   * that happens to be a password stays: a gap in a text that everybody knows would tell it. If it has said what nobody
   * sees, that is shown in the causes, too, which Kafka's own texts are.
   */
  conceal(error: unknown): unknown {
    const secrets = this.#secrets()
    const all = hiding(secrets)
    const heard = this.#heard.map(utf8)
    const hide = heard.some((text) => all(text) !== text) ? all : hiding(secrets.filter(({ length }) => length >= LONG))
    const unseen = heard.some((text) => visible(text) !== text)
    return concealed(error, unseen ? (text) => visible(hide(text)) : hide)
  }

  /** The mechanism forgets its secrets. One that fails at that changes nothing of what came of the login. */
  end(mechanism: string): void {
    const { session } = this
    if (!session.dispose) return
    undisturbed(
      `dispose() of the mechanism ${mechanism}`,
      () => session.dispose?.(),
      (text) => hiding(this.#secrets())(text),
    )
  }

  #secrets(): readonly Secret[] {
    let told: readonly Secret[] = []
    try {
      told = this.session.secrets?.() ?? []
    } catch {
      // The error that is being explained says more than this one would.
    }
    return [...told, ...this.#sent].filter((secret) => typeof secret === 'string' || secret instanceof Uint8Array)
  }
}
