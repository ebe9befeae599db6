import assert from 'node:assert/strict'
import { duplexPair } from 'node:stream'
import { test } from 'node:test'
import fc from 'fast-check'
import { connect } from '#src/connection/connect.js'
import type { Connection } from '#src/connection/connection.js'
import { OttlaError } from '#src/errors.js'
import { ApiVersions } from '#src/messages/ApiVersions.js'
import { Metadata } from '#src/messages/Metadata.js'
import { FrameSplitter } from '#src/protocol/frame-splitter.js'
import { Writer } from '#src/protocol/writer.js'

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** The broker's end of a pair of streams in memory: it collects requests, and answers when it is told to. */
class Broker {
  readonly ids: number[] = []
  bytes: Buffer[] = []
  readonly #splitter = new FrameSplitter(1_000_000)
  readonly #stream

  constructor(stream: ReturnType<typeof duplexPair>[1]) {
    this.#stream = stream
    stream.on('data', (chunk: Buffer) => {
      this.#splitter.push(chunk)
      for (let frame = this.#splitter.next(); frame !== null; frame = this.#splitter.next()) this.#take(frame)
    })
  }

  #take(frame: Buffer): void {
    const id = frame.readInt32BE(4)
    if (frame.readInt16BE(0) !== ApiVersions.key) return void this.ids.push(id)
    const apiKeys = [{ apiKey: Metadata.key, minVersion: 0, maxVersion: 1 }]
    this.#stream.write(
      encode(ApiVersions, frame.readInt16BE(2), { id, body: { ...ApiVersions.response.defaults(), apiKeys } }),
    )
  }

  /** Answers the oldest requests; the answers leave in pieces of `size` bytes. */
  answer(count: number, size: number): void {
    const answers = this.ids.splice(0, count).map((id) => {
      const body = { ...Metadata.response.defaults(), controllerId: id }
      return encode(Metadata, 1, { id, body })
    })
    const bytes = Buffer.concat(answers)
    for (let at = 0; at < bytes.length; at += size) this.#stream.write(bytes.subarray(at, at + size))
  }
}

function encode(
  api: typeof ApiVersions | typeof Metadata,
  version: number,
  { id, body }: { id: number; body: object },
): Buffer {
  const writer = new Writer()
  const begin = writer.beginFrame()
  writer.int32(id)
  api.response.encode(writer, version, body as never)
  writer.endFrame(begin)
  return writer.finish()
}

type Command =
  | { readonly do: 'send'; readonly timeout?: number }
  | { readonly do: 'abort'; readonly which: number }
  | { readonly do: 'answer'; readonly count: number; readonly size: number }
  | { readonly do: 'turn' }

const commands = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<Command>({ do: 'send' }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('abort' as const), which: fc.nat(8) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('answer' as const),
        count: fc.integer({ min: 1, max: 5 }),
        size: fc.integer({ min: 1, max: 60 }),
      }),
    },
    { weight: 3, arbitrary: fc.constant<Command>({ do: 'turn' }) },
  ),
  // Shrinking favours the short ones, in which hardly anything happens.
  { minLength: 15, maxLength: 60 },
)

/** What became of each request. */
interface Sent {
  readonly controller: AbortController
  outcomes: (number | string)[]
}

async function run(connection: Connection, broker: Broker, script: readonly Command[]): Promise<Sent[]> {
  const sent: Sent[] = []
  for (const command of script) {
    if (command.do === 'send') {
      const controller = new AbortController()
      const one: Sent = { controller, outcomes: [] }
      sent.push(one)
      connection.send(Metadata, { topics: [] }, { signal: controller.signal }).then(
        ({ controllerId }) => one.outcomes.push(controllerId),
        (error: unknown) => one.outcomes.push(error instanceof OttlaError ? error.code : String(error)),
      )
    } else if (command.do === 'abort') {
      sent[command.which]?.controller.abort()
    } else if (command.do === 'answer') {
      broker.answer(command.count, command.size)
    } else {
      await turn()
    }
  }
  return sent
}

test('A-6 A-2 whatever is sent, given up and answered in pieces: each request is settled once, by its own answer', async () => {
  await fc.assert(
    fc.asyncProperty(commands, fc.integer({ min: 1, max: 4 }), async (script, maxInFlight) => {
      const [client, server] = duplexPair()
      const broker = new Broker(server)
      const connection = await connect({ host: 'memory', port: 1, dial: () => client, maxInFlight })
      const sent = await run(connection, broker, script)
      for (let i = 0; i < 10; i++) await turn()
      assert.ok(connection.inFlight <= maxInFlight)
      assert.equal(connection.state.name, 'ready')
      await connection.close()
      await turn()
      for (const [i, { outcomes }] of sent.entries()) {
        assert.equal(outcomes.length, 1, `request ${String(i + 1)} was settled once`)
        assert.ok([i + 1, 'ABORTED', 'SHUTDOWN'].includes(outcomes[0] ?? ''), String(outcomes[0]))
      }
    }),
    { numRuns: 150 },
  )
})
