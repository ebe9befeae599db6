import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { createInterface, type Interface } from 'node:readline'
import { theRing } from './ring.js'
import type { RunningBroker } from './start.js'

/** Kafka's Java clients in one JVM that takes commands (`java/Client.java`): starting one for each costs seconds. */
export class JavaClient implements AsyncDisposable {
  readonly #child: ChildProcessWithoutNullStreams
  readonly #lines: Interface
  #turn: Promise<unknown> = Promise.resolve()

  constructor(
    { classPath }: Pick<RunningBroker, 'classPath'>,
    systemProperties: Readonly<Record<string, string>> = {},
  ) {
    const properties = { ...quiet, 'java.security.krb5.conf': theRing().realm.krb5Conf, ...systemProperties }
    const defined = Object.entries(properties).map(([name, value]) => `-D${name}=${value}`)
    const jvm = ['-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', ...defined]
    this.#child = spawn('java', [...jvm, '-cp', classPath, 'ottla.test.Client'])
    this.#child.stderr.resume()
    this.#lines = createInterface(this.#child.stdout)
  }

  /** `OK …` or `FAIL …`, as the client says it. */
  async ask(...command: readonly (string | number)[]): Promise<string> {
    const answer = this.#turn.then(async () => {
      this.#child.stdin.write(`${command.join(' ')}\n`)
      const [line] = (await Promise.race([once(this.#lines, 'line'), this.#ended()])) as [string]
      return line
    })
    this.#turn = answer.catch(() => {})
    return await answer
  }

  async #ended(): Promise<never> {
    await once(this.#lines, 'close')
    throw new Error('the Java client has ended')
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode !== null) return
    this.#child.stdin.end()
    await once(this.#child, 'exit')
  }
}

const quiet = { 'org.slf4j.simpleLogger.defaultLogLevel': 'off' }
