// A broker behind an HTTP proxy, by its method CONNECT (RFC 9110, section 9.3.6): `dial` makes the way, TLS and login run
// inside.
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { connect as connectTcp, type AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect, scramSha256, type DialTarget } from 'ottla'
import { Metadata } from 'ottla/messages/Metadata'
import { startBroker } from 'ottla/testing'

/** For `connect({ dial })`: through the proxy at `host:port`, with its login if it wants one. */
function httpProxy(proxy: { readonly host: string; readonly port: number; readonly login?: string }) {
  return ({ host, port, signal }: DialTarget): Promise<Duplex> =>
    new Promise((resolve, reject) => {
      const path = `${host}:${port}`
      const login = proxy.login && { 'Proxy-Authorization': `Basic ${Buffer.from(proxy.login).toString('base64')}` }
      const asking = request({ ...proxy, method: 'CONNECT', path, headers: { Host: path, ...login }, signal })
      asking.on('error', reject)
      asking.on('connect', ({ statusCode, statusMessage }, socket, head) => {
        if (statusCode !== 200) return reject(new Error(`the proxy refuses the way: ${statusCode} ${statusMessage}`))
        // What came right behind the proxy's answer is the broker's.
        if (head.length > 0) socket.unshift(head)
        resolve(socket)
      })
      asking.end()
    })
}

// A proxy for this example: it lets in who knows its password.
await using broker = await startBroker({ tls: true, users: { alice: 'alice-secret' } })
const proxy = createServer().listen(0, '127.0.0.1')
proxy.on('connect', ({ url, headers }, client) => {
  const welcome = headers['proxy-authorization'] === `Basic ${Buffer.from('alice:proxy-secret').toString('base64')}`
  console.log(`the proxy is asked for ${url}: ${welcome ? 'yes' : 'no'}`)
  if (!welcome) return void client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
  client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
  const upstream = connectTcp(broker.port, broker.host)
  client.pipe(upstream).pipe(client)
})
await once(proxy, 'listening')

const { port } = proxy.address() as AddressInfo
const options = {
  host: 'kafka.internal',
  port: 9093,
  // The testing broker's certificate is for localhost.
  tls: { ca: broker.ca, servername: 'localhost' },
  sasl: scramSha256({ username: 'alice', password: 'alice-secret' }),
}
const connection = await connect({
  ...options,
  dial: httpProxy({ host: '127.0.0.1', port, login: 'alice:proxy-secret' }),
})
const { brokers } = await connection.send(Metadata, { topics: [] })
console.log(`${connection.host} answers, brokers: ${brokers.length}`)
await connection.close()

try {
  await connect({ ...options, dial: httpProxy({ host: '127.0.0.1', port }) })
} catch (error) {
  if (error instanceof Error) console.log(error.message)
}
proxy.close()

// Prints:
// the proxy is asked for kafka.internal:9093: yes
// kafka.internal answers, brokers: 1
// the proxy is asked for kafka.internal:9093: no
// the dial hook failed: the proxy refuses the way: 407 Proxy Authentication Required
