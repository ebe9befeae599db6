import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { AuthenticationError, plain, scramSha256, scramSha512, type Connection } from 'ottla'
import { CreateDelegationToken } from 'ottla/messages/CreateDelegationToken'
import { DescribeDelegationToken } from 'ottla/messages/DescribeDelegationToken'
import { Metadata } from 'ottla/messages/Metadata'
import { connectTo } from './harness/connect.js'
import { theRing } from './harness/ring.js'

const alice = plain({ username: 'alice', password: 'alice-secret' })
const delegationTokenRequestNotAllowed = 64

for (const broker of theRing().brokers) {
  describe(`delegation tokens of Kafka ${broker.version}`, () => {
    for (const [name, mechanism] of Object.entries({ 'SCRAM-SHA-256': scramSha256, 'SCRAM-SHA-512': scramSha512 })) {
      test(`${name}: the token is the password, and its owner the user`, async () => {
        await using owner = await connectTo(broker, 'SASL', { sasl: alice })
        const { username, password, lifetime } = await newToken(owner)
        const sasl = mechanism({ username, password, tokenAuth: true })
        await using connection = await connectTo(broker, 'SASLSSL', { sasl })
        assert.ok((await connection.send(Metadata, { topics: [] })).brokers.length > 0)
        assert.ok(connection.session?.lifetime !== undefined && connection.session.lifetime <= lifetime)
        // what only a login with a token gets: who owns one cannot be asked with one
        const again = await connection.send(CreateDelegationToken, { renewers: [], maxLifetimeMs: -1 })
        assert.equal(again.errorCode, delegationTokenRequestNotAllowed)
      })

      test(`${name}: not without saying that it is one, and not with another secret`, async () => {
        await using owner = await connectTo(broker, 'SASL', { sasl: alice })
        const { username, password } = await newToken(owner)
        for (const sasl of [
          mechanism({ username, password }),
          mechanism({ username, password: 'x', tokenAuth: true }),
        ]) {
          await assert.rejects(
            connectTo(broker, 'SASL', { sasl }),
            (error) => error instanceof AuthenticationError && error.code === 'AUTHENTICATION_FAILED',
          )
        }
      })
    }
  })
}

interface Token {
  readonly username: string
  readonly password: string
  readonly lifetime: number
}

/** A new token, once the broker has it in its cache. */
async function newToken(owner: Connection): Promise<Token> {
  const lifetime = 3_600_000
  const created = await owner.send(CreateDelegationToken, { renewers: [], maxLifetimeMs: lifetime })
  assert.equal(created.errorCode, 0)
  for (;;) {
    const { tokens } = await owner.send(DescribeDelegationToken, { owners: null })
    if (tokens.some(({ tokenId }) => tokenId === created.tokenId)) break
  }
  return { username: created.tokenId, password: Buffer.from(created.hmac).toString('base64'), lifetime }
}
