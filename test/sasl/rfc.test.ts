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
