// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import { zeroUuid } from '../protocol/uuid.js'
import type { Writer } from '../protocol/writer.js'

export interface DeleteTopicsRequest extends Tagged {
  /** v6+ */
  topics: DeleteTopicsRequestDeleteTopicState[]
  /** []string · v0-5 · ignorable */
  topicNames: string[]
  /** int32 · v0+ */
  timeoutMs: number
}

export interface DeleteTopicsRequestInput extends Tagged {
  /** v6+ */
  topics?: readonly DeleteTopicsRequestDeleteTopicStateInput[] | undefined
  /** []string · v0-5 · ignorable */
  topicNames?: readonly string[] | undefined
  /** int32 · v0+ */
  timeoutMs: number
}

export interface DeleteTopicsRequestDeleteTopicState extends Tagged {
  /** string · v6+ · null v6+ · default null */
  name: string | null
  /** uuid · v6+ */
  topicId: string
}

export interface DeleteTopicsRequestDeleteTopicStateInput extends Tagged {
  /** string · v6+ · null v6+ · default null */
  name?: string | null | undefined
  /** uuid · v6+ */
  topicId: string
}

function readDeleteTopicsRequestDeleteTopicState(r: Reader, _v: number): DeleteTopicsRequestDeleteTopicState {
  const name = r.nullableString()
  const topicId = r.uuid()
  const x: DeleteTopicsRequestDeleteTopicState = { name, topicId }
  r.tags(x)
  return x
}

function readDeleteTopicsRequestDeleteTopicStateList(
  r: Reader,
  v: number,
  n: number,
): DeleteTopicsRequestDeleteTopicState[] {
  const list = listOf<DeleteTopicsRequestDeleteTopicState>(n)
  for (let i = 0; i < n; i++) list[i] = readDeleteTopicsRequestDeleteTopicState(r, v)
  return list
}

function writeDeleteTopicsRequestDeleteTopicState(
  w: Writer,
  _v: number,
  x: DeleteTopicsRequestDeleteTopicStateInput,
): void {
  const { name = null, topicId, [unknownTags]: unknown } = x
  w.nullableString(name)
  w.uuid(topicId)
  w.tags(unknown)
}

function readDeleteTopicsRequest(r: Reader, v: number): DeleteTopicsRequest {
  const topics = v >= 6 ? readDeleteTopicsRequestDeleteTopicStateList(r, v, r.count(18, 11)) : []
  const topicNames = v <= 5 ? r.strings() : []
  const timeoutMs = r.int32()
  const x: DeleteTopicsRequest = { topics, topicNames, timeoutMs }
  r.tags(x)
  return x
}

function writeDeleteTopicsRequest(w: Writer, v: number, x: DeleteTopicsRequestInput): void {
  const { topics = [], topicNames = [], timeoutMs, [unknownTags]: unknown } = x
  if (v >= 6) {
    w.count(topics)
    for (const element of topics) writeDeleteTopicsRequestDeleteTopicState(w, v, element)
  } else if (topics.length !== 0) w.unsupported()
  if (v <= 5) w.strings(topicNames)
  w.int32(timeoutMs)
  w.tags(unknown)
}

export interface DeleteTopicsResponse extends Tagged {
  /** int32 · v1+ · ignorable */
  throttleTimeMs: number
  /** v0+ */
  responses: DeleteTopicsResponseDeletableTopicResult[]
}

export interface DeleteTopicsResponseInput extends Tagged {
  /** int32 · v1+ · ignorable */
  throttleTimeMs: number
  /** v0+ */
  responses: readonly DeleteTopicsResponseDeletableTopicResultInput[]
}

export interface DeleteTopicsResponseDeletableTopicResult extends Tagged {
  /** string · v0+ · null v6+ */
  name: string | null
  /** uuid · v6+ · ignorable */
  topicId: string
  /** int16 · v0+ */
  errorCode: number
  /** string · v5+ · null v5+ · default null · ignorable */
  errorMessage: string | null
}

export interface DeleteTopicsResponseDeletableTopicResultInput extends Tagged {
  /** string · v0+ · null v6+ */
  name: string | null
  /** uuid · v6+ · ignorable */
  topicId?: string | undefined
  /** int16 · v0+ */
  errorCode: number
  /** string · v5+ · null v5+ · default null · ignorable */
  errorMessage?: string | null | undefined
}

function readDeleteTopicsResponseDeletableTopicResult(r: Reader, v: number): DeleteTopicsResponseDeletableTopicResult {
  const name = v >= 6 ? r.nullableString() : r.string()
  const topicId = v >= 6 ? r.uuid() : zeroUuid
  const errorCode = r.int16()
  const errorMessage = v >= 5 ? r.nullableString() : null
  const x: DeleteTopicsResponseDeletableTopicResult = { name, topicId, errorCode, errorMessage }
  r.tags(x)
  return x
}

function readDeleteTopicsResponseDeletableTopicResultList(
  r: Reader,
  v: number,
  n: number,
): DeleteTopicsResponseDeletableTopicResult[] {
  const list = listOf<DeleteTopicsResponseDeletableTopicResult>(n)
  for (let i = 0; i < n; i++) list[i] = readDeleteTopicsResponseDeletableTopicResult(r, v)
  return list
}

function writeDeleteTopicsResponseDeletableTopicResult(
  w: Writer,
  v: number,
  x: DeleteTopicsResponseDeletableTopicResultInput,
): void {
  const { name, topicId = zeroUuid, errorCode, errorMessage = null, [unknownTags]: unknown } = x
  if (v >= 6) w.nullableString(name)
  else w.string(name as never)
  if (v >= 6) w.uuid(topicId)
  w.int16(errorCode)
  if (v >= 5) w.nullableString(errorMessage)
  w.tags(unknown)
}

function readDeleteTopicsResponse(r: Reader, v: number): DeleteTopicsResponse {
  const throttleTimeMs = r.int32()
  const responses = readDeleteTopicsResponseDeletableTopicResultList(r, v, r.count(4, 13))
  const x: DeleteTopicsResponse = { throttleTimeMs, responses }
  r.tags(x)
  return x
}

function writeDeleteTopicsResponse(w: Writer, v: number, x: DeleteTopicsResponseInput): void {
  const { throttleTimeMs, responses, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.count(responses)
  for (const element of responses) writeDeleteTopicsResponseDeletableTopicResult(w, v, element)
  w.tags(unknown)
}

/** API key 20, versions 1 to 6. */
export const DeleteTopics: Api<DeleteTopicsRequest, DeleteTopicsRequestInput, DeleteTopicsResponse, DeleteTopicsResponseInput> = {
  key: 20,
  name: 'DeleteTopics',
  minVersion: 1,
  maxVersion: 6,
  flexibleSince: 4,
  request: codec({
  name: 'DeleteTopicsRequest',
  minVersion: 1,
  maxVersion: 6,
  flexibleSince: 4,
  last: true,
  fields: `
topics []struct 6+
  name string 6+ ?6+ =null
  topicId uuid 6+ required
topicNames []string 0-5 ignorable
timeoutMs int32 0+ required
`,
  read: readDeleteTopicsRequest,
  write: writeDeleteTopicsRequest,
}),
  response: codec({
  name: 'DeleteTopicsResponse',
  minVersion: 1,
  maxVersion: 6,
  flexibleSince: 4,
  last: true,
  fields: `
throttleTimeMs int32 1+ required ignorable
responses []struct 0+ required
  name string 0+ ?6+ required
  topicId uuid 6+ ignorable
  errorCode int16 0+ required
  errorMessage string 5+ ?5+ =null ignorable
`,
  read: readDeleteTopicsResponse,
  write: writeDeleteTopicsResponse,
}),
  serverWait: (request) => Math.max(0, request.timeoutMs),
  throttleTime: (response) => response.throttleTimeMs,
}
