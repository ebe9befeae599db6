// What a user writes first: a login at the Kafka that the environment names, and logins at a broker of the program's own.
import { readFileSync } from 'node:fs'
import { connect, oauthBearer, OttlaError, plain, scramSha512 } from 'ottla'
import { readClientConfig } from 'ottla/config'
import { Metadata, type MetadataResponse } from 'ottla/messages/Metadata'
import { startBroker } from 'ottla/testing'

const kafka = await connect({
  host: 'localhost',
  port: Number(process.env['KAFKA_PORT']),
  tls: { ca: readFileSync(process.env['KAFKA_CA'] ?? '', 'utf8') },
  sasl: scramSha512({ username: 'alice', password: 'alice-secret' }),
})
const metadata: MetadataResponse = await kafka.send(Metadata, { topics: null })
await kafka.close()

const broker = await startBroker({ tls: true, users: { alice: 'alice-secret' } })
const { connect: settings, endpoints } = await readClientConfig(broker.settings({ mechanism: 'PLAIN' }).properties)
const [endpoint = { host: '', port: 0 }] = endpoints
const configured = await connect({ ...endpoint, ...settings })
await configured.close()

const token = broker.unsecuredToken({ principal: 'alice' })
const bearer = oauthBearer({ token: () => ({ token, extensions: { tenant: 'blue' } }) })
const authorized = await connect({ ...endpoint, ...settings, sasl: bearer })
await authorized.close()

const wrong = plain({ username: 'alice', password: 'wrong' })
const refusal = await connect({ ...endpoint, ...settings, sasl: wrong }).catch((error: unknown) => error)
await broker.close()

console.log(
  JSON.stringify({
    kafka: metadata.brokers.length,
    configured: (await configured.closed).name,
    authorized: (await authorized.closed).name,
    refused: refusal instanceof OttlaError ? refusal.code : String(refusal),
  }),
)
