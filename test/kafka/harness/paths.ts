import { fileURLToPath } from 'node:url'

/** The repository: this file runs from `build/test/kafka/harness`. */
export const root: string = fileURLToPath(new URL('../../../../', import.meta.url))

/** `test/kafka` with the files that are not compiled. */
export const sources: string = `${root}test/kafka`
