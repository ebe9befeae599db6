/** @platformatic/kafka with logins by Ottla, in a process of a newer Node: a case a line in, its outcome a line out. */
import { createHook } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { AuthenticationError, type ClientMechanism } from 'ottla'
import { ottlaErrorIn, platformaticSasl } from 'ottla/adapters/platformatic'
import { sources } from '../harness/paths.js'
import { rightLogins, tracing, wrongLogins } from './logins.js'

export interface PlatformaticCase {
  readonly bootstrap: string
  readonly ca?: string | undefined
  readonly kind: 'round-trip' | 'refusal' | 'load' | 'logins'
  /** Which of `logins.ts`, or OAUTHBEARER with these extensions. */
  readonly login:
    { readonly right: number } | { readonly wrong: number } | { readonly extensions: Record<string, string> }
  /** Of a load, in ms. */
  readonly duration?: number
  /** Of clients. */
  readonly count?: number
}

export interface PlatformaticAnswer {
  readonly values?: readonly string[]
  readonly asked?: number
  readonly stretched?: number
  readonly error?: { readonly code?: string; readonly broker?: string; readonly status?: string; readonly text: string }
}

interface Client {
  close(force?: boolean): Promise<void>
}

/** What of the package is used: it is not installed where this is compiled. */
interface Platformatic {
  Producer: new (options: object) => Client & { send(records: object): Promise<unknown> }
  Consumer: new (options: object) => Client & {
    consume(options: object): Promise<AsyncIterable<{ value: string }> & { close(): Promise<void> }>
  }
  stringSerializers: object
  stringDeserializers: object
}

const require = createRequire(join(sources, 'clients/package.json'))
const { Producer, Consumer, stringSerializers, stringDeserializers } = (await import(
  pathToFileURL(require.resolve('@platformatic/kafka')).href
)) as Platformatic

interface Login {
  readonly sasl: ClientMechanism
  asked(): number
}

function loginOf({ login }: PlatformaticCase): Login {
  if ('extensions' in login) return tracing(login.extensions)
  const sasl = 'right' in login ? rightLogins[login.right] : wrongLogins.filter(onePerMechanism)[login.wrong]?.sasl
  if (!sasl) throw new Error('no such login')
  return { sasl, asked: () => 0 }
}

function onePerMechanism({ sasl }: { sasl: ClientMechanism }, at: number, all: readonly { sasl: ClientMechanism }[]) {
  return all.findIndex((one) => one.sasl.name === sasl.name) === at
}

function options({ bootstrap, ca, kind }: PlatformaticCase, { sasl }: Login): object {
  return {
    ...{ clientId: `adapters-${randomUUID()}`, bootstrapBrokers: [bootstrap], connectTimeout: 20_000 },
    ...(ca !== undefined && { tls: { ca } }),
    // a topic that was just created is unknown for a while
    retries: kind === 'refusal' ? 0 : 10,
    sasl: platformaticSasl(sasl),
  }
}

async function send(asked: PlatformaticCase, login: Login, topic: string): Promise<void> {
  const until = Date.now() + (asked.duration ?? 0)
  const producer = new Producer({ ...options(asked, login), serializers: stringSerializers })
  try {
    do await producer.send({ messages: ['a', 'b', 'c'].map((value) => ({ topic, value })), autocreateTopics: true })
    while (Date.now() < until)
  } finally {
    await producer.close()
  }
}

async function receive(asked: PlatformaticCase, login: Login, topic: string): Promise<readonly string[]> {
  const consumer = new Consumer({ ...options(asked, login), groupId: topic, deserializers: stringDeserializers })
  const stream = await consumer.consume({ topics: [topic], mode: 'earliest', autocommit: true })
  const values: string[] = []
  for await (const { value } of stream) if (values.push(value) === 3) break
  await stream.close()
  await consumer.close(true)
  return values.sort()
}

async function run(asked: PlatformaticCase): Promise<PlatformaticAnswer> {
  const login = loginOf(asked)
  const topic = `adapters-${randomUUID()}`
  switch (asked.kind) {
    case 'round-trip':
      await send(asked, login, topic)
      return { values: await receive(asked, login, topic) }
    case 'refusal':
      await send(asked, login, topic)
      return { values: [] }
    case 'load':
      await send(asked, login, topic)
      return { asked: login.asked() }
    case 'logins': {
      let stretched = 0
      const hook = createHook({ init: (_, type) => void (type === 'PBKDF2REQUEST' && stretched++) }).enable()
      await Promise.all(Array.from({ length: asked.count ?? 0 }, (_, i) => send(asked, login, `${topic}-${i % 2}`)))
      hook.disable()
      return { stretched }
    }
  }
}

function explain(error: unknown): NonNullable<PlatformaticAnswer['error']> {
  const ours = ottlaErrorIn(error)
  const status = ours instanceof AuthenticationError ? ours.tokenError?.status : undefined
  const { code, broker } = ours ?? {}
  return {
    ...(code && { code }),
    ...(broker !== undefined && { broker }),
    ...(status !== undefined && { status }),
    text: String(ours ?? error),
  }
}

for await (const line of createInterface(process.stdin)) {
  let answer: PlatformaticAnswer
  try {
    answer = await run(JSON.parse(line) as PlatformaticCase)
  } catch (error) {
    answer = { error: explain(error) }
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`)
}
process.exit(0)
