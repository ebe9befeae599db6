import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { ConnectionError, plain, ReconnectPolicy, type Connection } from 'ottla'
import { Metadata } from 'ottla/messages/Metadata'
import { Broker } from './harness/broker.js'
import { connectTo } from './harness/connect.js'
import { takePorts } from './harness/listeners.js'
import { PortBlock } from './harness/ports.js'
import { theRing } from './harness/ring.js'

const inFlight = 50
const sasl = plain({ username: 'alice', password: 'alice-secret' })

/** A broker of its own: the others are needed alive. */
describe('a broker that is killed and comes back, under load', () => {
  const { brokers, folder, certificates, realm, issuer } = theRing()
  const { version, classPath } = brokers[0] ?? assert.fail('no broker')
  let block: PortBlock
  let broker: Broker

  before(async () => {
    block = await PortBlock.reserve()
    const ports = await takePorts(block)
    broker = await Broker.start({
      version,
      classPath,
      folder: join(folder, 'killed'),
      ports,
      certificates,
      realm,
      issuer,
    })
  })
  after(async () => {
    await broker.stop()
    await block.release()
  })

  const reconnect = async (): Promise<Connection> => {
    const policy = new ReconnectPolicy({ reconnectBackoff: 50, reconnectBackoffMax: 1000 })
    const running = { version, classPath, ports: broker.ports, log: broker.log }
    return await policy.connect(({ connectTimeout }) => connectTo(running, 'SASL', { sasl, connectTimeout }))
  }

  test('every request fails with a typed error that says to try again', async () => {
    await using connection = await reconnect()
    const requests = Array.from({ length: inFlight }, () => untilItFails(connection))
    await connection.send(Metadata, { topics: [] })
    await broker.kill()
    for (const error of await Promise.all(requests)) {
      assert.ok(error instanceof ConnectionError, String(error))
      assert.equal(error.retriable, true)
      assert.ok(['CONNECTION_CLOSED', 'CONNECTION_RESET'].includes(error.code), error.code)
    }
    assert.equal(connection.state.name, 'closed')
  })

  test('the policy of the helper finds the broker again', async () => {
    const [connection] = await Promise.all([reconnect(), broker.restart()])
    await using again = connection
    const answers = await Promise.all(Array.from({ length: inFlight }, () => again.send(Metadata, { topics: [] })))
    for (const { brokers } of answers) assert.equal(brokers[0]?.port, broker.ports.SASL)
  })
})

async function untilItFails(connection: Connection): Promise<unknown> {
  try {
    for (;;) await connection.send(Metadata, { topics: [] })
  } catch (error) {
    return error
  }
}
