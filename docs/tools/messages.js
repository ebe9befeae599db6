// docs/api/apis.md: every Kafka API in one table, from the compiled package itself.
import { writeFileSync } from 'node:fs'
import * as messages from '../../dist/messages/index.js'

const range = ({ minVersion: min, maxVersion: max }) => (min === max ? `${min}` : `${min}–${max}`)
const names = (fields) => fields.map(({ name }) => `\`${name}\``).join(', ')

function row(summary) {
  const unstable = summary.unstableVersion === undefined ? '' : ` (${summary.unstableVersion} unstable)`
  const cells = [
    `\`${summary.name}\``,
    summary.key,
    range(summary) + unstable,
    summary.flexibleSince ?? 'never',
    summary.listeners.join(', '),
    names(messages[summary.name].request.fields) || '–',
  ]
  return `| ${cells.join(' | ')} |`
}

/** Writes the page. @throws TypeError if an API of the table is not exported. */
export function writeMessages() {
  const text = `# Every Kafka API

All ${messages.apis.length} APIs of Apache Kafka ${messages.kafkaVersion}, in every version that it still has, requests and
responses in both directions. Each is an export of \`ottla/messages\` and has a module of its own, \`ottla/messages/NAME\`,
which loads nothing of the others. Types with every field carry the API's name: \`MetadataRequest\`, \`MetadataResponse\`,
and \`MetadataRequestInput\`, \`MetadataResponseInput\`, where fields that have a default may be left out.

"Flexible" is the first version with compact lengths and tagged fields (KIP-482). A version that Kafka calls unstable is
spoken only where \`send(…, { version })\` asks for it. \`npx ottla request API --template\` prints a request to fill in.

| API | Key | Versions | Flexible | Listener | Fields of the request |
| --- | --- | -------- | -------- | -------- | --------------------- |
${messages.apis.map(row).join('\n')}
`
  writeFileSync(new URL('../api/apis.md', import.meta.url), text)
}
