// One file of src/messages: an API, a header, or a data record.
import { wordsOf } from './memory.mjs'
import { leastSize } from './model.mjs'
import { readersOf } from './reading.mjs'
import { notation, typesOf } from './types.mjs'
import { writersOf } from './writing.mjs'

const banner = (kafkaVersion) =>
  `// Generated from the message definitions of Apache Kafka ${kafkaVersion} by \`npm run generate\`. Do not edit.\n`

export function dataFile(kafkaVersion, message) {
  const { name } = message
  const declaration = `export const ${name}: Message<${name}, ${name}Input> = ${codecOf(message)}`
  return banner(kafkaVersion) + importsOf([message], 'Message') + messageSource(message) + `\n\n${declaration}\n`
}

export function apiFile(kafkaVersion, { request, response }) {
  const name = request.name.replace(/Request$/, '')
  const unanswered = name === 'Produce'
  const types = `${name}Request, ${name}RequestInput, ${name}Response, ${name}ResponseInput`
  const lines = [
    `  key: ${request.apiKey},`,
    `  name: '${name}',`,
    `  minVersion: ${request.versions[0]},`,
    `  maxVersion: ${request.versions[1]},`,
    ...(request.unstable ? [`  unstableVersion: ${request.versions[1]},`] : []),
    `  flexibleSince: ${request.flexible?.[0] ?? null},`,
    `  request: ${codecOf(request)},`,
    `  response: ${codecOf(response)},`,
    ...(unanswered ? ['  expectsResponse: (request) => request.acks !== 0,'] : []),
    ...serverWait(name, request),
    ...(response.root.fields.some((field) => field.name === 'throttleTimeMs')
      ? ['  throttleTime: (response) => response.throttleTimeMs,']
      : []),
  ]
  const kind = unanswered ? 'SometimesUnansweredApi' : 'Api'
  const declaration = `/** API key ${request.apiKey}, versions ${request.versions.join(' to ')}. */\nexport const ${name}: ${kind}<${types}> = {\n${lines.join('\n')}\n}`
  const sources = [request, response].map(messageSource).join('\n\n')
  return `${banner(kafkaVersion)}${importsOf([request, response], kind)}${sources}\n\n${declaration}\n`
}

/** What a request says of the time that the broker may take before it answers. */
function serverWait(name, request) {
  // The coordinator answers when all members have joined, at latest after the rebalance timeout; version 0 has only one.
  if (name === 'JoinGroup')
    return ['  serverWait: (request) => Math.max(request.sessionTimeoutMs, request.rebalanceTimeoutMs ?? -1),']
  const field = request.root.fields.find((candidate) => ['maxWaitMs', 'timeoutMs'].includes(candidate.name))
  if (!field) return []
  const value = field.required ? `request.${field.name}` : `request.${field.name} ?? ${field.default ?? 0}`
  return [`  serverWait: (request) => Math.max(0, ${value}),`]
}

function messageSource(message) {
  const structs = [...message.structs.values()]
  for (const { fields } of structs)
    for (const field of fields)
      if (field.struct)
        Object.assign(field, { least: leastSize(message, field.struct), words: wordsOf(message, field.struct) })
  const types = structs.toReversed().map(typesOf)
  const functions = structs.flatMap((struct) => [readersOf(message, struct), writersOf(message, struct)])
  return [...types, ...functions].join('\n\n')
}

function codecOf(message) {
  const { typeName } = message.root
  return `codec({
  name: '${message.name}',
  minVersion: ${message.versions[0]},
  maxVersion: ${message.versions[1]},
  flexibleSince: ${message.flexible?.[0] ?? null},
  last: ${message.kind === 'request' || message.kind === 'response'},
  fields: \`\n${notation(message.root)}\`,
  read: read${typeName},
  write: write${typeName},
})`
}

function importsOf(messages, kind) {
  const source = messages.map(messageSource).join('\n')
  const used = (...names) => names.filter((name) => new RegExp(`\\b${name}\\b`).test(source))
  const line = (names, file) =>
    names.length === 0 ? [] : [`import { ${names.join(', ')} } from '../protocol/${file}.js'`]
  const tags = [
    ...used('keepUnknownTags'),
    'type Tagged',
    ...used('UnknownTag').map((name) => `type ${name}`),
    ...used('unknownTags'),
  ]
  return (
    [
      `import type { ${kind} } from '../protocol/api.js'`,
      "import { codec } from '../protocol/codec.js'",
      ...line(used('sameInt64'), 'defaults'),
      used('listOf').length > 0
        ? "import { listOf, type Reader } from '../protocol/reader.js'"
        : "import type { Reader } from '../protocol/reader.js'",
      tags.every((name) => name.startsWith('type '))
        ? "import type { Tagged } from '../protocol/tags.js'"
        : `import { ${tags.join(', ')} } from '../protocol/tags.js'`,
      ...line(used('zeroUuid'), 'uuid'),
      "import type { Writer } from '../protocol/writer.js'",
    ].join('\n') + '\n\n'
  )
}

/** The published entry point `ottla/messages`. */
export function indexFile(kafkaVersion, names) {
  const lines = names.map((name) => `export * from './${name}.js'`)
  return `${banner(kafkaVersion)}export { requestHeaderVersion, responseHeaderVersion } from '../protocol/api.js'
export type { Api, AnyApi, Codec, Message, SometimesUnansweredApi } from '../protocol/api.js'
export type { Field, FieldType, Versions } from '../protocol/schema.js'
export { DecodeError, EncodeError } from '../errors.js'
export { unknownTags, type Tagged, type UnknownTag } from '../protocol/tags.js'
export { Reader } from '../protocol/reader.js'
export { zeroUuid } from '../protocol/uuid.js'
export { Writer } from '../protocol/writer.js'
export * from './apis.js'
export * from './errors.js'
${lines.join('\n')}\n`
}

/** What there is to know of an API without its codecs. */
export function apisFile(kafkaVersion, apis) {
  const rows = apis.map(({ request }) => {
    const unstable = request.unstable ? `, unstableVersion: ${request.versions[1]}` : ''
    const name = request.name.replace(/Request$/, '')
    return `  { key: ${request.apiKey}, name: '${name}', minVersion: ${request.versions[0]}, maxVersion: ${request.versions[1]}${unstable}, flexibleSince: ${request.flexible?.[0] ?? null}, listeners: [${request.listeners
      .toSorted()
      .map((listener) => `'${listener}'`)
      .join(', ')}] },`
  })
  return `${banner(kafkaVersion)}
/** An API, without its codecs. */
export interface ApiSummary {
  readonly key: number
  readonly name: string
  readonly minVersion: number
  readonly maxVersion: number
  /** The version, the last one, that a broker offers only with unstable versions enabled. */
  readonly unstableVersion?: number
  /** The first version with compact lengths and tagged fields; null if there is none. */
  readonly flexibleSince: number | null
  /** The listeners of Kafka that serve it. */
  readonly listeners: readonly ('broker' | 'controller')[]
}

/** The Kafka whose messages these are. */
export const kafkaVersion = '${kafkaVersion}'

/** Every API of Kafka, by key. */
export const apis: readonly ApiSummary[] = [
${rows.join('\n')}
]
`
}

/** The table of Kafka's error codes. */
export function errorsFile(kafkaVersion, errors) {
  const rows = errors.map(
    ({ code, name, retriable }) => `  { code: ${code}, name: '${name}', retriable: ${retriable} },`,
  )
  return `${banner(kafkaVersion)}
/** An error code of Kafka's protocol. */
export interface KafkaError {
  readonly code: number
  /** Kafka's name, or \`UNKNOWN_ERROR_CODE_<code>\` if this table has none. */
  readonly name: string
  /** Whether trying again, unchanged, may succeed. */
  readonly retriable: boolean
}

/** Every error code, 0 (\`NONE\`) and -1 included. */
export const kafkaErrors: readonly KafkaError[] = [
${rows.join('\n')}
]

/** By code; the first code is -1. */
const offset = 1

/** What an error code means. A code that is newer than this table keeps its number and is not retriable. */
export function kafkaError(code: number): KafkaError {
  return kafkaErrors[code + offset] ?? { code, name: \`UNKNOWN_ERROR_CODE_\${code}\`, retriable: false }
}
`
}
