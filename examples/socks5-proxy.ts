// A broker behind a SOCKS5 proxy (RFC 1928): `dial` makes the way, TLS and login run inside. The proxy resolves the name.
import { once } from 'node:events'
import { connect as connectTcp, createServer, type AddressInfo, type Socket } from 'node:net'
import { connect, scramSha256, type DialTarget } from 'ottla'
import { Metadata } from 'ottla/messages/Metadata'
import { startBroker } from 'ottla/testing'

/** The next `size` bytes, in however many pieces they come. */
async function read(socket: Socket, size: number): Promise<Buffer> {
  for (;;) {
    const bytes = socket.read(size) as Buffer | null
    if (bytes?.length === size) return bytes
    if (socket.readableEnded || bytes) throw new Error('the proxy hung up')
    await Promise.race([once(socket, 'readable'), once(socket, 'end')])
  }
}

/** For `connect({ dial })`: through the proxy at `host:port`, without a login of its own. */
function socks5(proxy: { readonly host: string; readonly port: number }) {
  return async ({ host, port, signal }: DialTarget): Promise<Socket> => {
    const socket = connectTcp({ ...proxy, noDelay: true, keepAlive: true, signal })
    try {
      await once(socket, 'connect')
      socket.write(Buffer.of(5, 1, 0))
      const [, method] = await read(socket, 2)
      if (method !== 0) throw new Error('the proxy wants a login')
      const name = Buffer.from(host)
      socket.write(Buffer.concat([Buffer.of(5, 1, 0, 3, name.length), name, Buffer.of(port >> 8, port & 255)]))
      const [, code, , type = 0] = await read(socket, 4)
      if (code !== 0) throw new Error(`the proxy refuses the way: ${code}`)
      const addressLength = type === 1 ? 4 : type === 4 ? 16 : ((await read(socket, 1))[0] ?? 0)
      await read(socket, addressLength + 2)
      return socket
    } catch (error) {
      socket.destroy()
      throw error
    }
  }
}

// A proxy for this example: it knows one name.
await using broker = await startBroker({ tls: true, users: { alice: 'alice-secret' } })
const proxy = createServer(async (client) => {
  await read(client, 3)
  client.write(Buffer.of(5, 0))
  const [, , , , length = 0] = await read(client, 5)
  const name = await read(client, length)
  await read(client, 2)
  console.log(`the proxy is asked for ${name.toString()}`)
  client.write(Buffer.of(5, 0, 0, 1, 127, 0, 0, 1, 0, 0))
  const upstream = connectTcp(broker.port, broker.host)
  client.pipe(upstream).pipe(client)
}).listen(0, '127.0.0.1')
await once(proxy, 'listening')

const { port } = proxy.address() as AddressInfo
const connection = await connect({
  host: 'kafka.internal',
  port: 9093,
  dial: socks5({ host: '127.0.0.1', port }),
  // The testing broker's certificate is for localhost.
  tls: { ca: broker.ca, servername: 'localhost' },
  sasl: scramSha256({ username: 'alice', password: 'alice-secret' }),
})
const { brokers } = await connection.send(Metadata, { topics: [] })
console.log(`${connection.host} answers, brokers: ${brokers.length}`)
await connection.close()
proxy.close()

// Prints:
// the proxy is asked for kafka.internal
// kafka.internal answers, brokers: 1
