import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { connect, gssapi, type Connection, type GssapiOptions } from 'ottla'
import { Metadata } from 'ottla/messages/Metadata'
import { gssapiServer, SaslRefusal, type ClientSession, type Peer, type ServerSession } from 'ottla/sasl'
import { listen, route, type Server } from 'ottla/server'
import { jaas, propertiesFile } from './harness/client-properties.js'
import { connectTo } from './harness/connect.js'
import { JavaClient } from './harness/java-client.js'
import { usePeers } from './harness/peers.js'
import { theRing } from './harness/ring.js'

usePeers()
const { realm, brokers } = theRing()
process.env['KRB5_CONFIG'] = realm.krb5Conf

const alice = { principal: 'alice', keytab: realm.aliceKeytab }
const peer: Peer = { host: 'localhost', port: 9092, secure: false }
const { signal } = new AbortController()

for (const broker of brokers) {
  describe(`GSSAPI at Kafka ${broker.version}`, () => {
    for (const mutual of [true, false]) {
      test(`logs in with a keytab, ${mutual ? 'the broker proves itself, too' : 'as Java does'}`, async () => {
        await using connection = await connectTo(broker, 'KERBEROS', { sasl: gssapi({ ...alice, mutual }) })
        assert.equal(connection.session?.mechanism, 'GSSAPI')
        const { brokers: seen } = await connection.send(Metadata, { topics: [] })
        assert.equal(seen.length, 1)
      })
    }

    const refusals: Readonly<Record<string, GssapiOptions & { readonly code: string; readonly hint: RegExp }>> = {
      'another service': { ...alice, serviceName: 'nothere', code: 'AUTHENTICATION_FAILED', hint: /serviceName/ },
      'another host': { ...alice, host: 'elsewhere.example', code: 'AUTHENTICATION_FAILED', hint: /host name/ },
      'a principal without keys': { ...alice, principal: 'bob', code: 'CREDENTIALS_UNAVAILABLE', hint: /kinit/ },
    }
    for (const [name, { code, hint, ...options }] of Object.entries(refusals)) {
      test(`${name} ends in one typed error`, async () => {
        await assert.rejects(connectTo(broker, 'KERBEROS', { sasl: gssapi(options) }), {
          name: 'AuthenticationError',
          code,
          mechanism: 'GSSAPI',
          phase: 'sasl-exchange',
          hint,
        })
      })
    }
  })
}

describe("GSSAPI at Ottla's server", () => {
  const principals: string[] = []
  const mechanism = gssapiServer({ host: 'localhost', keytab: realm.brokerKeytab })
  let server: Server

  before(async () => {
    const metadata = route(Metadata, (_, context) => {
      principals.push(context.principal.name)
      const itself = { nodeId: 1, host: 'localhost', port: server.port, rack: null }
      return { ...Metadata.response.defaults(), brokers: [itself], clusterId: 'ottla', controllerId: 1, topics: [] }
    })
    server = await listen({ host: '127.0.0.1', port: 0, mechanisms: [mechanism], routes: [metadata] })
  })
  after(() => server.close())

  const dial = (options: GssapiOptions): Promise<Connection> =>
    connect({ host: 'localhost', port: server.port, sasl: gssapi({ ...alice, ...options }) })

  for (const mutual of [true, false]) {
    test(`a client with ${mutual ? 'three tokens' : 'two tokens'} is let in under its short name`, async () => {
      await using connection = await dial({ mutual })
      await connection.send(Metadata, { topics: [] })
      assert.equal(principals.pop(), 'alice')
    })
  }

  for (const { version, classPath } of brokers) {
    test(`Java ${version} logs in`, async () => {
      await using java = new JavaClient({ classPath })
      const settings = {
        bootstrap: `localhost:${server.port}`,
        mechanism: 'GSSAPI',
        jaas: jaas.kerberos(realm.aliceKeytab),
      }
      const file = await propertiesFile(`gssapi-${version}`, settings, ['sasl.kerberos.service.name=kafka'])
      assert.equal(await java.ask('login', file), 'OK ottla')
      assert.equal(principals.pop(), 'alice')
    })
  }

  test('rules make the short name, and a principal that none takes is refused', async () => {
    const local = gssapiServer({
      host: 'localhost',
      keytab: realm.brokerKeytab,
      rules: ['RULE:[1:$1@$0](alice@OTTLA.TEST)s/@.*/-of-ottla/'],
    })
    assert.equal(await nameGivenBy(local), 'alice-of-ottla')
    const strict = gssapiServer({ host: 'localhost', keytab: realm.brokerKeytab, rules: ['RULE:[2:$1]'] })
    await assert.rejects(nameGivenBy(strict), {
      name: 'SaslRefusal',
      reply: 'generic',
      reason: /^No rules apply to alice@/,
    })
  })

  test('a changed token is refused at every step and harms nobody', async () => {
    let refusals = 0
    for (let step = 0; step < 3; step++) {
      for (let i = 0; i < 40; i++) {
        const [left, right] = [await gssapi(alice).start(peer, signal), await mechanism.start(peer, signal)]
        const refused = await talk(left, right, (token, at) => (at === step ? changed(token, i) : token)).catch(
          (error: unknown) => error,
        )
        // The ticket's own envelope, the realm for instance, is not protected: the client is who it is all the same.
        if (step > 0 || refused !== 'alice') {
          assert.ok(refused instanceof SaslRefusal, `step ${step}, change ${i}: ${String(refused)}`)
          assert.equal(refused.reply, 'generic')
          refusals++
        }
        left.dispose?.()
        right.dispose?.()
      }
    }
    assert.ok(refusals > 110, `${refusals} of 120`)
    assert.equal(await nameGivenBy(mechanism), 'alice')
  })

  test('a keytab without the service is told to the operator', async () => {
    const wrong = gssapiServer({ host: 'localhost', keytab: realm.aliceKeytab })
    await assert.rejects(async () => wrong.start(peer, signal), { name: 'GssError', message: /keytab/i })
  })
})

async function nameGivenBy(mechanism: ReturnType<typeof gssapiServer>): Promise<string | undefined> {
  const [left, right] = [await gssapi(alice).start(peer, signal), await mechanism.start(peer, signal)]
  try {
    return await talk(left, right, (token) => token)
  } finally {
    right.dispose?.()
  }
}

/** Who the client is to the server in the end. */
async function talk(
  client: ClientSession,
  server: ServerSession,
  passOn: (token: Uint8Array, step: number) => Uint8Array,
): Promise<string | undefined> {
  let challenge: Uint8Array | null = null
  for (let step = 0; step < 5; step++) {
    const { token = new Uint8Array(0) } = await client.next(challenge)
    const answer = await server.next(passOn(token, step))
    if (answer.done !== undefined) return answer.done.authorizationId
    challenge = answer.challenge
  }
  return undefined
}

/** Cut, turned, lengthened, or something else altogether: never what it was. */
function changed(token: Uint8Array, i: number): Uint8Array {
  const bytes = Buffer.from(token)
  const at = Math.floor((i * bytes.length) / 40)
  if (bytes.length === 0 || i % 4 === 3) return Buffer.from(`garbage ${i}`.repeat(i + 1))
  if (i % 4 === 0) return bytes.subarray(0, at)
  if (i % 4 === 1) return Buffer.concat([bytes.subarray(0, at), Buffer.of(i), bytes.subarray(at)])
  bytes[at] = (bytes[at] ?? 0) ^ 0xff
  return bytes
}
