import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Broker, type BrokerOptions } from './broker.js'
import { makeCertificates, type Certificates } from './certificates.js'
import { installCommands } from './debian.js'
import { classPath } from './jars.js'
import { startKdc, type Realm } from './kdc.js'
import { takePorts, type Ports } from './listeners.js'
import { buildPeers } from './peers.js'
import { PortBlock } from './ports.js'
import { authorizationServer } from '../../oauth/provider.js'

/** The newest 4.x whose jars all resolve, and the last of 3.x. */
const versions = ['4.3.1', '3.9.2']

/** What runs while the tests do. */
export interface Ring {
  /** A scratch folder, gone after the run. */
  readonly folder: string
  readonly certificates: Certificates
  readonly realm: Realm
  /** Of a real authorization server; `POST <issuer>/control/<step>` rotates its keys. */
  readonly issuer: string
  readonly brokers: readonly RunningBroker[]
}

export interface RunningBroker {
  readonly version: string
  readonly classPath: string
  readonly ports: Ports
  readonly log: string
}

/** Installs and fetches what is missing, then starts the KDC and one broker of each version. Ends with this process. */
export async function startRing(say: (text: string) => void): Promise<Ring> {
  await installCommands(say)
  const folder = mkdtempSync(join(tmpdir(), 'ottla-kafka-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const block = await PortBlock.reserve()
  const { issuer } = await authorizationServer({ port: await block.take() })
  const [certificates, kdc, , ...classPaths] = await Promise.all([
    makeCertificates(join(folder, 'tls')),
    startKdc(join(folder, 'krb'), await block.take()),
    buildPeers(say),
    ...versions.map((version) => classPath(version, say)),
  ])
  const shared = { certificates, realm: kdc.realm, issuer }
  const starting: Promise<RunningBroker>[] = []
  for (const [i, version] of versions.entries()) {
    say(`starting Kafka ${version}`)
    const ports = await takePorts(block)
    const paths = classPaths[i] ?? ''
    starting.push(start({ ...shared, version, classPath: paths, folder: join(folder, version), ports }))
  }
  return { ...shared, folder, brokers: await Promise.all(starting) }
}

async function start(options: BrokerOptions): Promise<RunningBroker> {
  const { version, classPath, ports } = options
  const broker = await Broker.start(options)
  return { version, classPath, ports, log: broker.log }
}
