import { readFileSync } from 'node:fs'

/** Below src/: a file, a text that is there once, and what takes its place. */
export type Edit = readonly [file: string, text: string, becomes: string]

/** A guard of Ottla's that is taken away, and the number whose tests must see it (test/connection/numbers.ts). */
export interface Mutation {
  readonly number: string
  readonly edits: readonly Edit[]
}

export const root: URL = new URL('../../../', import.meta.url)

/** The text of `file` without its guard. @throws Error if the guard is not where it was: the list must follow the code */
export function mutated([file, text, becomes]: Edit): string {
  const source = readFileSync(new URL(`src/${file}`, root), 'utf8')
  const parts = source.split(text)
  if (parts.length !== 2) {
    throw new Error(`src/${file} has ${String(parts.length - 1)} times instead of once:\n${text}`)
  }
  return parts.join(becomes)
}
