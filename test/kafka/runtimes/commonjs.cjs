// CommonJS on a runtime that can require an ES module.
const { connect, scramSha256 } = require('ottla')
const { ApiVersions } = require('ottla/messages/ApiVersions')
const { startBroker } = require('ottla/testing')

async function main() {
  const broker = await startBroker({ users: { alice: 'alice-secret' } })
  const sasl = scramSha256({ username: 'alice', password: 'alice-secret' })
  const connection = await connect({ host: broker.host, port: broker.port, sasl })
  const { apiKeys } = await connection.send(ApiVersions, { clientSoftwareName: 'commonjs', clientSoftwareVersion: '1' })
  await connection.close()
  await broker.close()
  console.log(JSON.stringify({ apis: apiKeys.length > 10 }))
}

void main()
