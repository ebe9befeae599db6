// Takes Kafka's message definitions out of a kafka-clients jar and keeps the facts: names, types, versions, tags,
// defaults. The descriptive sentences stay behind.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readZip } from './zip.mjs'

/** Downloads the jar with Maven, and rewrites the file of the definitions. */
export function refresh(kafkaVersion, file) {
  const folder = mkdtempSync(join(tmpdir(), 'ottla-definitions-'))
  try {
    const artifact = `org.apache.kafka:kafka-clients:${kafkaVersion}`
    const args = ['-q', '-B', 'dependency:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${folder}`]
    const { status, error } = spawnSync('mvn', args, { stdio: 'inherit' })
    if (error) throw new Error('Maven is needed to refresh the definitions', { cause: error })
    if (status !== 0) throw new Error(`Maven ended with ${status}`)
    const jar = readFileSync(join(folder, `kafka-clients-${kafkaVersion}.jar`))
    writeFileSync(file, print(kafkaVersion, definitions(jar)))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function definitions(jar) {
  const messages = []
  for (const { name, read } of readZip(jar)) {
    if (!/^common\/message\/.*\.json$/.test(name)) continue
    // Comments are whole lines only.
    messages.push(
      JSON.parse(
        read()
          .toString()
          .replace(/^\s*\/\/.*$/gm, ''),
      ),
    )
  }
  return messages.sort((a, b) => (a.name < b.name ? -1 : 1))
}

const messageFacts = [
  'apiKey',
  'type',
  'name',
  'listeners',
  'validVersions',
  'flexibleVersions',
  'latestVersionUnstable',
]
const fieldFacts = [
  'name',
  'type',
  'versions',
  'nullableVersions',
  'taggedVersions',
  'tag',
  'default',
  'ignorable',
  'flexibleVersions',
]

/** One line a field, so that a difference between two versions of Kafka reads well. */
function print(kafkaVersion, messages) {
  const lines = messages.map((message) => {
    const head = JSON.stringify(pick(message, messageFacts)).slice(0, -1)
    const structs = (message.commonStructs ?? []).map(
      (struct) => `\n  ${JSON.stringify(struct.name)}: ${fieldLines(struct.fields, '  ')}`,
    )
    return `${head},"fields": ${fieldLines(message.fields ?? [], ' ')},"commonStructs": {${structs.join(',')}}}`
  })
  return `{"kafkaVersion": ${JSON.stringify(kafkaVersion)}, "messages": [\n${lines.join(',\n')}\n]}\n`
}

function fieldLines(fields, indent) {
  const lines = fields.map((field) => {
    const facts = JSON.stringify(pick(field, fieldFacts))
    return field.fields ? `${facts.slice(0, -1)},"fields": ${fieldLines(field.fields, `${indent} `)}}` : facts
  })
  return lines.length === 0 ? '[]' : `[\n${indent}${lines.join(`,\n${indent}`)}]`
}

function pick(object, names) {
  return Object.fromEntries(names.filter((name) => name in object).map((name) => [name, object[name]]))
}
