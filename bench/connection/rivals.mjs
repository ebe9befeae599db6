// Other clients' connections, driven below their producers and consumers, where one request is one call.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const folder = require.resolve('kafkajs/package.json').replace('package.json', '')
const KafkaJsConnection = require(`${folder}src/network/connection.js`)
const socketFactory = require(`${folder}src/network/socketFactory.js`)()
const kafkaJsVersions = require(`${folder}src/protocol/requests/apiVersions/index.js`)
const kafkaJsMetadata = require(`${folder}src/protocol/requests/metadata/index.js`)
const KafkaJsPool = require(`${folder}src/network/connectionPool.js`)
const Broker = require(`${folder}src/broker/index.js`)
const platformatic = await import('@platformatic/kafka')

const silent = { namespace: () => silent, debug() {}, info() {}, warn() {}, error() {} }

const kafkaJsOptions = (port, sasl = null) => ({
  host: '127.0.0.1',
  port,
  logger: silent,
  socketFactory,
  requestTimeout: 30_000,
  connectionTimeout: 10_000,
  clientId: 'bench',
  sasl,
})

export async function kafkaJs(port) {
  const connection = new KafkaJsConnection(kafkaJsOptions(port))
  await connection.connect()
  return {
    apiVersions: () => connection.send(kafkaJsVersions.protocol({ version: 2 })()),
    metadata: () => connection.send(kafkaJsMetadata.protocol({ version: 6 })({ topics: [] })),
    close: () => connection.disconnect(),
  }
}

export async function platformaticKafka(port) {
  const connection = new platformatic.Connection('bench', { maxInflights: 100, requestTimeout: 30_000 })
  await connection.connect('127.0.0.1', port)
  return {
    apiVersions: () => platformatic.apiVersionsV4.api.async(connection, 'bench', '1.0'),
    metadata: () => platformatic.metadataV12.api.async(connection, [], false, false),
    close: () => connection.close(),
  }
}

/** Whole logins, from dialling to closing. */
export async function kafkaJsLogin(port, sasl) {
  const pool = new KafkaJsPool({ ...kafkaJsOptions(port, sasl), maxInFlightRequests: null })
  const broker = new Broker({ connectionPool: pool, logger: silent, nodeId: 1, authenticationTimeout: 10_000 })
  await broker.connect()
  await broker.disconnect()
}

/** Its connections leave the versions to the client above them; with `versions` one is asked what the others ask, too. */
export async function platformaticLogin(port, sasl, { versions = false } = {}) {
  const connection = new platformatic.Connection('bench', { sasl })
  await connection.connect('127.0.0.1', port)
  if (versions) await platformatic.apiVersionsV4.api.async(connection, 'bench', '1.0')
  await connection.close()
}
