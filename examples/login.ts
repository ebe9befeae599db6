// One login with each mechanism, to a broker in this process. Against a real one only host, port and `ca` differ.
import { connect, oauthBearer, plain, scramSha256, scramSha512 } from 'ottla'
import { Metadata } from 'ottla/messages/Metadata'
import { startBroker } from 'ottla/testing'

const alice = { username: 'alice', password: 'alice-secret' }
await using broker = await startBroker({ tls: true, users: { alice: 'alice-secret' }, topics: { orders: 3 } })

const mechanisms = [
  plain(alice),
  scramSha256(alice),
  // Every credential may be a function: it is asked at each login, so that a rotated password is picked up.
  scramSha512({ username: 'alice', password: async () => 'alice-secret' }),
  oauthBearer({ token: () => broker.unsecuredToken({ principal: 'alice' }) }),
]

for (const sasl of mechanisms) {
  await using connection = await connect({ host: broker.host, port: broker.port, tls: { ca: broker.ca }, sasl })
  const { topics } = await connection.send(Metadata, { topics: null })
  console.log(
    connection.session?.mechanism,
    topics.map(({ name, partitions }) => `${name ?? ''}:${partitions.length}`),
  )
}

// Prints:
// PLAIN [ 'orders:3' ]
// SCRAM-SHA-256 [ 'orders:3' ]
// SCRAM-SHA-512 [ 'orders:3' ]
// OAUTHBEARER [ 'orders:3' ]
