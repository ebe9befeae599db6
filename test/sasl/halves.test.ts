import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { OttlaError } from '#src/errors.js'
import { SaslRefusal } from '#src/sasl/mechanism.js'
import type { ClientMechanism, ServerMechanism } from '#src/sasl/mechanism.js'
import { oauthBearer } from '#src/sasl/oauthbearer/client.js'
import { oauthBearerServer } from '#src/sasl/oauthbearer/server.js'
import { plain, plainServer } from '#src/sasl/plain.js'
import { scramSha256, scramSha512 } from '#src/sasl/scram/client.js'
import { parseScramClientFinal, parseScramServerFinal } from '#src/sasl/scram/grammar.js'
import { scramSha256Server, scramSha512Server } from '#src/sasl/scram/server.js'
import { login } from './exchange.js'

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((value) => !value.includes('\0'))
// Kafka's server reads ASCII names only.
const awkward = fc.constantFrom(',', '=', '=2C', '=3D', 'n=', ',r=', ' ', '\x01', '~')
const asciiName = fc
  .array(fc.oneof(awkward, fc.string({ minLength: 1 })), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(''))
const extensions = fc
  .dictionary(fc.stringMatching(/^[A-Za-z]{2,12}$/), fc.stringMatching(/^[\x21-\x2b\x2d-\x7e \t]{1,30}$/), {
    maxKeys: 6,
  })
  .map((made) => Object.fromEntries(Object.entries(made).filter(([name]) => !['auth', 'tokenauth'].includes(name))))
const bearerToken = fc.stringMatching(/^[-_~+/.a-zA-Z0-9]{1,60}={0,2}$/)

test('PLAIN: whoever the user and whatever the password, they arrive', async () => {
  await fc.assert(
    fc.asyncProperty(text, text, async (username, password) => {
      const server = plainServer({ users: { [username]: password } })
      assert.equal((await login(plain({ username, password }), server)).authorizationId, username)
      await assert.rejects(login(plain({ username, password: `${password}x` }), server), SaslRefusal)
      await assert.rejects(login(plain({ username: `${username}x`, password }), server), SaslRefusal)
    }),
  )
})

for (const [client, server] of [
  [scramSha256, scramSha256Server],
  [scramSha512, scramSha512Server],
] as const) {
  const { name } = server({ users: {} })
  test(`${name}: names with commas and equals signs, any password, any extensions`, async () => {
    await fc.assert(
      fc.asyncProperty(asciiName, text, extensions, async (username, password, sent) => {
        const mechanism = server({ users: { [username]: password } })
        const done = await login(client({ username, password, extensions: sent }), mechanism)
        assert.equal(done.authorizationId, username)
        for (const extension of Object.keys(sent)) assert.equal(done.negotiatedProperty(extension), undefined)
        await assert.rejects(login(client({ username, password: `${password}x` }), mechanism), SaslRefusal)
      }),
      { numRuns: 20 },
    )
  })
}

test('OAUTHBEARER: token and extensions arrive as they were sent', async () => {
  await fc.assert(
    fc.asyncProperty(bearerToken, extensions, async (token, sent) => {
      const server = oauthBearerServer({
        validateToken: (value) =>
          value === token ? { principalName: 'user', lifetimeMs: 1 } : { status: 'invalid_token' },
        validateExtensions: (context) => {
          assert.deepEqual(Object.fromEntries(context.inputExtensions), sent)
          for (const [name] of context.inputExtensions) context.valid(name)
        },
      })
      const done = await login(oauthBearer({ token: { token, extensions: sent } }), server)
      for (const [name, value] of Object.entries(sent)) assert.equal(done.negotiatedProperty(name), value)
      assert.equal(done.negotiatedProperty('OAUTHBEARER.token')?.value, token)
    }),
  )
})

/** One change of a message: a byte replaced, inserted or removed, its end cut off, or all of it replaced. */
const mutation = fc.record({
  step: fc.nat(5),
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  kind: fc.constantFrom('replace', 'insert', 'remove', 'cut', 'all'),
  byte: fc.oneof(fc.constantFrom(0, 1, 0x2c, 0x3d, 0xff), fc.nat(255)),
  bytes: fc.uint8Array({ maxLength: 50 }),
})

type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never

function mutate(message: Buffer, { at, kind, byte, bytes }: Mutation): Uint8Array {
  const index = Math.floor(at * message.length)
  switch (kind) {
    case 'replace':
      return Buffer.concat([message.subarray(0, index), Buffer.of(byte), message.subarray(index + 1)])
    case 'insert':
      return Buffer.concat([message.subarray(0, index), Buffer.of(byte), message.subarray(index)])
    case 'remove':
      return Buffer.concat([message.subarray(0, index), message.subarray(index + 1)])
    case 'cut':
      return message.subarray(0, index)
    default:
      return bytes
  }
}

/** Logs in with one message changed on its way: how it ends, and whether anything was really changed. */
async function tampered(client: ClientMechanism, server: ServerMechanism, change: Mutation) {
  let original: Buffer | undefined
  let changed: Uint8Array | undefined
  const outcome = await login(client, server, (message, step) => {
    if (step !== change.step) return message
    original = message
    return (changed = mutate(message, change))
  }).catch((error: unknown) => {
    assert.ok(
      error instanceof SaslRefusal || error instanceof OttlaError,
      `neither a refusal nor an error of ours: ${String(error)}`,
    )
    return error
  })
  const different = original !== undefined && changed !== undefined && !original.equals(changed)
  return { refused: outcome instanceof Error, different, original, changed }
}

test('SCRAM: a message changed on its way is refused by one side or the other, at every step', async () => {
  const server = scramSha256Server({ users: { alice: 'secret' } })
  const client = scramSha256({ username: 'alice', password: 'secret', extensions: { traceId: '1' } })
  await fc.assert(
    fc.asyncProperty(mutation, async (change) => {
      const { refused, different, original, changed } = await tampered(client, server, change)
      if (!different || refused) return
      // Base64 has spare bits at its end: such a text means the same proof or signature.
      assert.ok(original && changed && change.step >= 2)
      const parse =
        change.step === 2
          ? (bytes: Uint8Array) => parseScramClientFinal(bytes).proof
          : (bytes: Uint8Array) => parseScramServerFinal(bytes).serverSignature
      assert.deepEqual(parse(changed), parse(original))
    }),
    { numRuns: 200 },
  )
})

test('PLAIN and OAUTHBEARER: a changed message never crashes, and never makes another user of the client', async () => {
  const pairs = [
    [plain({ username: 'alice', password: 'secret' }), plainServer({ users: { alice: 'secret', alicf: 'other' } })],
    [
      oauthBearer({ token: { token: 'tok', extensions: { traceId: '1' } } }),
      oauthBearerServer({
        validateToken: (token) =>
          token === 'tok' ? { principalName: 'alice', lifetimeMs: 1 } : { status: 'invalid_token' },
      }),
    ],
  ] as const
  for (const [client, server] of pairs) {
    await fc.assert(
      fc.asyncProperty(mutation, async (change) => {
        await tampered(client, server, change)
      }),
      { numRuns: 1000 },
    )
  }
})
