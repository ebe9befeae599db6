// One Kafka for whoever started this process, `one-broker.js ISSUER JWKS`: its version, ports and process on a line, then it runs until
// standard input ends. For benchmarks, so Java compiles as it does in production, and threads are as many as Kafka has by
// default; the listener OIDC takes the tokens of that issuer, whose keys it reads from a file.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Broker } from './broker.js'
import { makeCertificates } from './certificates.js'
import { installCommands } from './debian.js'
import { classPath } from './jars.js'
import { startKdc } from './kdc.js'
import { takePorts } from './listeners.js'
import { PortBlock } from './ports.js'

const version = '4.3.1'
const [issuer = '', keys = ''] = process.argv.slice(2)

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
const keysFile = join(folder, 'jwks.json')
writeFileSync(keysFile, keys)
const block = await PortBlock.reserve()
const [certificates, { realm }, path] = await Promise.all([
  makeCertificates(join(folder, 'tls')),
  startKdc(join(folder, 'krb'), await block.take()),
  classPath(version, say),
])
const ports = await takePorts(block)
say(`starting Kafka ${version}`)
const { pid } = await Broker.start({
  ...{ version, folder: join(folder, version), classPath: path, ports, certificates, realm },
  ...{ issuer, jwks: pathToFileURL(keysFile).href },
  jvm: ['-Xms512m', '-Xmx512m'],
  properties: { 'num.network.threads': '3', 'num.io.threads': '8' },
})
say(JSON.stringify({ version, ports, pid }))
