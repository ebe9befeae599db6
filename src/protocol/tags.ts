/** A tagged field that this version of Ottla has no name for (KIP-482). */
export interface UnknownTag {
  readonly tag: number
  readonly bytes: Uint8Array
}

/**
 * Where a decoded struct keeps the tagged fields that it has no name for, in ascending order of their tags.
 *
 * The property is not enumerable and exists only where such fields occurred; encoding writes them again. A spread copy
 * of a struct loses it.
 */
export const unknownTags: unique symbol = Symbol('unknownTags')

/** What every struct of a flexible message may carry. */
export interface Tagged {
  readonly [unknownTags]?: readonly UnknownTag[]
}

/** Gives a struct its unknown tagged fields, invisibly. */
export function keepUnknownTags(struct: object, tags: readonly UnknownTag[]): void {
  Object.defineProperty(struct, unknownTags, { value: tags, configurable: true, writable: true })
}
