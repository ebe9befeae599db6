// docs/api/apis.md: every Kafka API in one table, from the compiled package itself.
import { writeFileSync } from 'node:fs'
import { connect } from '../../dist/index.js'
import * as messages from '../../dist/messages/index.js'
import { startBroker } from '../../dist/testing/index.js'

const range = ({ min, max }) => (min === max ? `${min}` : `${min}–${max}`)

/** What the testing broker speaks, as it tells a client. */
async function testingVersions() {
  const broker = await startBroker()
  try {
    const connection = await connect({ host: broker.host, port: broker.port })
    const found = new Map(messages.apis.map(({ key }) => [key, connection.versions.get(key)]))
    await connection.close()
    return found
  } finally {
    await broker.close()
  }
}

function row(summary, testing) {
  const unstable = summary.unstableVersion === undefined ? '' : ` (${summary.unstableVersion} unstable)`
  const cells = [
    `\`${summary.name}\``,
    summary.key,
    range({ min: summary.minVersion, max: summary.maxVersion }) + unstable,
    summary.flexibleSince ?? 'never',
    summary.listeners.join(', '),
    testing ? range(testing) : '–',
  ]
  return `| ${cells.join(' | ')} |`
}

/** Writes the page. @throws Error if an API of the table is not exported. */
export async function writeMessages() {
  const testing = await testingVersions()
  const missing = messages.apis.filter(({ name }) => !(name in messages))
  if (missing.length > 0) throw new Error(`ottla/messages lacks ${missing.map(({ name }) => name).join(', ')}`)
  const text = `---
aside: false
---

# Every Kafka API

All ${messages.apis.length} APIs of Apache Kafka ${messages.kafkaVersion}, in every version that it still has, requests and
responses in both directions. Each is an export of \`ottla/messages\` and has a module of its own, \`ottla/messages/NAME\`,
which loads nothing of the others. Types with every field carry the API's name: \`MetadataRequest\`, \`MetadataResponse\`,
and \`MetadataRequestInput\`, \`MetadataResponseInput\`, where fields that have a default may be left out.

"Flexible" is the first version with compact lengths and tagged fields (KIP-482). A version that Kafka calls unstable is
spoken only where \`send(…, { version })\` asks for it. "Testing broker" are the versions that \`startBroker()\` answers; a
server of \`ottla/server\` answers those that it has routes for. \`npx ottla request API --template\` prints a request to fill in.

| API | Key | Versions | Flexible | Listener | Testing broker |
| --- | --- | -------- | -------- | -------- | -------------- |
${messages.apis.map((api) => row(api, testing.get(api.key))).join('\n')}
`
  writeFileSync(new URL('../api/apis.md', import.meta.url), text)
}
