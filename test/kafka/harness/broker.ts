import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Certificates } from './certificates.js'
import type { Realm } from './kdc.js'
import { serverProperties, type Ports } from './listeners.js'
import { Service, succeed } from './processes.js'

export interface BrokerOptions {
  readonly version: string
  readonly classPath: string
  readonly folder: string
  readonly ports: Ports
  readonly certificates: Certificates
  readonly realm: Realm
  /** The issuer of the tokens for the listener OIDC. */
  readonly issuer: string
  /** The URL of the issuer's keys. Default: `<issuer>/jwks`. */
  readonly jwks?: string
  /** Flags of Java. Default: those with which it starts soonest and takes little. */
  readonly jvm?: readonly string[]
  /** Lines of `server.properties` that are to be otherwise. */
  readonly properties?: Readonly<Record<string, string>>
}

const quickStart = ['-Xms128m', '-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1']
const users = ['alice', 'admin'].flatMap((name) =>
  ['SCRAM-SHA-256', 'SCRAM-SHA-512'].flatMap((mechanism) => [
    '--add-scram',
    `${mechanism}=[name=${name},password=${name}-secret]`,
  ]),
)

/** One real Apache Kafka. It can be killed and started again on the same ports with the same data. */
export class Broker {
  readonly version: string
  readonly ports: Ports
  readonly #command: readonly string[]
  readonly #folder: string
  #service: Service | undefined

  private constructor(options: BrokerOptions) {
    this.version = options.version
    this.ports = options.ports
    this.#folder = options.folder
    this.#command = [
      ...(options.jvm ?? quickStart),
      `-Djava.security.krb5.conf=${options.realm.krb5Conf}`,
      `-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=${options.jwks ?? `${options.issuer}/jwks`}`,
      '-Dorg.slf4j.simpleLogger.showDateTime=true',
      '-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS',
      ...['-cp', options.classPath, 'kafka.Kafka', join(options.folder, 'server.properties')],
    ]
  }

  /** Formats a fresh data directory and starts a broker on it. */
  static async start(options: BrokerOptions): Promise<Broker> {
    const { folder, classPath } = options
    const data = join(folder, 'data')
    await rm(data, { recursive: true, force: true })
    await mkdir(data, { recursive: true })
    const properties = join(folder, 'server.properties')
    await writeFile(properties, serverProperties({ ...options, data }))
    const format = ['format', '-t', 'b3R0bGFvdHRsYW90dGxhbw', '-c', properties, ...users]
    await succeed('java', [...quickStart, '-cp', classPath, 'kafka.tools.StorageTool', ...format])
    const broker = new Broker(options)
    await broker.restart()
    return broker
  }

  get log(): string {
    return join(this.#folder, 'broker.log')
  }

  get pid(): number | undefined {
    return this.#service?.pid
  }

  async restart(): Promise<void> {
    this.#service = new Service('java', this.#command, { log: this.log })
    await this.#service.printed('Kafka Server started')
  }

  async kill(): Promise<void> {
    await this.#service?.kill()
  }

  /** A controlled shutdown takes two seconds that nobody needs when the data is thrown away. */
  async stop(): Promise<void> {
    await this.kill()
  }
}
