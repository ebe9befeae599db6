// Kafka's message definitions to TypeScript: one file per API in src/messages.
import { readFileSync } from 'node:fs'
import { apiFile, apisFile, dataFile, errorsFile, indexFile } from './files.mjs'
import { modelMessage } from './model.mjs'
import { wrap } from './wrap.mjs'

const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))

/** The files of src/messages by name. */
export function generate() {
  const { kafkaVersion, messages: definitions } = read('definitions.json')
  const apis = new Map()
  const files = new Map()
  const names = new Map()
  for (const definition of definitions) {
    const message = modelMessage(definition)
    if (message === null) continue
    for (const name of message.structs.keys()) {
      if (names.has(name)) throw new Error(`${name} is in ${names.get(name)} and in ${message.name}`)
      names.set(name, message.name)
    }
    if (message.kind === 'request' || message.kind === 'response') {
      apis.set(message.apiKey, {
        ...apis.get(message.apiKey),
        [message.kind]: { ...message, listeners: definition.listeners },
      })
    } else {
      files.set(message.name, dataFile(kafkaVersion, message))
    }
  }
  const byKey = [...apis.values()].sort((a, b) => a.request.apiKey - b.request.apiKey)
  for (const api of byKey) files.set(api.request.name.replace(/Request$/, ''), apiFile(kafkaVersion, api))
  const index = [...files.keys()].sort()
  files.set('index', indexFile(kafkaVersion, index))
  files.set('apis', apisFile(kafkaVersion, byKey))
  files.set('errors', errorsFile(kafkaVersion, read('errors.json')))
  return new Map([...files].map(([name, source]) => [`${name}.ts`, wrap(source)]))
}
