/** One case of a vector file. What its properties mean is told by the file's own notes. */
export interface Vector {
  readonly area?: string
  readonly name?: string
  readonly [property: string]: unknown
}

export type Verdict =
  | { readonly outcome: 'pass'; /** The rule of stricter.json that lets it pass. */ readonly stricter?: string }
  | { readonly outcome: 'fail'; readonly expected: unknown; readonly actual: unknown }
  | { readonly outcome: 'skip'; readonly rule: string }

/**
 * Runs one case against the published exports. It translates names and error classes, and holds no rule of its own.
 * What it throws counts as a failure.
 */
export type Adapter = (vector: Vector) => Verdict | Promise<Verdict>

export const pass: Verdict = { outcome: 'pass' }

export function fail(expected: unknown, actual: unknown): Verdict {
  return { outcome: 'fail', expected, actual }
}

/** For what Ottla leaves out on purpose: the rule says why, in words, and is the same for every case of its kind. */
export function skip(rule: string): Verdict {
  return { outcome: 'skip', rule }
}
