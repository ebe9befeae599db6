// A real Apache Kafka by the harness of `npm run test:kafka`, which fetches it by Maven once, with Java's usual optimisations.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../build/test/kafka/harness/one-broker.js', import.meta.url))

/** Where its listener with PLAIN is (alice, alice-secret). It ends with this process. */
export async function startKafka() {
  const child = spawn(process.execPath, [main], { stdio: ['pipe', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) return { host: '127.0.0.1', port: JSON.parse(line).SASL }
    console.log(line)
  }
  throw new Error('Kafka did not start: npm run test:kafka says what it needs')
}
