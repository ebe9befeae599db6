import { jvm } from '../harness/java-client.js'
import { run, tail } from '../harness/processes.js'
import { theRing } from '../harness/ring.js'
import { everyMechanism, type Answer, type Cell, type ForeignClient } from './client.js'
import { cellProperties } from './java.js'

const tools = 'org.apache.kafka.tools'

/** Kafka's command line: `kafka-broker-api-versions`, `kafka-console-producer`, `kafka-console-consumer`. */
async function exchange(classPath: string, cell: Cell): Promise<Answer> {
  const common = ['--bootstrap-server', cell.bootstrap, '--command-config', await cellProperties(cell)]
  const tool = (name: string, args: readonly string[], input = '') =>
    run('java', [...jvm(classPath), `${tools}.${name}`, ...common, ...args], { input, timeout: 30_000 })
  const versions = await tool('BrokerApiVersionsCommand', [])
  if (versions.code !== 0) return { ok: false, error: tail(versions.stderr + versions.stdout, 5) }
  const lines = Array.from({ length: cell.count }, (_, i) => `${i}\n`).join('')
  const produced = await tool('ConsoleProducer', ['--topic', cell.topic], lines)
  if (produced.code !== 0) return { ok: false, error: tail(produced.stderr, 5) }
  const reading = ['--topic', cell.topic, '--group', cell.group, '--from-beginning']
  const limits = ['--max-messages', `${cell.count}`, '--timeout-ms', '20000']
  const consumed = await tool('consumer.ConsoleConsumer', [...reading, ...limits])
  return { ok: true, consumed: consumed.stdout.trim().split('\n').length }
}

export const consoleTools: readonly ForeignClient[] = theRing()
  .brokers.slice(0, 1)
  .map(({ version, classPath }) => ({
    name: 'Apache Kafka console tools',
    version,
    mechanisms: everyMechanism,
    extensions: true,
    start: () =>
      Promise.resolve({
        exchange: (cell: Cell) => exchange(classPath, cell),
        [Symbol.asyncDispose]: () => Promise.resolve(),
      }),
  }))
