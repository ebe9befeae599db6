// An authenticating pass-through proxy: clients log in here by SCRAM, it tells who came and what they ask for, and forwards
// to a Kafka that knows no login. `node main.js kafka.example.com:9092` serves that cluster; without an argument a broker of
// this process and a client of its own show what happens.
import { once } from 'node:events'
import { connect, scramSha256 } from 'ottla'
import { CreateTopics, Metadata } from 'ottla/messages'
import { scramSha256Server } from 'ottla/sasl'
import { startBroker } from 'ottla/testing'
import { startProxy } from './proxy.js'

const [, host, port] = /^(.+):(\d+)$/.exec(process.argv[2] ?? '') ?? []
await using broker = await startBroker({ topics: { orders: 3 } })
const kafka = { host: host ?? broker.host, port: Number(port ?? broker.port) }
const mechanisms = [scramSha256Server({ users: { alice: 'alice-secret' } })]
const proxies = await startProxy(kafka, { mechanisms })
for (const { events } of proxies) {
  events.on('login', ({ principal, mechanism }) => {
    console.log(`${principal.type}:${principal.name} logged in with ${mechanism ?? 'nothing'}`)
  })
}

if (host === undefined) {
  const sasl = scramSha256({ username: 'alice', password: 'alice-secret' })
  const { host, port } = proxies[0] ?? kafka
  await using client = await connect({ host, port, sasl })
  const { brokers, topics } = await client.send(Metadata, { topics: null })
  console.log(topics[0]?.name, 'has', topics[0]?.partitions.length, 'partitions')
  console.log('the broker is said to be the proxy:', brokers[0]?.port === port)
  const created = { name: 'payments', numPartitions: 2, replicationFactor: 1, assignments: [], configs: [] }
  const answer = await client.send(CreateTopics, { topics: [created], timeoutMs: 5000 })
  console.log('forwarded undecoded:', answer.topics[0]?.name, 'has', answer.topics[0]?.numPartitions)
} else {
  console.log(`listening on ${proxies.map(({ host, port }) => `${host}:${port}`).join(',')}`)
  await once(process.stdin.resume(), 'end')
}
await Promise.all(proxies.map((proxy) => proxy.close()))

// Prints:
// User:alice logged in with SCRAM-SHA-256
// orders has 3 partitions
// the broker is said to be the proxy: true
// forwarded undecoded: payments has 2
