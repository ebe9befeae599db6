#!/usr/bin/env node
import { readFile, writeFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { askHidden } from './prompt.js'
import { run } from './run.js'
import type { WriteStream } from 'node:tty'
import type { Output, Terminal } from './terminal.js'

/** NO_COLOR and FORCE_COLOR are customs of the command line: https://no-color.org, and Node's own variable. */
function output(stream: WriteStream): Output {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  const live = stream.isTTY && TERM !== 'dumb'
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  const color = NO_COLOR === undefined || NO_COLOR === '' ? forced || live : false
  return { write: (text) => stream.write(text), live, color, columns: stream.isTTY ? stream.columns : 100 }
}

const interruption = new AbortController()
process.once('SIGINT', () => interruption.abort())
process.once('SIGTERM', () => interruption.abort())
// `ottla … | head` closes the pipe early, which is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1)
})

const terminal: Terminal = {
  out: output(process.stdout),
  err: output(process.stderr),
  env: process.env,
  signal: interruption.signal,
  readFile: (path) => readFile(path),
  writeFile: (path, text) => writeFile(path, text),
  readInput: () => buffer(process.stdin),
  askSecret: process.stdin.isTTY ? (question) => askHidden(process.stdin, question, process.stderr) : undefined,
}
process.exitCode = await run(process.argv.slice(2), terminal)
