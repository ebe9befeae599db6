import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { AuthenticationError, oauthBearer, SaslExtensions, type ClientMechanism, type ExtensionsInput } from 'ottla'
import { CreateDelegationToken } from 'ottla/messages/CreateDelegationToken'
import { unsecuredLogin, unsecuredToken } from 'ottla/sasl'
import { connectTo } from './harness/connect.js'
import type { ListenerName } from './harness/listeners.js'
import { theRing } from './harness/ring.js'
import type { RunningBroker } from './harness/start.js'

/** KIP-342 against the classes of `java/`: a handler that judges extensions, a principal builder that reads one. */
for (const broker of theRing().brokers) {
  describe(`extensions, seen by Kafka ${broker.version}`, () => {
    for (const listener of ['EXTENSIONS', 'EXTENSIONSSSL'] as const) {
      test(`${listener}: what Ottla sent arrives in the principal`, async () => {
        assert.equal(await principal(broker, listener, sending({ traceId: '123' })), 'User:alice/123')
      })
    }

    test('given as SaslExtensions', async () => {
      const extensions = SaslExtensions.from([['traceId', 'abc']])
      assert.equal(await principal(broker, 'EXTENSIONS', sending(extensions)), 'User:alice/abc')
    })

    test('given by the options of a JAAS line', async () => {
      const token = unsecuredLogin({ unsecuredLoginStringClaim_sub: 'alice', unsecuredLoginExtension_traceId: '42' })
      const sasl = oauthBearer({ token, allowPlaintext: true })
      assert.equal(await principal(broker, 'EXTENSIONS', sasl), 'User:alice/42')
    })

    test('none sent, none in the principal', async () => {
      assert.equal(await principal(broker, 'EXTENSIONS', sending({})), 'User:alice')
    })

    test('one that the handler neither takes nor refuses is ignored, and its neighbour is not', async () => {
      const sasl = sending({ other: 'hello world', traceId: '7' })
      assert.equal(await principal(broker, 'EXTENSIONS', sasl), 'User:alice/7')
    })

    const refusals: Readonly<Record<string, [ClientMechanism, string]>> = {
      'one that the handler refuses': [
        sending({ traceId: '123', bad: '1' }),
        'Authentication failed: 1 extensions are invalid! They are: bad: is not allowed',
      ],
      'two that it refuses': [
        sending({ traceId: 'not-alnum!', bad: '1' }),
        'Authentication failed: 2 extensions are invalid! They are: traceId: must be alphanumeric; bad: is not allowed',
      ],
      'one that it misses': [
        sending({ other: '1' }, 'strict'),
        'Authentication failed: 1 extensions are invalid! They are: traceId: is missing',
      ],
    }
    for (const [name, [sasl, text]] of Object.entries(refusals)) {
      test(`${name}: a typed error with the broker's text`, async () => {
        await assert.rejects(principal(broker, 'EXTENSIONS', sasl), (error) => {
          assert.ok(error instanceof AuthenticationError)
          assert.deepEqual(
            [error.code, error.phase, error.mechanism],
            ['EXTENSIONS_REFUSED', 'sasl-exchange', 'OAUTHBEARER'],
          )
          assert.equal(error.message, text)
          return true
        })
      })
    }
  })
}

function sending(extensions: ExtensionsInput, sub = 'alice'): ClientMechanism {
  return oauthBearer({
    token: () => {
      const made = unsecuredToken({ unsecuredLoginStringClaim_sub: sub }, Date.now())
      assert.ok(made)
      return { ...made, token: made.token, extensions }
    },
    allowPlaintext: true,
  })
}

/** Only one thing tells a client who the broker takes it for: the owner of a delegation token that it creates. */
async function principal(broker: RunningBroker, listener: ListenerName, sasl: ClientMechanism): Promise<string> {
  await using connection = await connectTo(broker, listener, { sasl })
  const owner = await connection.send(CreateDelegationToken, { renewers: [], maxLifetimeMs: 60_000 })
  assert.equal(owner.errorCode, 0)
  return `${owner.principalType}:${owner.principalName}`
}
