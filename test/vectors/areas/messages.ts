import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import * as published from 'ottla/messages'
import {
  DecodeError,
  EncodeError,
  Reader,
  unknownTags,
  Writer,
  type AnyApi,
  type Message,
  type Tagged,
} from 'ottla/messages'
import { fail, pass, type Adapter, type Vector, type Verdict } from '../adapter.js'
import { complete, parsed, withValueAt } from '../json-messages.js'

type AnyMessage = Message<object, never>

interface MessageVector extends Vector {
  readonly api: string
  readonly type: 'request' | 'response' | 'header' | 'data'
  readonly version: number
  readonly json?: unknown
  readonly hex?: string
  readonly error?: string
}

/** Refusals of what Java accepts: each on purpose, with its reason. */
const stricter = JSON.parse(
  readFileSync(new URL('../../../../test/vectors/stricter.json', import.meta.url), 'utf8'),
) as {
  readonly rule: string
  readonly message: string
}[]

function messageOf({ api, type }: MessageVector): AnyMessage {
  const exported = published[api as keyof typeof published] as unknown
  if (type === 'request' || type === 'response') return (exported as AnyApi)[type] as AnyMessage
  return exported as AnyMessage
}

function encode(message: AnyMessage, version: number, value: unknown): string {
  const writer = new Writer()
  message.encode(writer, version, value as never)
  return writer.finish().toString('hex')
}

function valid(vector: Vector): Verdict {
  const { version, json, hex = '', ...rest } = vector as MessageVector
  const message = messageOf(vector as MessageVector)
  const reader = new Reader(Buffer.from(hex, 'hex'))
  const decoded = message.decode(reader, version)
  assert.equal(reader.remaining, 0)
  assert.deepStrictEqual(decoded, complete(message.fields, json))
  assert.deepStrictEqual(unknownOf(message.fields, decoded, ''), rest['unknownTags'] ?? [])
  assert.equal(encode(message, version, decoded), hex, 'what was decoded is not encoded to the same bytes')
  if (!('unknownTags' in rest)) assert.equal(encode(message, version, parsed(message.fields, json)), hex)
  return pass
}

/** As the vectors list them: path, tag, bytes, in the order of the bytes. */
function unknownOf(fields: AnyMessage['fields'], struct: object, path: string): unknown[] {
  const ordered = [...fields.filter(({ tag }) => tag === null), ...fields.filter(({ tag }) => tag !== null)]
  const inner = ordered
    .filter(({ type }) => type === 'struct')
    .flatMap((field): unknown[] => {
      const value = (struct as Readonly<Record<string, unknown>>)[field.name]
      const at = path === '' ? field.name : `${path}.${field.name}`
      if (value === null) return []
      if (!field.array) return unknownOf(field.fields, value as object, at)
      return (value as object[]).flatMap((element, i) => unknownOf(field.fields, element, `${at}[${i}]`))
    })
  const own = (struct as Tagged)[unknownTags] ?? []
  return [...inner, ...own.map(({ tag, bytes }) => [path, tag, Buffer.from(bytes).toString('hex')])]
}

function malformed(vector: Vector): Verdict {
  const { version, json, hex = '', error, ...rest } = vector as MessageVector
  const message = messageOf(vector as MessageVector)
  const reader = new Reader(Buffer.from(hex, 'hex'))
  let decoded: object
  try {
    decoded = message.decode(reader, version)
  } catch (refusal) {
    if (!(refusal instanceof DecodeError)) throw refusal
    if (error !== 'ok') return pass
    const rule = stricter.find(({ message: pattern }) => new RegExp(pattern).test(refusal.message))
    return rule === undefined ? fail(json, refusal) : { outcome: 'pass', stricter: rule.rule }
  }
  if (error !== 'ok') return fail(error, decoded)
  assert.deepStrictEqual(decoded, complete(message.fields, json))
  assert.equal(reader.remaining, rest['remaining'] ?? 0)
  if ('rewritten' in rest) assert.equal(encode(message, version, decoded), rest['rewritten'])
  return pass
}

function unsupported(vector: Vector): Verdict {
  const { version, hex, error, ...rest } = vector as MessageVector
  const message = messageOf(vector as MessageVector)
  const value = withValueAt(message, String(rest['path']), rest['value'])
  try {
    const encoded = encode(message, version, value)
    return encoded === hex ? pass : fail(hex ?? error, encoded)
  } catch (refusal) {
    if (!(refusal instanceof EncodeError)) throw refusal
    return error === undefined ? fail(hex, refusal) : pass
  }
}

function errors(vector: Vector): Verdict {
  const { code, name, retriable } = vector
  assert.deepStrictEqual({ ...published.kafkaError(Number(code)) }, { code, name, retriable })
  return pass
}

function apis(vector: Vector): Verdict {
  const { key, name, removed } = vector
  const summary = published.apis.find((api) => api.key === key)
  if (removed === true) return summary === undefined ? pass : fail(undefined, summary)
  const api = published[name as keyof typeof published] as unknown as AnyApi
  const versions = Array.from({ length: api.maxVersion - api.minVersion + 1 }, (_, i) => api.minVersion + i)
  const headers = (of: (api: AnyApi, version: number) => number) =>
    Object.fromEntries(versions.map((version) => [version, of(api, version)]))
  const actual = {
    requestVersions: [api.minVersion, api.maxVersion],
    flexibleFrom: api.flexibleSince,
    latestVersionUnstable: api.unstableVersion === api.maxVersion,
    requestHeaderVersions: headers(published.requestHeaderVersion),
    responseHeaderVersions: headers(published.responseHeaderVersion),
    listeners: summary?.listeners,
  }
  const expected = Object.fromEntries(Object.keys(actual).map((property) => [property, vector[property]]))
  assert.deepStrictEqual(actual, expected)
  assert.deepStrictEqual([summary?.name, summary?.flexibleSince], [name, api.flexibleSince])
  return pass
}

export const areas: Readonly<Record<string, Adapter>> = {
  'messages.valid': valid,
  'messages.malformed': malformed,
  'messages.unsupported': unsupported,
  'messages.errors': errors,
  'messages.apis': apis,
}
