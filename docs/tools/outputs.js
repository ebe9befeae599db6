// What the command line prints, for the pages that show it: the help of every command, and runs against a broker.
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { startBroker } from '../../dist/testing/index.js'

const root = new URL('../../', import.meta.url).pathname
const folder = `${root}docs/.generated`

/** Runs `ottla` and gives what it prints. @throws Error if its exit code is another one than `exit`. */
async function ottla(args, { exit = 0, env = {} } = {}) {
  const child = spawn(process.execPath, [`${root}dist/cli/main.js`, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', ...env },
    timeout: 60_000,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
  const status = await new Promise((resolve) => child.on('close', resolve))
  if (status !== exit) throw new Error(`ottla ${args.join(' ')} ended with ${status}\n${output}`)
  return `${output.replace(/[ \t]+$/gm, '').trimEnd()}\n`
}

const write = (name, text) => writeFileSync(`${folder}/${name}.txt`, text)

/** The name and port that the pages use in place of the broker of this run. */
const renamed = (broker, text) =>
  text
    .replaceAll(`localhost:${broker.port}`, 'kafka.example.com:9093')
    .replaceAll('localhost', 'kafka.example.com')
    .replaceAll('127.0.0.1', '192.0.2.10')

async function writeHelp() {
  const help = await ottla(['--help'])
  write('help', help)
  for (const [, name] of help.matchAll(/^ {2}([a-z]+) {2}/gm)) write(`help-${name}`, await ottla([name, '--help']))
}

async function writeRuns(broker) {
  const ca = `${folder}/ca.pem`
  writeFileSync(ca, broker.ca)
  const env = { NODE_EXTRA_CA_CERTS: ca, PASSWORD: 'alice-secret', OLD: 'last-year' }
  const at = `localhost:${broker.port}`
  const alice = [at, '--tls', '--username', 'alice', '--password-env']
  const run = async (args, exit = 0) => renamed(broker, await ottla(args, { env, exit }))
  write('connect', await run(['connect', ...alice, 'PASSWORD']))
  write('doctor', await run(['doctor', ...alice, 'PASSWORD']))
  write('doctor-password', await run(['doctor', ...alice, 'OLD'], 15))
  write('doctor-plaintext', await run(['doctor', at], 13))
  rmSync(ca)
}

/** Writes docs/.generated. */
export async function writeOutputs() {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await writeHelp()
  write('demo', await ottla(['demo']))
  const broker = await startBroker({ tls: true, users: { alice: 'alice-secret' }, topics: { orders: 3 } })
  try {
    await writeRuns(broker)
  } finally {
    await broker.close()
  }
}
