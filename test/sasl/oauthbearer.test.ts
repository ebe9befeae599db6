import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { AuthenticationError } from '#src/errors.js'
import { SaslRefusal } from '#src/sasl/mechanism.js'
import { SaslExtensions } from '#src/sasl/extensions.js'
import { oauthBearer } from '#src/sasl/oauthbearer/client.js'
import { validateExtensions } from '#src/sasl/oauthbearer/grammar.js'
import { oauthBearerServer } from '#src/sasl/oauthbearer/server.js'
import { unsecuredLogin } from '#src/sasl/oauthbearer/unsecured-login.js'
import { unsecuredValidator } from '#src/sasl/oauthbearer/unsecured-validator.js'
import { answer, login, say, startClient, startServer } from './exchange.js'

const accept = () => ({ principalName: 'user', lifetimeMs: 1_700_003_600_000 })
const first = 'n,,\x01auth=Bearer tok\x01firstKey=value1\x01secondKey=value2\x01\x01'

test('without extensions the bytes are those of before KIP-342', async () => {
  for (const token of [
    'a.b.c',
    { token: 'a.b.c' },
    { token: 'a.b.c', extensions: {} },
    () => 'a.b.c',
    { token: () => 'a.b.c' },
  ]) {
    assert.equal(await say(await startClient(oauthBearer({ token })), null), 'n,,\x01auth=Bearer a.b.c\x01\x01')
  }
})

test('token and extensions of one source go out together', async () => {
  const client = await startClient(
    oauthBearer({ token: async () => ({ token: '123.345.567', extensions: { nineteen: '42' } }) }),
  )
  assert.equal(await say(client, null), 'n,,\x01auth=Bearer 123.345.567\x01nineteen=42\x01\x01')
  assert.deepEqual(await client.next(new Uint8Array(0)), { done: true })
})

test('the grammar says what Kafka says, character for character; who shows it makes it safe', () => {
  const said = (name: string, value: string): string | undefined => {
    try {
      validateExtensions(SaslExtensions.from([[name, value]]))
      return undefined
    } catch (error) {
      return (error as AuthenticationError).message
    }
  }
  assert.equal(said('k', 'v\t\r\n'), undefined)
  assert.equal(said('k', '\x01'), 'Extension value (\x01) for extension k is invalid')
  assert.equal(said('k\x1b', 'v'), 'Extension name k\x1b is invalid')
})

test('what cannot be sent is refused on the client, and the token is in no error', async () => {
  for (const token of ['', 'secret\n', 'se cret', 'se=cret', 'n,,\x01secret']) {
    assert.throws(
      () => oauthBearer({ token }),
      (error) => {
        assert.equal((error as AuthenticationError).code, 'INVALID_ARGUMENT')
        assert.ok(
          !inspect(error)
            .replaceAll('se cret', 'X')
            .match(/secret\b(?!s)/),
          inspect(error),
        )
        return true
      },
    )
  }
  for (const extensions of [
    { auth: 'x' },
    { 'trace-id': 'x' },
    { traceId: '' },
    { traceId: 'a\x01auth=Bearer evil' },
  ] as Record<string, string>[]) {
    assert.throws(() => oauthBearer({ token: { token: 't', extensions } }), { code: 'INVALID_ARGUMENT' })
    await assert.rejects(say(await startClient(oauthBearer({ token: () => ({ token: 't', extensions }) })), null), {
      code: 'INVALID_ARGUMENT',
    })
  }
  await assert.rejects(say(await startClient(oauthBearer({ token: () => undefined as unknown as string })), null), {
    code: 'INVALID_ARGUMENT',
  })
})

test('without TLS nothing is dialled unless it is allowed', () => {
  const target = { host: 'h', port: 9092, secure: false }
  assert.throws(() => oauthBearer({ token: 't' }).check?.(target), { code: 'PLAINTEXT_REFUSED', broker: 'h:9092' })
  oauthBearer({ token: 't' }).check?.({ ...target, secure: true })
  oauthBearer({ token: 't', allowPlaintext: true }).check?.(target)
})

test('a rejected token: 0x01, and the server’s JSON in a typed error', async () => {
  const client = await startClient(oauthBearer({ token: 'tok' }))
  await say(client, null)
  const json = '{"status":"insufficient_scope", "scope":"kafka.read", "openid-configuration":"https://idp/.well-known"}'
  assert.equal(await say(client, json), '\x01')
  const error = client.refused?.(json)
  assert.ok(error instanceof AuthenticationError)
  assert.equal(error.code, 'TOKEN_REJECTED')
  assert.deepEqual(error.tokenError, {
    status: 'insufficient_scope',
    scope: 'kafka.read',
    openidConfiguration: 'https://idp/.well-known',
  })
  assert.match(error.message, /insufficient_scope/)
  assert.match(error.hint ?? '', /kafka\.read/)
  await assert.rejects(say(client, ''), {
    code: 'ILLEGAL_SASL_STATE',
    message: 'Unexpected challenge in Sasl client state RECEIVE_SERVER_MESSAGE_AFTER_FAILURE',
  })
})

test('the source hears of a rejected token however it is rejected, and hides nothing if it fails at that', async () => {
  const rejected: string[] = []
  const warnings: Error[] = []
  const warned = (warning: Error): void => void warnings.push(warning)
  process.on('warning', warned)
  const source = {
    token: () => 'tok-of-alice',
    rejected: (token: string): never => {
      rejected.push(token)
      throw new Error(`no ${token} here`)
    },
  }
  const started = async () => {
    const client = await startClient(oauthBearer({ token: source }))
    await say(client, null)
    return client
  }
  const json = '{"status":"invalid_token"}'
  const told = await started()
  assert.equal(await say(told, json), '\x01')
  assert.equal(told.refused?.(json)?.code, 'TOKEN_REJECTED')
  assert.equal((await started()).refused?.('Authentication failed'), undefined)
  assert.deepEqual(rejected, ['tok-of-alice', 'tok-of-alice'])
  // It is not the token that these are about.
  ;(await started()).refused?.('Authentication failed: 1 extensions are invalid! They are: a: b')
  ;(await started()).refused?.(null)
  assert.equal(rejected.length, 2)
  await new Promise((resolve) => setImmediate(resolve))
  process.off('warning', warned)
  const [text] = warnings.map(({ message }) => message)
  assert.equal(text, 'rejected() of the token source threw: no [hidden] here')
})

test('refused extensions have a code of their own', async () => {
  const client = await startClient(oauthBearer({ token: 'tok' }))
  await say(client, null)
  const text = 'Authentication failed: 1 extensions are invalid! They are: traceId: must be alphanumeric'
  assert.equal(client.refused?.(text)?.code, 'EXTENSIONS_REFUSED')
  assert.equal(client.refused('Authentication failed'), undefined)
})

test('only validated extensions become negotiated properties', async () => {
  const server = await startServer(
    oauthBearerServer({ validateToken: accept, validateExtensions: (context) => context.valid('firstKey') }),
  )
  const { challenge, done } = await server.next(Buffer.from(first))
  assert.deepEqual(challenge, new Uint8Array(0))
  assert.ok(done)
  assert.equal(done.authorizationId, 'user')
  assert.equal(done.expiresAt, 1_700_003_600_000)
  assert.equal(done.negotiatedProperty('firstKey'), 'value1')
  assert.equal(done.negotiatedProperty('secondKey'), undefined)
  assert.equal(done.negotiatedProperty('CREDENTIAL.LIFETIME.MS'), 1_700_003_600_000)
  const token = done.negotiatedProperty('OAUTHBEARER.token')
  assert.equal(token?.value, 'tok')
  assert.ok(!inspect(done, { depth: 9 }).includes("tok'"), 'the token’s value is not enumerable')
})

test('a server without an extensions validator exposes none', async () => {
  const server = await startServer(oauthBearerServer({ validateToken: accept }))
  assert.equal((await server.next(Buffer.from(first))).done?.negotiatedProperty('firstKey'), undefined)
})

test('an extension that is an error refuses the login with Kafka’s text', async () => {
  const server = await startServer(
    oauthBearerServer({
      validateToken: accept,
      validateExtensions: async (context) => {
        context.valid('firstKey')
        context.error('firstKey', 'is not valid')
        context.error('missing', 'is missing')
        assert.deepEqual([...context.ignoredExtensions], [['secondKey', 'value2']])
      },
    }),
  )
  await assert.rejects(answer(server, first), {
    reply: 'text',
    publicText:
      'Authentication failed: 2 extensions are invalid! They are: firstKey: is not valid; missing: is missing',
  })
})

test('a rejected token gets the error JSON, 0x01 gets it as refusal, a better token is accepted', async () => {
  const server = oauthBearerServer({
    validateToken: (token) => (token === 'good' ? accept() : { status: 'invalid_token', scope: 'a"b' }),
  })
  const refused = await startServer(server)
  const json = await answer(refused, 'n,,\x01auth=Bearer bad\x01\x01')
  assert.equal(json, '{"status":"invalid_token", "scope":"a\\"b"}')
  await assert.rejects(answer(refused, '\x01'), { reply: 'text', publicText: json })
  await assert.rejects(answer(refused, '\x01'), { reply: 'generic' })

  const retried = await startServer(server)
  await answer(retried, 'n,,\x01auth=Bearer bad\x01\x01')
  assert.equal(await answer(retried, 'n,,\x01auth=Bearer good\x01\x01'), '')
})

test('a validator that throws, or says nonsense, refuses the login without saying why', async () => {
  for (const validateToken of [
    () => Promise.reject(new Error('idp down')),
    () => true as never,
    () => ({ principalName: 'x', lifetimeMs: NaN }),
    () => ({ principalName: '', lifetimeMs: 1 }),
  ]) {
    const server = await startServer(oauthBearerServer({ validateToken }))
    await assert.rejects(answer(server, first), (error) => {
      assert.ok(error instanceof SaslRefusal)
      assert.equal(error.reply, 'generic')
      assert.match(error.reason, /^Authentication could not be performed due to an internal error on the server: /)
      return true
    })
  }
})

test('an authorization id is compared unescaped; as Kafka does it on demand', async () => {
  const validateToken = () => ({ principalName: 'a,b', lifetimeMs: 1 })
  const message = 'n,a=a=2Cb,\x01auth=Bearer tok\x01\x01'
  assert.equal(await answer(await startServer(oauthBearerServer({ validateToken })), message), '')
  const text =
    "Authentication failed: Client requested an authorization id (a=2Cb) that is different from the token's principal name (a,b)"
  await assert.rejects(answer(await startServer(oauthBearerServer({ validateToken, quirks: 'kafka' })), message), {
    publicText: text,
  })
})

test('the unsecured login and the unsecured validator understand each other, extensions included', async () => {
  let now = 1_700_000_000_000
  const token = unsecuredLogin(
    {
      unsecuredLoginStringClaim_sub: 'thePrincipalName',
      unsecuredLoginExtension_traceId: '123',
      unsecuredLoginExtension_logLevel: 'WARN',
    },
    () => now,
  )
  const server = oauthBearerServer(unsecuredValidator({}, { clock: () => now }))
  const done = await login(oauthBearer({ token }), server)
  assert.equal(done.authorizationId, 'thePrincipalName')
  assert.equal(done.negotiatedProperty('traceId'), '123')
  assert.equal(done.negotiatedProperty('logLevel'), 'WARN')
  assert.equal(done.expiresAt, now + 3_600_000)

  const old = await (await startClient(oauthBearer({ token }))).next(null)
  now += 3_600_000
  assert.equal(await answer(await startServer(server), old.token ?? new Uint8Array(0)), '{"status":"invalid_token"}')
})
