import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { startBroker, type Broker } from 'ottla/testing'
import { jaas, propertiesFile } from './harness/client-properties.js'
import { JavaClient } from './harness/java-client.js'
import { theRing } from './harness/ring.js'

const right = ['alice', 'alice-secret'] as const
const wrong = ['alice', 'wrong'] as const
const trace = { unsecuredLoginStringClaim_sub: 'alice', unsecuredLoginExtension_traceId: '123' }

interface Case {
  readonly mechanism: string
  readonly jaas: string
  /** What Java says; absent: it is let in. */
  readonly refusal?: string
}

const invalidCredentials = 'Authentication failed during authentication due to invalid credentials with SASL mechanism'

const cases: Readonly<Record<string, Case>> = {
  PLAIN: { mechanism: 'PLAIN', jaas: jaas.plain(...right) },
  'PLAIN, wrong password': {
    mechanism: 'PLAIN',
    jaas: jaas.plain(...wrong),
    refusal: 'Authentication failed: Invalid username or password',
  },
  'SCRAM-SHA-256': { mechanism: 'SCRAM-SHA-256', jaas: jaas.scram(...right) },
  'SCRAM-SHA-256, wrong password': {
    mechanism: 'SCRAM-SHA-256',
    jaas: jaas.scram(...wrong),
    refusal: `${invalidCredentials} SCRAM-SHA-256`,
  },
  'SCRAM-SHA-512': { mechanism: 'SCRAM-SHA-512', jaas: jaas.scram(...right) },
  'SCRAM-SHA-512, wrong password': {
    mechanism: 'SCRAM-SHA-512',
    jaas: jaas.scram(...wrong),
    refusal: `${invalidCredentials} SCRAM-SHA-512`,
  },
  'OAUTHBEARER with an extension': { mechanism: 'OAUTHBEARER', jaas: jaas.oauthBearer(trace) },
  'OAUTHBEARER with an extension that is refused': {
    mechanism: 'OAUTHBEARER',
    jaas: jaas.oauthBearer({ ...trace, unsecuredLoginExtension_bad: '1' }),
    refusal: 'Authentication failed: 1 extensions are invalid! They are: bad: is not allowed',
  },
}

for (const kafka of theRing().brokers) {
  for (const tls of [false, true]) {
    describe(`Java client ${kafka.version} to Ottla's server, ${tls ? 'TLS' : 'plaintext'}`, () => {
      const java = new JavaClient(kafka)
      const principals: string[] = []
      let broker: Broker
      let ca: { ca?: string } = {}

      before(async () => {
        broker = await startBroker({
          tls,
          users: { alice: 'alice-secret' },
          validateExtensions: (extensions) => {
            if (extensions.inputExtensions.has('bad')) extensions.error('bad', 'is not allowed')
            if (extensions.inputExtensions.has('traceId')) extensions.valid('traceId')
          },
          principal: (login) => {
            const name = login.kind === 'sasl' ? `${login.authorizationId}/${login.negotiatedProperty('traceId')}` : '?'
            principals.push(name)
            return { type: 'User', name }
          },
        })
        if (broker.ca === undefined) return
        const file = join(theRing().folder, `ottla-${kafka.version}.crt`)
        await writeFile(file, broker.ca)
        ca = { ca: file }
      })
      after(async () => {
        await java[Symbol.asyncDispose]()
        await broker.close()
      })

      for (const [name, { refusal, ...login }] of Object.entries(cases)) {
        test(name, async () => {
          principals.length = 0
          const { bootstrap } = broker
          const file = await propertiesFile(`ottla-${kafka.version}-${tls}-${name}`, { bootstrap, ...ca, ...login })
          const answer = await java.ask('login', file)
          if (refusal !== undefined) {
            assert.ok(answer.startsWith('FAIL') && answer.includes(refusal), answer)
            return
          }
          assert.match(answer, /^OK /)
          const traceId = login.mechanism === 'OAUTHBEARER' ? '123' : 'undefined'
          assert.equal(principals[0], `alice/${traceId}`)
        })
      }
    })
  }
}
