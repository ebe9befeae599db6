import assert from 'node:assert/strict'
import { duplexPair, type Duplex } from 'node:stream'
import { mock } from 'node:test'
import {
  backoff,
  connect,
  CorrelationIds,
  oauthBearer,
  OttlaError,
  plain,
  ReconnectPolicy,
  reservedIds,
  type Connection,
  type ConnectOptions,
} from 'ottla'
import { ApiVersions, Metadata, type Api, type Reader, type Writer } from 'ottla/messages'
import { pass, type Adapter } from '../adapter.js'

const turns = async (): Promise<void> => {
  for (let i = 0; i < 12; i++) await new Promise((resolve) => setImmediate(resolve))
}
const framed = (body: Buffer): Buffer => {
  const size = Buffer.alloc(4)
  size.writeInt32BE(body.length)
  return Buffer.concat([size, body])
}
/** Error 35, and nothing else: the next question is that of version 0, with which Java begins. */
const askAgain = Buffer.from('000000067ffffff80023', 'hex')

/** A connection over streams in memory, and time that goes on only when it is told to. */
class Wire {
  readonly server: Duplex
  readonly settled: Promise<Connection | OttlaError>
  now = 0
  #received: Buffer[] = []

  constructor(options: Partial<ConnectOptions>) {
    mock.method(performance, 'now', () => this.now)
    mock.timers.enable({ apis: ['setTimeout'] })
    const [client, server] = duplexPair()
    this.server = server.on('data', (chunk: Buffer) => this.#received.push(chunk))
    const all = { host: 'broker', port: 9092, clientId: 'test-client', dial: () => client, ...options }
    this.settled = connect(all).catch((error: unknown) => error as OttlaError)
  }

  /** Says something, and gives what is said thereupon. */
  async say(bytes: Buffer | null): Promise<string | null> {
    if (bytes) this.server.write(bytes)
    await turns()
    return Buffer.concat(this.#received.splice(0)).toString('hex') || null
  }

  async later(ms: number): Promise<void> {
    this.now += ms
    mock.timers.tick(ms)
    await turns()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.destroy()
    await turns()
    mock.timers.reset()
    mock.restoreAll()
  }
}

/** Negotiated, without a login. */
async function ready(wire: Wire): Promise<Connection> {
  await wire.say(null)
  const keys = [Metadata.key, ApiVersions.key].map((key) => `${key.toString(16).padStart(4, '0')}0000000100`).join('')
  await wire.say(framed(Buffer.from(`7ffffff8000003${keys}0000000000`, 'hex')))
  const connection = await wire.settled
  assert.ok(!(connection instanceof Error), 'it connects')
  return connection
}

interface WireStep {
  readonly label: string
  readonly fromServerHex: string | null
  readonly reauthentication?: boolean
}
interface WireOutcome {
  readonly toServerHex: string | null
  readonly complete: boolean
  readonly throws?: { readonly class: string; readonly message: string }
  readonly reauthenticateInMs?: { readonly withinBounds: boolean } | null
  readonly deliveredToApplicationHex?: string
}

const mechanisms = {
  PLAIN: plain({ username: 'myuser', password: 'mypassword' }),
  OAUTHBEARER: oauthBearer({ token: { token: '123.345.567', extensions: { nineteen: '42' } }, allowPlaintext: true }),
}
const classes: Readonly<Record<string, readonly string[]>> = {
  IllegalSaslStateException: ['ILLEGAL_SASL_STATE', 'FRAME_TOO_SMALL', 'DECODE_FAILED', 'OUT_OF_SYNC'],
  SaslAuthenticationException: ['AUTHENTICATION_FAILED', 'TOKEN_REJECTED'],
  UnsupportedSaslMechanismException: ['UNSUPPORTED_MECHANISM'],
}

/** An API whose answer is the frame as it comes: the application of the vectors. */
const opaque = {
  ...ApiVersions,
  flexibleSince: null,
  request: { ...requestOf(4), name: 'Opaque' },
  response: { ...ApiVersions.response, decode: (reader: Reader) => reader.int64() },
} as unknown as Opaque
type Opaque = Api<object, object, bigint, bigint>
function requestOf(size: number): Opaque['request'] {
  const encode = (writer: Writer): void => writer.raw(Buffer.alloc(size))
  return { ...ApiVersions.request, encode }
}

const wire: Adapter = async ({ input, expected }) => {
  const { mechanism, steps } = input as { mechanism: keyof typeof mechanisms; steps: WireStep[] }
  await using client = new Wire({ sasl: mechanisms[mechanism] })
  await client.say(null)
  const outcomes = (expected as { steps: WireOutcome[] }).steps
  let late: { readonly answer: Promise<unknown> } | undefined
  for (const [i, { fromServerHex, reauthentication }] of steps.entries()) {
    const outcome = outcomes[i] ?? assert.fail()
    if (reauthentication) {
      const connection = (await client.settled) as Connection
      late = await requestInFlight(client, connection, outcomes[i + 1]?.deliveredToApplicationHex)
      await client.later(connection.session?.lifetime ?? 0)
      connection.send(opaque, {}).catch(() => undefined)
      // Here a renewal begins when nothing is on its way: the late answer comes first, the handshake behind it.
      if (late) continue
    }
    const bytes = i === 0 ? askAgain : fromServerHex === null ? null : Buffer.from(fromServerHex, 'hex')
    const said = await client.say(bytes)
    const due = outcome.deliveredToApplicationHex ? outcomes[i - 1]?.toServerHex : outcome.toServerHex
    // After a renewal the request that waited for it goes out, as in Java, where that is another class's work.
    if (!(i > 4 && outcome.complete)) assert.equal(said, due ?? null)
    if (outcome.deliveredToApplicationHex)
      assert.equal(await late?.answer, BigInt(`0x${outcome.deliveredToApplicationHex.slice(8)}`))
    if (outcome.throws) assertRefused(outcome.throws, await client.settled)
    if (outcome.complete) await assertComplete(outcome, (await client.settled) as Connection)
  }
  return pass
}

/** Brings the connection to where a request with the id of the late answer is on its way. */
async function requestInFlight(
  client: Wire,
  connection: Connection,
  hex: string | undefined,
): Promise<{ readonly answer: Promise<unknown> } | undefined> {
  if (hex === undefined) return undefined
  const last = Number.parseInt(hex.slice(0, 8), 16)
  for (let id = 1; id < last; id++) {
    const answer = connection.send(opaque, {})
    const body = Buffer.alloc(12)
    body.writeInt32BE(id)
    await client.say(framed(body))
    await answer
  }
  const answer = connection.send(opaque, {})
  await client.say(null)
  return { answer }
}

function assertRefused(thrown: { readonly class: string; readonly message: string }, error: unknown): void {
  assert.ok(error instanceof OttlaError, 'it is refused')
  assert.ok(classes[thrown.class]?.includes(error.code), `${thrown.class}: ${error.code}`)
  // What the broker says is passed on word by word; an error of one's own has words of its own.
  if (error.code === 'AUTHENTICATION_FAILED') assert.equal(error.message, thrown.message)
}

async function assertComplete({ reauthenticateInMs }: WireOutcome, connection: Connection): Promise<void> {
  await turns()
  const { session } = connection
  assert.equal(connection.state.name, 'ready')
  const used = (session?.reauthenticateAt ?? NaN) - (session?.authenticatedAt ?? NaN)
  if (reauthenticateInMs === null) assert.ok(Number.isNaN(used))
  const lifetime = session?.lifetime ?? 0
  if (reauthenticateInMs) assert.ok(used >= Math.floor(lifetime * 0.85) && used < lifetime * 0.95)
}

const requestTimeout: Adapter = async ({ input, expected }) => {
  const { elapsedSinceSendMs = 0, throttleTimeMs = 0, requestTimeoutMs = 0 } = input as Record<string, number>
  await using client = new Wire({ requestTimeout: requestTimeoutMs })
  const connection = await ready(client)
  const outcomes: string[] = []
  const send = (api: Opaque): void => {
    connection.send(api, {}).then(
      () => outcomes.push('answered'),
      (error: OttlaError) => outcomes.push(error.code),
    )
  }
  send({ ...opaque, throttleTime: () => throttleTimeMs })
  send(opaque)
  await client.say(framed(Buffer.from('000000010000000000000000', 'hex')))
  await client.later(elapsedSinceSendMs)
  assert.deepEqual(
    outcomes,
    (expected as { expired: boolean }).expired ? ['answered', 'REQUEST_TIMEOUT'] : ['answered'],
  )
  return pass
}

const canSendMore: Adapter = async ({ input, expected }) => {
  const { inFlight, lastRequestFullyWritten, maxInFlight } = input as {
    inFlight: number
    lastRequestFullyWritten: boolean
    maxInFlight: number
  }
  await using client = new Wire({ maxInFlight })
  const connection = await ready(client)
  const send = (size: number): void => {
    connection.send({ ...opaque, request: requestOf(size) }, {}).catch(() => undefined)
  }
  for (let i = 1; i < inFlight; i++) send(4)
  await turns()
  if (!lastRequestFullyWritten) client.server.pause()
  if (inFlight > 0) send(lastRequestFullyWritten ? 4 : 1_000_000)
  await turns()
  assert.equal(connection.inFlight, inFlight)
  send(4)
  assert.equal(connection.inFlight, inFlight + ((expected as { canSend: boolean }).canSend ? 1 : 0))
  return pass
}

interface BackOff extends Record<'initialMs' | 'maxMs' | 'multiplier' | 'jitter', number> {
  /** Of cases without jitter: the intervals in turn. */
  readonly byAttempt?: readonly number[]
}
type Interval = Record<'attempts' | 'minMs' | 'maxMs' | 'exact', number>

const backOff: Adapter = (vector) => {
  const { initialMs, maxMs, multiplier, jitter, byAttempt } = (vector['input'] ?? vector) as unknown as BackOff
  const options = { initial: initialMs, max: maxMs, multiplier, jitter }
  const intervals =
    byAttempt?.map((exact, attempts) => ({ exact, attempts }) as Interval) ?? (vector['expected'] as Interval[])
  for (const { attempts, minMs, maxMs, exact } of intervals) {
    assert.equal(
      backoff(options, attempts, () => 0),
      exact ?? minMs,
    )
    assert.equal(
      backoff(options, attempts, () => 1),
      exact ?? maxMs,
    )
  }
  return pass
}

const connectionState: Adapter = ({ input, expected }) => {
  const { reconnectBackoffMs, reconnectBackoffMaxMs, setupTimeoutMs, setupTimeoutMaxMs } = input as Record<
    string,
    number
  >
  const policy = new ReconnectPolicy({
    reconnectBackoff: reconnectBackoffMs ?? 0,
    reconnectBackoffMax: reconnectBackoffMaxMs ?? 0,
    connectTimeout: setupTimeoutMs ?? 0,
    connectTimeoutMax: setupTimeoutMaxMs ?? 0,
  })
  const asked: Readonly<Record<string, (now: number) => unknown>> = {
    canConnect: (now) => policy.canConnect(now),
    connectionDelay: (now) => policy.delay(now),
    setupTimeout: (now) => policy.setupExpired(now),
  }
  for (const { op, ...answers } of expected as ({ op: string } & Record<string, unknown>)[]) {
    const [does = '', at = ''] = op.split(' at ')
    if (does === 'connecting') policy.connecting(Number(at))
    else if (does === 'disconnected') policy.disconnected(Number(at))
    else policy.ready(Number(at))
    for (const [key, answer] of Object.entries(answers)) {
      const [question = '', now = ''] = key.split('@')
      assert.equal(asked[question]?.(Number(now)), answer, key)
    }
  }
  return pass
}

const correlationIds: Adapter = ({ expected }) => {
  const ids = new CorrelationIds(reservedIds.min - 1)
  ids.next()
  assert.deepEqual({ ...reservedIds, applicationIdAfterReserved: ids.next() }, expected)
  return pass
}

/** Without credentials there is no mechanism to connect with. */
const create: Adapter = () => {
  assert.throws(() => plain({} as never), { code: 'INVALID_ARGUMENT' })
  return pass
}

export const areas: Readonly<Record<string, Adapter>> = {
  'client.wire': wire,
  'client.requestTimeout': requestTimeout,
  'client.canSendMore': canSendMore,
  'client.backoff': backOff,
  'client.connectionState': connectionState,
  'client.correlationIds': correlationIds,
  'client.create': create,
}
