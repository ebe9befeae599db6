// One login with each mechanism, to a broker in this process. Against a real one only host, port and `ca` differ.
// Kerberos needs a KDC: see kerberos/. Amazon's mechanism: see aws-msk-iam/.
import { connect, oauthBearer, plain, scramSha256, scramSha512 } from 'ottla'
import { CreateDelegationToken } from 'ottla/messages/CreateDelegationToken'
import { Metadata } from 'ottla/messages/Metadata'
import { startBroker } from 'ottla/testing'

const alice = { username: 'alice', password: 'alice-secret' }
await using broker = await startBroker({ tls: true, users: { alice: 'alice-secret' }, topics: { orders: 3 } })
const kafka = { host: broker.host, port: broker.port, tls: { ca: broker.ca } }

// A delegation token: whoever is logged in asks for it, and whoever has it logs in as that user.
await using owner = await connect({ ...kafka, sasl: plain(alice) })
const { tokenId, hmac } = await owner.send(CreateDelegationToken, { renewers: [], maxLifetimeMs: 3_600_000 })
const token = { username: tokenId, password: hmac.toString('base64'), tokenAuth: true }

const mechanisms = [
  plain(alice),
  scramSha256(alice),
  // Every credential may be a function: it is asked at each login, so that a rotated password is picked up.
  scramSha512({ username: 'alice', password: async () => 'alice-secret' }),
  scramSha512(token),
  oauthBearer({ token: () => broker.unsecuredToken({ principal: 'alice' }) }),
]
for (const sasl of mechanisms) {
  await using connection = await connect({ ...kafka, sasl })
  const { topics } = await connection.send(Metadata, { topics: null })
  console.log(
    connection.session?.mechanism,
    topics.map(({ name, partitions }) => `${name ?? ''}:${partitions.length}`),
  )
}

// Without SASL a client certificate is the login: its subject is the user.
await using mutual = await startBroker({ tls: { clientAuth: 'required' } })
const certificate = mutual.clientCertificate([['CN', 'alice']])
await using connection = await connect({
  host: mutual.host,
  port: mutual.port,
  tls: { ca: mutual.ca, ...certificate },
})
await connection.send(Metadata, { topics: [] })
console.log('client certificate', mutual.servers[0]?.connections[0]?.session?.principal.name)

// Prints:
// PLAIN [ 'orders:3' ]
// SCRAM-SHA-256 [ 'orders:3' ]
// SCRAM-SHA-512 [ 'orders:3' ]
// SCRAM-SHA-512 [ 'orders:3' ]
// OAUTHBEARER [ 'orders:3' ]
// client certificate CN=alice
