import { randomBytes } from 'node:crypto'
import { startBroker } from '../testing/broker.js'
import { parse, parseDuration, parsePairs } from './arguments.js'
import { CommandLineError, exitCodes } from './command.js'
import { journal } from './journal.js'
import { readText } from './secrets.js'
import { styled } from './terminal.js'
import type { Broker } from '../testing/broker.js'
import type { ClientSettings } from '../testing/client-settings.js'
import type { BrokerOptions, MechanismName } from '../testing/options.js'
import type { Values } from './arguments.js'
import type { Command } from './command.js'
import type { Terminal } from './terminal.js'

const flags = {
  port: { type: 'string', short: 'p', value: 'N', help: 'Port of the first broker (default: 9092); 0 takes free ones' },
  host: { type: 'string', value: 'NAME', help: 'Where to listen, and what to advertise (default: localhost)' },
  brokers: { type: 'string', value: 'N', help: 'How many brokers, on ports in a row (default: 1)' },
  tls: { type: 'boolean', help: 'TLS, with a certificate made for this run' },
  'ca-out': { type: 'string', value: 'FILE', help: 'Write the certificate to trust to a file' },
  user: {
    type: 'string',
    multiple: true,
    value: 'NAME[=PASSWORD]',
    help: 'Who may log in, with a password that is made and shown if none is given; may stand often. Without, everybody may, and need not',
  },
  mechanism: {
    type: 'string',
    multiple: true,
    value: 'NAME',
    help: 'What is enabled; may stand often (default: all four)',
  },
  topic: { type: 'string', multiple: true, value: 'NAME[=N]', help: 'A topic with N partitions; may stand often' },
  session: { type: 'string', value: 'TIME', help: 'Session lifetime, as connections.max.reauth.ms: 500ms, 10s' },
  config: { type: 'string', short: 'c', value: 'FILE', help: 'All of these as JSON, by the names of startBroker()' },
  settings: {
    type: 'string',
    value: 'KIND',
    help: 'What to print to paste: properties (default), kafkajs, platformatic, librdkafka, kafka-python, aiokafka, franz-go, sarama or url',
  },
  reveal: { type: 'boolean', help: 'Print also a password that was given: those that were made here always show' },
  quiet: { type: 'boolean', short: 'q', help: 'Print no connections, logins and requests' },
  json: { type: 'boolean', help: 'Print JSON, one object a line' },
} as const

type BrokerValues = Values<typeof flags>

/** `ottla broker`: the broker of ottla/testing in a terminal. */
export const broker: Command = {
  name: 'broker',
  usage: '[options]',
  about:
    'Runs a Kafka broker for tests until Ctrl-C: TLS, every mechanism, topics, groups. It keeps its data in memory only, and loses all of it at the end. Prints settings to paste into other clients, and each login and request as it happens. A password that you gave stands in them only with --reveal.',
  flags,
  examples: [
    'ottla broker',
    'ottla broker --tls --user alice --topic orders=3',
    'ottla broker --user alice=alice-secret --mechanism SCRAM-SHA-512 --reveal',
    'ottla broker --port 0 --brokers 3 --settings kafkajs --quiet',
  ],
  see: ['demo', 'scram'],
  async run(args, terminal) {
    const { values, rest } = parse(args, flags)
    if (rest.length > 0) throw new CommandLineError('ottla broker takes options only')
    const kind = settingsKind(values.settings ?? 'properties')
    const [users, made] = usersOf(values.user ?? [])
    const file = await fromFile(values.config, terminal)
    const options = { ...file, ...fromFlags(values), ...(values.user && { users }) }
    await using running = await startBroker(options)
    if (values['ca-out'] !== undefined) await saveAuthority(running, values['ca-out'], terminal)
    const [first] = Object.keys(options.users ?? {})
    const hidden = first !== undefined && !made.has(first) && !values.reveal
    announce(running, { kind, json: values.json ?? false, terminal, hidden, made })
    if (!values.quiet) journal(running, terminal, values.json ?? false)
    await untilAborted(terminal.signal)
    return exitCodes.ok
  },
}

type Kind = keyof ClientSettings

/** By the names that the clients have. */
const kinds: Readonly<Record<string, Kind>> = {
  properties: 'properties',
  kafkajs: 'kafkajs',
  platformatic: 'platformatic',
  librdkafka: 'librdkafka',
  'kafka-python': 'kafkaPython',
  aiokafka: 'aiokafka',
  'franz-go': 'franzGo',
  sarama: 'sarama',
  url: 'url',
}

function settingsKind(text: string): Kind {
  const kind = Object.hasOwn(kinds, text) ? kinds[text] : undefined
  if (kind === undefined) throw new CommandLineError(`--settings ${text}: there are ${Object.keys(kinds).join(', ')}`)
  return kind
}

async function fromFile(file: string | undefined, terminal: Terminal): Promise<BrokerOptions> {
  if (file === undefined) return {}
  try {
    return JSON.parse(await readText(terminal, 'config', file)) as BrokerOptions
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new CommandLineError(`--config ${file} is no JSON: ${error.message}`)
  }
}

function fromFlags(values: BrokerValues): BrokerOptions {
  const { host, tls, session } = values
  return {
    ...ports(values),
    ...(host !== undefined && { host }),
    ...(tls && { tls }),
    ...(values.mechanism && { mechanisms: values.mechanism.map(mechanismNamed) }),
    ...(values.topic && { topics: topics(values.topic) }),
    ...(session !== undefined && { maxSessionLifetime: parseDuration('session', session) }),
  }
}

/** Names and passwords, and those passwords that were made here. */
function usersOf(texts: readonly string[]): [users: Record<string, string>, made: ReadonlyMap<string, string>] {
  const made = new Map<string, string>()
  const pairs = texts.map((text) => {
    if (text.includes('=')) return text
    const password = randomBytes(12).toString('base64url')
    made.set(text, password)
    return `${text}=${password}`
  })
  return [parsePairs('user', pairs), made]
}

/** Free ports are taken one by one; given ones stand in a row. */
function ports({ port, brokers, config }: BrokerValues): Pick<BrokerOptions, 'port' | 'brokers'> {
  if (port === undefined && brokers === undefined && config !== undefined) return {}
  const first = whole('port', port ?? '9092', 65_535)
  const count = whole('brokers', brokers ?? '1', 100)
  if (count < 1) throw new CommandLineError('--brokers 0: at least one')
  if (first === 0) return { brokers: count }
  return { port: Array.from({ length: count }, (_, at) => first + at) }
}

function whole(flag: string, text: string, max: number): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= max) return Number(text)
  throw new CommandLineError(`--${flag} ${text} is no number from 0 to ${String(max)}`)
}

const mechanisms: readonly MechanismName[] = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'OAUTHBEARER']

function mechanismNamed(text: string): MechanismName {
  const name = mechanisms.find((one) => one === text.toUpperCase())
  if (name === undefined) throw new CommandLineError(`--mechanism ${text}: there are ${mechanisms.join(', ')}`)
  return name
}

function topics(texts: readonly string[]): Record<string, number> {
  const named = texts.map((text) => (text.includes('=') ? text : `${text}=1`))
  return Object.fromEntries(
    Object.entries(parsePairs('topic', named)).map(([name, count]) => [name, whole('topic', count, 10_000)]),
  )
}

async function saveAuthority({ ca }: Broker, file: string, terminal: Terminal): Promise<void> {
  if (ca === undefined) throw new CommandLineError('--ca-out needs --tls: without it there is no certificate')
  await terminal.writeFile(file, ca)
}

interface How {
  readonly kind: Kind
  readonly json: boolean
  readonly terminal: Terminal
  /** Whether the password of the settings was given, and stays unseen. */
  readonly hidden: boolean
  readonly made: ReadonlyMap<string, string>
}

/** What stands for a password that was given. */
const placeholder = 'PASSWORD'

function announce(running: Broker, { kind, json, terminal: { out }, hidden, made }: How): void {
  const settings = running.settings(hidden ? { password: placeholder } : {})
  if (json) {
    const passwords = made.size > 0 ? { passwords: Object.fromEntries(made) } : {}
    out.write(`${JSON.stringify({ event: 'listening', bootstrap: running.bootstrap, settings, ...passwords })}\n`)
    return
  }
  const mechanisms = running.mechanisms.length === 0 ? 'no login' : running.mechanisms.join(', ')
  out.write(
    `${styled(out, 'bold', `A broker for tests listens on ${running.bootstrap}`)}, ${mechanisms}. Its data is in memory only.\n\n`,
  )
  const shown = settings[kind]
  const text = typeof shown === 'string' ? shown : JSON.stringify(shown, null, 2)
  out.write(`${text.trimEnd().replace(/^/gm, '  ')}\n\n`)
  if (hidden && text.includes(placeholder))
    out.write(`${placeholder} stands for the one that you gave; --reveal prints it.\n\n`)
  for (const [user, password] of made) out.write(`  ${user} has the password ${password}\n`)
  if (made.size > 0) out.write('\n')
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => {
      resolve()
    })
  })
}
