import { readFile, stat } from 'node:fs/promises'
import { AuthenticationError } from '../errors.js'

/** The most that is read of a file with a token, a key or a template. */
const MAX_FILE = 1024 * 1024

/**
 * The text of a file that is replaced from outside, kept until it changes. Whether it changed is asked of the file itself
 * when the text is wanted, one `stat`: no timer, no watch, no polling. A Kubernetes volume swaps a symbolic link; `stat`
 * follows it.
 *
 * @throws AuthenticationError (`CREDENTIALS_UNAVAILABLE`) if it cannot be read, or is empty.
 */
export function rereadFile(path: string, what: string): () => Promise<string> {
  let known: { readonly stamp: string; readonly text: string } | undefined
  return async () => {
    try {
      const { mtimeMs, ctimeMs, size, ino } = await stat(path)
      const stamp = [mtimeMs, ctimeMs, size, ino].join(' ')
      if (known?.stamp === stamp) return known.text
      if (size > MAX_FILE) throw new Error(`it has ${size} bytes`)
      const text = (await readFile(path, 'utf8')).trim()
      if (text === '') throw new Error('it is empty')
      known = { stamp, text }
      return text
    } catch (cause) {
      throw new AuthenticationError(
        'CREDENTIALS_UNAVAILABLE',
        `${what} cannot be read from ${path}: ${reasonOf(cause)}`,
        {
          cause,
          mechanism: 'OAUTHBEARER',
          phase: 'sasl-exchange',
          hint: 'Is the path right, is the volume mounted, and may this process read it?',
        },
      )
    }
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : 'no reason given'
}
