import { LineProcess } from '../harness/line-process.js'
import type { Answer, Cell, RunningClient } from './client.js'

/** A client whose program takes cells as lines of JSON (`clients/`). */
export function lineClient(command: string, args: readonly string[]): RunningClient {
  const program = new LineProcess(command, args)
  return {
    exchange: async (cell: Cell) => JSON.parse(await program.ask(JSON.stringify(cell))) as Answer,
    [Symbol.asyncDispose]: () => program[Symbol.asyncDispose](),
  }
}
