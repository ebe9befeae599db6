// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface DeleteShareGroupOffsetsRequest extends Tagged {
  /** string · v0+ */
  groupId: string
  /** v0+ */
  topics: DeleteShareGroupOffsetsRequestTopic[]
}

export interface DeleteShareGroupOffsetsRequestInput extends Tagged {
  /** string · v0+ */
  groupId: string
  /** v0+ */
  topics: readonly DeleteShareGroupOffsetsRequestTopicInput[]
}

export interface DeleteShareGroupOffsetsRequestTopic extends Tagged {
  /** string · v0+ */
  topicName: string
}

export interface DeleteShareGroupOffsetsRequestTopicInput extends Tagged {
  /** string · v0+ */
  topicName: string
}

function readDeleteShareGroupOffsetsRequestTopic(r: Reader, _v: number): DeleteShareGroupOffsetsRequestTopic {
  const topicName = r.string()
  const x: DeleteShareGroupOffsetsRequestTopic = { topicName }
  r.tags(x)
  return x
}

function readDeleteShareGroupOffsetsRequestTopicList(
  r: Reader,
  v: number,
  n: number,
): DeleteShareGroupOffsetsRequestTopic[] {
  const list = listOf<DeleteShareGroupOffsetsRequestTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readDeleteShareGroupOffsetsRequestTopic(r, v)
  return list
}

function writeDeleteShareGroupOffsetsRequestTopic(
  w: Writer,
  _v: number,
  x: DeleteShareGroupOffsetsRequestTopicInput,
): void {
  const { topicName, [unknownTags]: unknown } = x
  w.string(topicName)
  w.tags(unknown)
}

function readDeleteShareGroupOffsetsRequest(r: Reader, v: number): DeleteShareGroupOffsetsRequest {
  const groupId = r.string()
  const topics = readDeleteShareGroupOffsetsRequestTopicList(r, v, r.count(2, 5))
  const x: DeleteShareGroupOffsetsRequest = { groupId, topics }
  r.tags(x)
  return x
}

function writeDeleteShareGroupOffsetsRequest(w: Writer, v: number, x: DeleteShareGroupOffsetsRequestInput): void {
  const { groupId, topics, [unknownTags]: unknown } = x
  w.string(groupId)
  w.count(topics)
  for (const element of topics) writeDeleteShareGroupOffsetsRequestTopic(w, v, element)
  w.tags(unknown)
}

export interface DeleteShareGroupOffsetsResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage: string | null
  /** v0+ */
  responses: DeleteShareGroupOffsetsResponseTopic[]
}

export interface DeleteShareGroupOffsetsResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage?: string | null | undefined
  /** v0+ */
  responses: readonly DeleteShareGroupOffsetsResponseTopicInput[]
}

export interface DeleteShareGroupOffsetsResponseTopic extends Tagged {
  /** string · v0+ */
  topicName: string
  /** uuid · v0+ */
  topicId: string
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage: string | null
}

export interface DeleteShareGroupOffsetsResponseTopicInput extends Tagged {
  /** string · v0+ */
  topicName: string
  /** uuid · v0+ */
  topicId: string
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage?: string | null | undefined
}

function readDeleteShareGroupOffsetsResponseTopic(r: Reader, _v: number): DeleteShareGroupOffsetsResponseTopic {
  const topicName = r.string()
  const topicId = r.uuid()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const x: DeleteShareGroupOffsetsResponseTopic = { topicName, topicId, errorCode, errorMessage }
  r.tags(x)
  return x
}

function readDeleteShareGroupOffsetsResponseTopicList(
  r: Reader,
  v: number,
  n: number,
): DeleteShareGroupOffsetsResponseTopic[] {
  const list = listOf<DeleteShareGroupOffsetsResponseTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readDeleteShareGroupOffsetsResponseTopic(r, v)
  return list
}

function writeDeleteShareGroupOffsetsResponseTopic(
  w: Writer,
  _v: number,
  x: DeleteShareGroupOffsetsResponseTopicInput,
): void {
  const { topicName, topicId, errorCode, errorMessage = null, [unknownTags]: unknown } = x
  w.string(topicName)
  w.uuid(topicId)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.tags(unknown)
}

function readDeleteShareGroupOffsetsResponse(r: Reader, v: number): DeleteShareGroupOffsetsResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const responses = readDeleteShareGroupOffsetsResponseTopicList(r, v, r.count(21, 13))
  const x: DeleteShareGroupOffsetsResponse = { throttleTimeMs, errorCode, errorMessage, responses }
  r.tags(x)
  return x
}

function writeDeleteShareGroupOffsetsResponse(w: Writer, v: number, x: DeleteShareGroupOffsetsResponseInput): void {
  const { throttleTimeMs, errorCode, errorMessage = null, responses, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.count(responses)
  for (const element of responses) writeDeleteShareGroupOffsetsResponseTopic(w, v, element)
  w.tags(unknown)
}

/** API key 92, versions 0 to 0. */
export const DeleteShareGroupOffsets: Api<DeleteShareGroupOffsetsRequest, DeleteShareGroupOffsetsRequestInput, DeleteShareGroupOffsetsResponse, DeleteShareGroupOffsetsResponseInput> = {
  key: 92,
  name: 'DeleteShareGroupOffsets',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  request: codec({
  name: 'DeleteShareGroupOffsetsRequest',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
groupId string 0+ required
topics []struct 0+ required
  topicName string 0+ required
`,
  read: readDeleteShareGroupOffsetsRequest,
  write: writeDeleteShareGroupOffsetsRequest,
}),
  response: codec({
  name: 'DeleteShareGroupOffsetsResponse',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
errorMessage string 0+ ?0+ =null
responses []struct 0+ required
  topicName string 0+ required
  topicId uuid 0+ required
  errorCode int16 0+ required
  errorMessage string 0+ ?0+ =null
`,
  read: readDeleteShareGroupOffsetsResponse,
  write: writeDeleteShareGroupOffsetsResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
