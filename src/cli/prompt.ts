import type { ReadStream } from 'node:tty'

const enter = new Set(['\r', '\n', '\x04'])
const interrupt = '\x03'
const backspace = new Set(['\x7f', '\b'])
const eraseLine = '\x15'

/** Asks on a terminal for a secret that is not shown, not even its length. */
export function askHidden(
  input: ReadStream,
  question: string,
  output: { write(text: string): unknown },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const letters: string[] = []
    const finish = (settle: () => void): void => {
      input.off('data', take)
      input.setRawMode(false)
      input.pause()
      output.write('\n')
      settle()
    }
    const take = (chunk: string): void => {
      for (const letter of chunk) {
        if (letter === interrupt) return finish(() => reject(new DOMException('interrupted', 'AbortError')))
        if (enter.has(letter)) return finish(() => resolve(letters.join('')))
        if (backspace.has(letter)) letters.pop()
        else if (letter === eraseLine) letters.length = 0
        else if (letter >= ' ') letters.push(letter)
      }
    }
    output.write(question)
    input.setEncoding('utf8')
    input.setRawMode(true)
    input.on('data', take)
    input.resume()
  })
}
