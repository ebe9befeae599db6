import type { AnyApi } from '../protocol/api.js'
import { defaultStruct } from '../protocol/defaults.js'
import { includes } from '../protocol/schema.js'
import type { Field } from '../protocol/schema.js'

/** Where a response repeats what the request named, under another name. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  responses: ['topicData', 'topics', 'topicNames', 'resources'],
  partitionResponses: ['partitionData'],
  partitions: ['partitions', 'partitionIndexes'],
  results: ['resources', 'topics'],
  coordinators: ['coordinatorKeys'],
  partitionIndex: ['partition', 'index'],
}

type Struct = Record<string, unknown>

/**
 * A response that refuses everything that a request asks for: the error code at the top, where the API has one there,
 * and at every topic, partition, group or whatever the request named.
 */
export function errorForm(
  api: AnyApi,
  request: unknown,
  at: { readonly version: number; readonly errorCode: number },
): unknown {
  const { fields } = api.response
  return { ...defaultStruct(fields), ...refused(fields, request as Struct, { ...at, top: true }) }
}

interface At {
  readonly version: number
  readonly errorCode: number
  readonly top: boolean
}

function refused(fields: readonly Field[], request: Struct, at: At): Struct {
  const response: Struct = {}
  for (const field of fields) {
    if (!includes(field.versions, at.version)) continue
    const named = [field.name, ...(SOURCES[field.name] ?? [])]
      .map((name) => request[name])
      .find((value) => value !== undefined)
    if (field.name === 'errorCode') response[field.name] = at.errorCode
    else if (field.array && field.type === 'struct') response[field.name] = list(field, named, at)
    else if (!at.top && !field.array && isOfType(field, named)) response[field.name] = named
  }
  return response
}

function list(field: Field, named: unknown, at: At): unknown[] {
  if (!Array.isArray(named)) return []
  return named.map((element: unknown) => {
    const source = typeof element === 'object' && element !== null ? (element as Struct) : naming(field, element)
    return { ...defaultStruct(field.fields), ...refused(field.fields, source, { ...at, top: false }) }
  })
}

/** A list of plain names or numbers: what names the element is the first field of its type. */
function naming(field: Field, element: unknown): Struct {
  const first = field.fields.find((candidate) => candidate.name !== 'errorCode' && isOfType(candidate, element))
  return first === undefined ? {} : { [first.name]: element }
}

function isOfType({ type }: Field, value: unknown): boolean {
  if (typeof value === 'string') return type === 'string' || type === 'uuid'
  if (typeof value === 'number') return type === 'int8' || type === 'int16' || type === 'int32'
  return false
}
