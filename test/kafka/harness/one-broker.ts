// One Kafka for whoever started this process: its ports on a line, then it runs until standard input ends. For benchmarks,
// so Java compiles as it does in production.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { authorizationServer } from '../../oauth/provider.js'
import { Broker } from './broker.js'
import { makeCertificates } from './certificates.js'
import { installCommands } from './debian.js'
import { classPath } from './jars.js'
import { startKdc } from './kdc.js'
import { takePorts } from './listeners.js'
import { PortBlock } from './ports.js'

const version = '4.3.1'

function say(text: string): void {
  console.log(text)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))
process.stdin.resume().once('end', () => process.exit(0))
await installCommands(say)
const folder = mkdtempSync(join(tmpdir(), 'ottla-kafka-'))
process.once('exit', () => {
  rmSync(folder, { recursive: true, force: true })
})
const block = await PortBlock.reserve()
const { issuer } = await authorizationServer({ port: await block.take() })
const [certificates, { realm }, path] = await Promise.all([
  makeCertificates(join(folder, 'tls')),
  startKdc(join(folder, 'krb'), await block.take()),
  classPath(version, say),
])
const ports = await takePorts(block)
say(`starting Kafka ${version}`)
await Broker.start({
  ...{ version, folder: join(folder, version), classPath: path, ports, certificates, realm, issuer },
  jvm: ['-Xms512m', '-Xmx512m'],
})
say(JSON.stringify(ports))
