import { completionOf } from './completion.js'
import type { Command } from './command.js'
import type { Listed } from './completion.js'

interface Entry {
  readonly summary: string
  load(): Promise<Command>
}

/** Commands are loaded when they are called: `ottla --version` needs no broker. */
export const commands: Readonly<Record<string, Entry>> = {
  demo: {
    summary: 'logs in to an embedded broker with every mechanism and shows the journey',
    load: async () => (await import('./demo.js')).demo,
  },
  connect: {
    summary: 'logs in to a broker and prints phases, versions and the cluster',
    load: async () => (await import('./connect.js')).connectCommand,
  },
  doctor: {
    summary: 'finds out why a broker cannot be reached or does not let one in',
    load: async () => (await import('./doctor.js')).doctor,
  },
  request: {
    summary: 'sends any request of Kafka and prints the answer as JSON',
    load: async () => (await import('./request.js')).request,
  },
  token: {
    summary: 'fetches or takes a token, and shows what is in it and how long it lasts',
    load: async () => (await import('./token.js')).tokenCommand,
  },
  broker: {
    summary: 'runs a broker for tests, its data in memory only',
    load: async () => (await import('./broker.js')).broker,
  },
  decode: {
    summary: "names the fields in bytes of Kafka's protocol",
    load: async () => (await import('./decode.js')).decode,
  },
  scram: {
    summary: 'makes a stored SCRAM credential of a password',
    load: async () => (await import('./scram.js')).scram,
  },
  completion: {
    summary: 'prints a script that lets a shell complete commands and options',
    load: () => Promise.resolve(completionOf(everyCommand)),
  },
}

/** All commands, loaded. */
export function everyCommand(): Promise<readonly Listed[]> {
  return Promise.all(Object.values(commands).map(async ({ summary, load }) => ({ summary, command: await load() })))
}
