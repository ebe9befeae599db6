import { LineProcess } from './line-process.js'
import { theRing } from './ring.js'
import type { RunningBroker } from './start.js'

const quiet = { 'org.slf4j.simpleLogger.defaultLogLevel': 'off' }

/** Options of a short-lived JVM with Kafka's class path. */
export function jvm(classPath: string, systemProperties: Readonly<Record<string, string>> = {}): readonly string[] {
  const properties = { ...quiet, 'java.security.krb5.conf': theRing().realm.krb5Conf, ...systemProperties }
  const defined = Object.entries(properties).map(([name, value]) => `-D${name}=${value}`)
  return ['-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', ...defined, '-cp', classPath]
}

/** Kafka's Java clients in one JVM that takes commands (`java/Client.java`): starting one for each costs seconds. */
export class JavaClient implements AsyncDisposable {
  readonly #process: LineProcess

  constructor(
    { classPath }: Pick<RunningBroker, 'classPath'>,
    systemProperties: Readonly<Record<string, string>> = {},
  ) {
    this.#process = new LineProcess('java', [...jvm(classPath, systemProperties), 'ottla.test.Client'])
  }

  /** `OK …` or `FAIL …`, as the client says it. */
  async ask(...command: readonly (string | number)[]): Promise<string> {
    return await this.#process.ask(command.join(' '))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#process[Symbol.asyncDispose]()
  }
}
