import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import { oauthBearer } from '#src/sasl/oauthbearer/client.js'
import { parseClientInitialResponse } from '#src/sasl/oauthbearer/grammar.js'
import { oauthBearerServer } from '#src/sasl/oauthbearer/server.js'
import type { ScramAlgorithm } from '#src/sasl/scram/algorithm.js'
import {
  parseScramClientFinal,
  parseScramClientFirst,
  parseScramServerFinal,
  parseScramServerFirst,
} from '#src/sasl/scram/grammar.js'
import { deriveScramKeys, xor } from '#src/sasl/scram/keys.js'
import { answer, say, startClient, startServer } from './exchange.js'

// The example of RFC 7677 is in scram.test.ts, that of RFC 4616 in plain.test.ts.

test('RFC 5802, section 5: messages, keys, proof and signature of its example, which is of SHA-1', async () => {
  const first = parseScramClientFirst(Buffer.from('n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL'))
  const challenge = parseScramServerFirst(
    Buffer.from('r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096'),
  )
  const final = parseScramClientFinal(
    Buffer.from('c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts='),
  )
  const { serverSignature } = parseScramServerFinal(Buffer.from('v=rmF9pqV8S7suAoZWja4dJRkFsKQ='))
  assert.ok(challenge.nonce.startsWith(first.nonce) && final.nonce === challenge.nonce)

  // Kafka knows no SHA-1, and so no mechanism here offers it; the arithmetic is the same.
  const sha1 = { hash: 'sha1', length: 20 } as unknown as ScramAlgorithm
  const { clientKey, storedKey, serverKey } = await deriveScramKeys(sha1, 'pencil', challenge)
  const message = `${first.bare},${challenge.bare},${final.bare}`
  const sign = (key: Uint8Array): Buffer => createHmac('sha1', key).update(message).digest()
  assert.deepEqual(xor(clientKey, sign(storedKey)), Buffer.from(final.proof))
  assert.deepEqual(sign(serverKey), Buffer.from(serverSignature ?? []))
})

test('RFC 7628, section 4.1: a successful exchange', async () => {
  const message =
    'n,a=user@example.com,\x01host=server.example.com\x01port=143\x01auth=Bearer vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==\x01\x01'
  const { token, authorizationId, extensions } = parseClientInitialResponse(Buffer.from(message))
  assert.equal(token, 'vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==')
  assert.equal(authorizationId, 'user@example.com')
  assert.deepEqual(Object.fromEntries(extensions), { host: 'server.example.com', port: '143' })
  const validateToken = () => ({ principalName: 'user@example.com', lifetimeMs: 1 })
  const server = await startServer(oauthBearerServer({ validateToken }))
  assert.equal(await answer(server, message), '')
})

test('RFC 7628, section 3.1: the faults of a first message, each with the text of Kafka', () => {
  const faults = {
    '': [
      '',
      'y,,\x01auth=Bearer t\x01\x01',
      'n,,\x01auth=Bearer t\x01',
      'n,,\x01auth=Bearer t\x01\x01\x01',
      'n,,\x01auth=Bearer t\x01\x01k=v\x01',
      'n,,\x01auth=Bearer t\x01k\x01\x01',
      'n,,\x01auth=Bearer t\x01=v\x01\x01',
      'n,,\x01auth=Bearer t\x01k1=v\x01\x01',
      'n,,\x01auth=Bearer t\x01k=\x01\x01',
      'n,,\x01auth=Bearer t\x01k=\x7f\x01\x01',
      'n,,\x01auth=Bearer t\x7f\x01\x01',
      'n,,\x01auth=no scheme\x01k=é\x01\x01',
      'n,,\x01auth=Bearer t\x7f\x01auth=Bearer t\x01\x01',
    ],
    ": 'auth' not specified": ['n,,\x01\x01', 'n,,\x01k=v\x01\x01', 'n,,\x01Auth=Bearer t\x01\x01'],
    ": invalid 'auth' format": ['n,,\x01auth=t\x01\x01', 'n,,\x01auth=Bearer t\x01auth=Bearer\x01\x01'],
  }
  for (const [text, messages] of Object.entries(faults)) {
    for (const message of messages) {
      const expected = { message: `Invalid OAUTHBEARER client first message${text}` }
      assert.throws(() => parseClientInitialResponse(Buffer.from(message)), expected, JSON.stringify(message))
    }
  }
  const last = parseClientInitialResponse(
    Buffer.from('n,a=x\x01y,\x01auth=t\x01k=a=b\x01auth=bearer  t==\x01k= \x01\x01'),
  )
  assert.deepEqual([last.token, last.authorizationId, ...last.extensions], ['t==', 'x\x01y', ['k', ' ']])
})

test('RFC 7628, section 4.3: a failed exchange', async () => {
  const rejection = {
    status: 'invalid_token',
    scope: 'example_scope',
    openidConfiguration: 'https://example.com/.well-known/openid-configuration',
  }
  const server = await startServer(oauthBearerServer({ validateToken: () => rejection }))
  const client = await startClient(oauthBearer({ token: 'vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==' }))
  const error = await answer(server, (await say(client, null)) ?? '')
  assert.deepEqual(JSON.parse(error ?? ''), {
    status: 'invalid_token',
    scope: 'example_scope',
    'openid-configuration': 'https://example.com/.well-known/openid-configuration',
  })
  const last = await say(client, error ?? '')
  assert.equal(last, '\x01')
  await assert.rejects(answer(server, last), { reply: 'text', publicText: error })
  const told = client.refused?.(error ?? null)
  assert.equal(told?.code, 'TOKEN_REJECTED')
  assert.deepEqual(told.tokenError, rejection)
})
