import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { apiNamed } from '#src/cli/apis.js'
import { framesOf } from '#src/cli/frames.js'
import { errorsIn, fromJson, inVersion, templateOf, toJson } from '#src/cli/message-json.js'
import { run } from '#src/cli/run.js'
import { apis } from '#src/messages/apis.js'
import { Writer } from '#src/protocol/writer.js'
import { startBroker } from '#src/testing/index.js'
import { fakeTerminal } from './terminal.js'
import type { Broker } from '#src/testing/index.js'
import type { FakeWorld } from './terminal.js'

let broker: Broker
before(async () => {
  broker = await startBroker({ users: { alice: 'alice-secret' }, mechanisms: ['PLAIN'], topics: { orders: 2 } })
})
after(() => broker.close())

async function ottla(
  args: readonly string[],
  world: FakeWorld = {},
): Promise<{ code: number; out: string; err: string }> {
  const terminal = fakeTerminal({ env: { P: 'alice-secret' }, ...world })
  const code = await run(args, terminal)
  return { code, ...terminal.written }
}

/** How to log in to the broker. */
function login(): string[] {
  return [`localhost:${broker.port}`, '--mechanism', 'PLAIN', '-u', 'alice', '--password-env', 'P']
}

test('request sends JSON and prints JSON', async () => {
  const { code, out, err } = await ottla([
    'request',
    'metadata',
    ...login(),
    '--json',
    '{ "topics": [{ "name": "orders" }] }',
  ])
  assert.equal(`${code}${err}`, '0')
  const answer = JSON.parse(out) as { topics: { name: string; partitions: unknown[] }[] }
  assert.equal(answer.topics[0]?.name, 'orders')
  assert.equal(answer.topics[0].partitions.length, 2)
})

test('request reads the request from the input, and speaks the version that it is told', async () => {
  const { code, out } = await ottla(['request', '3', ...login(), '--version', '0', '--json', '-'], {
    input: '{ "topics": [] }',
  })
  assert.equal(code, 0)
  const answer = JSON.parse(out) as Record<string, unknown>
  assert.deepEqual(Object.keys(answer), ['brokers', 'topics'])
})

test('request names the error codes of an answer', async () => {
  const { code, err } = await ottla([
    'request',
    'Metadata',
    ...login(),
    '--json',
    '{ "topics": [{ "name": "no such" }] }',
  ])
  assert.equal(code, 0)
  assert.equal(err, '! topics[0].errorCode: INVALID_TOPIC_EXCEPTION\n')
})

test('request says what is wrong with a request before it dials', async () => {
  const wrong: [string[], RegExp][] = [
    [['Metadat'], /Kafka has no API Metadat; did you mean Metadata\?/],
    [['Metadata', '--version', '99'], /--version 99: Ottla speaks Metadata in the versions 0 to \d+/],
    [['Metadata', '--json', '{'], /the request is no JSON/],
    [['Metadata', '--json', '[]'], /the request must be an object, not an array/],
    [['Metadata', '--json', '{ "topicz": [] }'], /there is no field topicz; did you mean topics\?/],
    [['Metadata', '--json', '{ "topics": [{ "name": 1 }] }'], /topics\[0\]\.name must be a text, not a number/],
    [['Metadata', '--json', '{ "topics": 1 }'], /topics must be an array, not a number/],
    [['Metadata', '--json', '{ "allowAutoTopicCreation": null }'], /allowAutoTopicCreation must be a value, not null/],
    [
      ['Fetch', '--json', '{ "topics": [{ "partitions": [{ "fetchOffset": 1.5 }] }] }'],
      /fetchOffset must be a whole number/,
    ],
    [[], /which API\?/],
  ]
  for (const [args, message] of wrong) {
    const { code, err } = await ottla(
      ['request', ...args.slice(0, 1), 'localhost:1', ...args.slice(1)].filter(
        (arg) => args.length > 0 || arg === 'request',
      ),
    )
    assert.equal(code, 2, args.join(' '))
    assert.match(err, message)
  }
  const missing = await ottla(['request', 'Metadata', ...login()])
  assert.equal(missing.code, 2)
  assert.match(missing.err, /topics: .*--template prints a whole request/)
})

test('a template can be sent as it is', async () => {
  const { out } = await ottla(['request', 'FindCoordinator', '--template', '--version', '1'])
  assert.deepEqual(JSON.parse(out), { key: '', keyType: 0 })
  for (const { name, minVersion, maxVersion } of apis) {
    const api = await apiNamed(name)
    for (let version = minVersion; version <= maxVersion; version++) {
      const template = templateOf(api.request.fields, version, api.request.defaults() as Record<string, unknown>)
      const input = fromJson(api.request.fields, JSON.parse(toJson(template, { reveal: true })))
      api.request.encode(new Writer(), version, input as never)
    }
  }
})

test('every message survives its JSON', async () => {
  for (const { name, maxVersion } of apis) {
    const api = await apiNamed(name)
    for (const message of [api.request, api.response]) {
      const bytes = (value: unknown): Buffer => {
        const writer = new Writer()
        message.encode(writer, maxVersion, value as never)
        return writer.finish()
      }
      const defaults = message.defaults()
      const copy = fromJson(
        message.fields,
        JSON.parse(toJson(inVersion(message.fields, maxVersion, defaults), { reveal: true })),
      )
      assert.deepEqual(bytes(copy), bytes(defaults), message.name)
    }
  }
})

test('64-bit numbers stay exact', async () => {
  const { request } = await apiNamed('ListOffsets')
  const field = { timestamp: '9007199254740993' }
  const input = fromJson(request.fields, { topics: [{ partitions: [field] }] })
  assert.match(toJson(input, { reveal: false }), /"timestamp": "9007199254740993"/)
  assert.match(toJson({ timestamp: 5n }, { reveal: false }), /"timestamp": 5\n/)
})

test('decode reads requests of any form, one or many', async () => {
  const hex = '0012000000000001000161'
  const framed = `0000000b${hex}`
  for (const text of [
    hex,
    hex.toUpperCase(),
    `0x${hex}\n`,
    hex.replace(/../g, '$&:').slice(0, -1),
    framed,
    Buffer.from(hex, 'hex').toString('base64'),
  ]) {
    const { code, out, err } = await ottla(['decode'], { input: text })
    assert.equal(code, 0, text)
    assert.equal(err, 'ApiVersions request, version 0, 11 bytes\n')
    assert.deepEqual(JSON.parse(out), {
      header: { requestApiKey: 18, requestApiVersion: 0, correlationId: 1, clientId: 'a' },
      body: {},
    })
  }
  assert.equal((await ottla(['decode', framed, framed])).err.split('\n').length, 3)
})

test('decode shows what it could read, and where it ended', async () => {
  const { code, out, err } = await ottla(['decode', '001100000000000100016100'])
  assert.equal(code, 1)
  assert.match(out, /"clientId": "a"/)
  assert.match(err, /✗ SaslHandshakeRequest version 0, mechanism: /)
  assert.match((await ottla(['decode', '7fff000000000001ffff'])).err, /no API with the key 32767/)
  assert.match((await ottla(['decode', '00030fff00000001ffff00'])).err, /Ottla speaks Metadata in the versions/)
  assert.match((await ottla(['decode', '0003'])).err, /too short/)
  assert.equal((await ottla(['decode'], { input: '' })).code, 2)
})

test('decode reads responses, whose version it must be told', async () => {
  const { out } = await ottla([
    'decode',
    '--response',
    'SaslHandshake',
    '--version',
    '1',
    '00000007',
    '0000',
    '00000001',
    '0005504c41494e',
  ])
  assert.deepEqual(JSON.parse(out), { header: { correlationId: 7 }, body: { errorCode: 0, mechanisms: ['PLAIN'] } })
  assert.equal((await ottla(['decode', '--response', 'SaslHandshake', '00'])).code, 2)
  assert.equal((await ottla(['decode', '--version', '1', '00'])).code, 2)
})

test('decode keeps a password to itself unless it is told not to', async () => {
  const token = Buffer.from('\0alice\0alice-secret')
  const body = Buffer.concat([Buffer.from('0024000000000001ffff', 'hex'), Buffer.from([0, 0, 0, token.length]), token])
  const hidden = await ottla(['decode', body.toString('hex')])
  assert.match(hidden.out, /"authBytes": "\(19 secret bytes\)"/)
  assert.match((await ottla(['decode', '--reveal', body.toString('hex')])).out, new RegExp(token.toString('base64')))
})

test('whatever is to be decoded, decode ends with an exit code', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), async (bytes) => {
      const { code } = await ottla(['decode', Buffer.from(bytes).toString('hex')])
      assert.ok(code === 0 || code === 1 || (bytes.length === 0 && code === 2))
    }),
    { numRuns: 300 },
  )
  assert.equal(framesOf(Buffer.from([0, 0, 0, 4, 1, 2, 3, 4, 0, 0, 0, 9, 1])).length, 1)
})

test('errors in an answer are found at any depth', () => {
  const answer = { errorCode: 0, topics: [{ errorCode: 3, bytes: Buffer.of(1) }], partitionErrorCode: 1 }
  assert.deepEqual(errorsIn(answer), [
    { path: 'topics[0].errorCode', name: 'UNKNOWN_TOPIC_OR_PARTITION' },
    { path: 'partitionErrorCode', name: 'OFFSET_OUT_OF_RANGE' },
  ])
})

test('scram makes a credential that Kafka can store', async () => {
  const { code, out } = await ottla([
    'scram',
    '--mechanism',
    'scram-sha-256',
    '--password-env',
    'P',
    '--iterations',
    '5000',
  ])
  assert.equal(code, 0)
  assert.match(out, /^salt=[\w+/=]+,stored_key=[\w+/]{43}=,server_key=[\w+/]{43}=,iterations=5000\n$/)
  assert.match((await ottla(['scram', 'secret'])).err, /a password has no place on a command line/)
  assert.match((await ottla(['scram', '--mechanism', 'PLAIN', '--password-env', 'P'])).err, /have stored credentials/)
  assert.equal((await ottla(['scram', '--iterations', '1', '--password-env', 'P'])).code, 1)
})
