// Brokers that advertise addresses which mean nothing here (inside of Docker, Kubernetes or a private network): a map says
// where each of them is to be had from here, by port forwarding for instance. TLS still checks the advertised name.
import { connect as connectTcp, type Socket } from 'node:net'
import { connect, scramSha256, type DialTarget } from 'ottla'
import { Metadata } from 'ottla/messages/Metadata'
import { startBroker } from 'ottla/testing'

/** For `connect({ dial })`: goes where the map says, else where it was asked to. */
function mapped(map: Readonly<Record<string, { readonly host: string; readonly port: number }>>) {
  return ({ host, port, signal }: DialTarget): Promise<Socket> =>
    new Promise((resolve, reject) => {
      const target = map[`${host}:${port}`] ?? { host, port }
      const socket = connectTcp({ ...target, noDelay: true, keepAlive: true, signal })
      socket.once('error', reject).once('connect', () => resolve(socket))
    })
}

await using broker = await startBroker({ users: { alice: 'alice-secret' } })
const dial = mapped({ 'broker-1.internal:9092': { host: broker.host, port: broker.port } })

await using connection = await connect({
  host: 'broker-1.internal',
  port: 9092,
  dial,
  sasl: scramSha256({ username: 'alice', password: 'alice-secret' }),
})
const { brokers } = await connection.send(Metadata, { topics: [] })
console.log(`${connection.host}:${connection.port} answers, brokers: ${brokers.length}`)

// Prints:
// broker-1.internal:9092 answers, brokers: 1
