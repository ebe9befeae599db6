import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, describe, test } from 'node:test'
import { connect } from 'ottla'
import { readClientConfig } from 'ottla/config'
import { CreateDelegationToken } from 'ottla/messages/CreateDelegationToken'
import { jaas, propertiesFile, type ClientSettings } from './harness/client-properties.js'
import { JavaClient } from './harness/java-client.js'
import type { ListenerName } from './harness/listeners.js'
import { theRing } from './harness/ring.js'

const { certificates } = theRing()
const { ca } = certificates
const sub = { unsecuredLoginStringClaim_sub: 'alice' }

interface Case extends Omit<ClientSettings, 'bootstrap'> {
  readonly listener: ListenerName
  /** Whom the broker takes the client for. */
  readonly principal?: string
  /** What it says instead. */
  readonly refusal?: string
}

const oauth = (listener: ListenerName, options: Readonly<Record<string, string>>, outcome: Partial<Case>): Case => {
  return { listener, mechanism: 'OAUTHBEARER', jaas: jaas.oauthBearer(options), ...outcome }
}

const cases: Readonly<Record<string, Case>> = {
  PLAIN: {
    listener: 'SASL',
    mechanism: 'PLAIN',
    jaas: jaas.plain('alice', 'alice-secret'),
    principal: 'User:alice',
  },
  'PLAIN over TLS': {
    listener: 'SASLSSL',
    ca,
    mechanism: 'PLAIN',
    jaas: jaas.plain('alice', 'alice-secret'),
    principal: 'User:alice',
  },
  'PLAIN, wrong password': {
    listener: 'SASL',
    mechanism: 'PLAIN',
    jaas: jaas.plain('alice', 'wrong'),
    refusal: 'Authentication failed: Invalid username or password',
  },
  'SCRAM-SHA-256': {
    listener: 'SASL',
    mechanism: 'SCRAM-SHA-256',
    jaas: jaas.scram('alice', 'alice-secret'),
    principal: 'User:alice',
  },
  'SCRAM-SHA-512 over TLS': {
    listener: 'SASLSSL',
    ca,
    mechanism: 'SCRAM-SHA-512',
    jaas: jaas.scram('alice', 'alice-secret'),
    principal: 'User:alice',
  },
  'SCRAM-SHA-512, wrong password': {
    listener: 'SASL',
    mechanism: 'SCRAM-SHA-512',
    jaas: jaas.scram('alice', 'wrong'),
    refusal: 'due to invalid credentials with SASL mechanism SCRAM-SHA-512',
  },
  'unsecured OAUTHBEARER': oauth('SASL', sub, { principal: 'User:alice' }),
  'unsecured OAUTHBEARER with an extension': oauth(
    'EXTENSIONS',
    { ...sub, unsecuredLoginExtension_traceId: '123' },
    { principal: 'User:alice/123' },
  ),
  'unsecured OAUTHBEARER with extensions over TLS': oauth(
    'EXTENSIONSSSL',
    { ...sub, unsecuredLoginExtension_traceId: 'abc', unsecuredLoginExtension_other: 'hello world' },
    { ca, principal: 'User:alice/abc' },
  ),
  'an extension that is refused': oauth(
    'EXTENSIONS',
    { ...sub, unsecuredLoginExtension_bad: '1' },
    { refusal: 'Authentication failed: 1 extensions are invalid! They are: bad: is not allowed' },
  ),
  'unsecured OAUTHBEARER with scopes': oauth(
    'SCOPE',
    { ...sub, unsecuredLoginListClaim_scope: ',kafka.read,kafka.write' },
    { principal: 'User:alice' },
  ),
  'a scope that is missing': oauth('SCOPE', sub, { refusal: 'insufficient_scope' }),
  'a client certificate': {
    listener: 'MTLS',
    ca,
    identity: certificates.client,
    principal: 'User:client',
  },
}

for (const broker of theRing().brokers) {
  describe(`one client.properties for the Java client and for Ottla, Kafka ${broker.version}`, () => {
    const java = new JavaClient(broker)
    after(() => java[Symbol.asyncDispose]())

    for (const [name, { listener, principal, refusal, ...settings }] of Object.entries(cases)) {
      test(name, async () => {
        const bootstrap = `localhost:${broker.ports[listener]}`
        const file = await propertiesFile(`${broker.version}-${name}`, { ...settings, bootstrap })
        const javaSays = await java.ask('whoami', file)
        const ottlaSays = await whoami(file)
        for (const answer of [javaSays, ottlaSays]) {
          if (principal === undefined) assert.ok(answer.startsWith('FAIL') && answer.includes(refusal ?? '?'), answer)
          else assert.equal(answer, `OK ${principal}`)
        }
      })
    }
  })
}

async function whoami(file: string): Promise<string> {
  try {
    const config = await readClientConfig(await readFile(file, 'utf8'), { readFile })
    const [endpoint] = config.endpoints
    assert.ok(endpoint)
    await using connection = await connect({ ...endpoint, ...config.connect })
    const owner = await connection.send(CreateDelegationToken, { renewers: [], maxLifetimeMs: 60_000 })
    return `OK ${owner.principalType}:${owner.principalName}`
  } catch (error) {
    return `FAIL ${String(error)}`
  }
}
