// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { keepUnknownTags, type Tagged, type UnknownTag, unknownTags } from '../protocol/tags.js'
import { zeroUuid } from '../protocol/uuid.js'
import type { Writer } from '../protocol/writer.js'

export interface CreateTopicsRequest extends Tagged {
  /** v0+ */
  topics: CreateTopicsRequestCreatableTopic[]
  /** int32 · v0+ · default 60000 */
  timeoutMs: number
  /** bool · v1+ · default false */
  validateOnly: boolean
}

export interface CreateTopicsRequestInput extends Tagged {
  /** v0+ */
  topics: readonly CreateTopicsRequestCreatableTopicInput[]
  /** int32 · v0+ · default 60000 */
  timeoutMs?: number | undefined
  /** bool · v1+ · default false */
  validateOnly?: boolean | undefined
}

export interface CreateTopicsRequestCreatableTopic extends Tagged {
  /** string · v0+ */
  name: string
  /** int32 · v0+ */
  numPartitions: number
  /** int16 · v0+ */
  replicationFactor: number
  /** v0+ */
  assignments: CreateTopicsRequestCreatableReplicaAssignment[]
  /** v0+ */
  configs: CreateTopicsRequestCreatableTopicConfig[]
}

export interface CreateTopicsRequestCreatableTopicInput extends Tagged {
  /** string · v0+ */
  name: string
  /** int32 · v0+ */
  numPartitions: number
  /** int16 · v0+ */
  replicationFactor: number
  /** v0+ */
  assignments: readonly CreateTopicsRequestCreatableReplicaAssignmentInput[]
  /** v0+ */
  configs: readonly CreateTopicsRequestCreatableTopicConfigInput[]
}

export interface CreateTopicsRequestCreatableTopicConfig extends Tagged {
  /** string · v0+ */
  name: string
  /** string · v0+ · null v0+ */
  value: string | null
}

export interface CreateTopicsRequestCreatableTopicConfigInput extends Tagged {
  /** string · v0+ */
  name: string
  /** string · v0+ · null v0+ */
  value: string | null
}

export interface CreateTopicsRequestCreatableReplicaAssignment extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** []int32 · v0+ */
  brokerIds: number[]
}

export interface CreateTopicsRequestCreatableReplicaAssignmentInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** []int32 · v0+ */
  brokerIds: readonly number[]
}

function readCreateTopicsRequestCreatableReplicaAssignment(
  r: Reader,
  _v: number,
): CreateTopicsRequestCreatableReplicaAssignment {
  const partitionIndex = r.int32()
  const brokerIds = r.int32s()
  const x: CreateTopicsRequestCreatableReplicaAssignment = { partitionIndex, brokerIds }
  r.tags(x)
  return x
}

function readCreateTopicsRequestCreatableReplicaAssignmentList(
  r: Reader,
  v: number,
  n: number,
): CreateTopicsRequestCreatableReplicaAssignment[] {
  const list = listOf<CreateTopicsRequestCreatableReplicaAssignment>(n)
  for (let i = 0; i < n; i++) list[i] = readCreateTopicsRequestCreatableReplicaAssignment(r, v)
  return list
}

function writeCreateTopicsRequestCreatableReplicaAssignment(
  w: Writer,
  _v: number,
  x: CreateTopicsRequestCreatableReplicaAssignmentInput,
): void {
  const { partitionIndex, brokerIds, [unknownTags]: unknown } = x
  w.int32(partitionIndex)
  w.int32s(brokerIds)
  w.tags(unknown)
}

function readCreateTopicsRequestCreatableTopicConfig(r: Reader, _v: number): CreateTopicsRequestCreatableTopicConfig {
  const name = r.string()
  const value = r.nullableString()
  const x: CreateTopicsRequestCreatableTopicConfig = { name, value }
  r.tags(x)
  return x
}

function readCreateTopicsRequestCreatableTopicConfigList(
  r: Reader,
  v: number,
  n: number,
): CreateTopicsRequestCreatableTopicConfig[] {
  const list = listOf<CreateTopicsRequestCreatableTopicConfig>(n)
  for (let i = 0; i < n; i++) list[i] = readCreateTopicsRequestCreatableTopicConfig(r, v)
  return list
}

function writeCreateTopicsRequestCreatableTopicConfig(
  w: Writer,
  _v: number,
  x: CreateTopicsRequestCreatableTopicConfigInput,
): void {
  const { name, value, [unknownTags]: unknown } = x
  w.string(name)
  w.nullableString(value)
  w.tags(unknown)
}

function readCreateTopicsRequestCreatableTopic(r: Reader, v: number): CreateTopicsRequestCreatableTopic {
  const name = r.string()
  const numPartitions = r.int32()
  const replicationFactor = r.int16()
  const assignments = readCreateTopicsRequestCreatableReplicaAssignmentList(r, v, r.count(6, 10))
  const configs = readCreateTopicsRequestCreatableTopicConfigList(r, v, r.count(3, 6))
  const x: CreateTopicsRequestCreatableTopic = { name, numPartitions, replicationFactor, assignments, configs }
  r.tags(x)
  return x
}

function readCreateTopicsRequestCreatableTopicList(
  r: Reader,
  v: number,
  n: number,
): CreateTopicsRequestCreatableTopic[] {
  const list = listOf<CreateTopicsRequestCreatableTopic>(n)
  for (let i = 0; i < n; i++) list[i] = readCreateTopicsRequestCreatableTopic(r, v)
  return list
}

function writeCreateTopicsRequestCreatableTopic(w: Writer, v: number, x: CreateTopicsRequestCreatableTopicInput): void {
  const { name, numPartitions, replicationFactor, assignments, configs, [unknownTags]: unknown } = x
  w.string(name)
  w.int32(numPartitions)
  w.int16(replicationFactor)
  w.count(assignments)
  for (const element of assignments) writeCreateTopicsRequestCreatableReplicaAssignment(w, v, element)
  w.count(configs)
  for (const element of configs) writeCreateTopicsRequestCreatableTopicConfig(w, v, element)
  w.tags(unknown)
}

function readCreateTopicsRequest(r: Reader, v: number): CreateTopicsRequest {
  const topics = readCreateTopicsRequestCreatableTopicList(r, v, r.count(10, 17))
  const timeoutMs = r.int32()
  const validateOnly = r.bool()
  const x: CreateTopicsRequest = { topics, timeoutMs, validateOnly }
  r.tags(x)
  return x
}

function writeCreateTopicsRequest(w: Writer, v: number, x: CreateTopicsRequestInput): void {
  const { topics, timeoutMs = 60000, validateOnly = false, [unknownTags]: unknown } = x
  w.count(topics)
  for (const element of topics) writeCreateTopicsRequestCreatableTopic(w, v, element)
  w.int32(timeoutMs)
  w.bool(validateOnly)
  w.tags(unknown)
}

export interface CreateTopicsResponse extends Tagged {
  /** int32 · v2+ · ignorable */
  throttleTimeMs: number
  /** v0+ */
  topics: CreateTopicsResponseCreatableTopicResult[]
}

export interface CreateTopicsResponseInput extends Tagged {
  /** int32 · v2+ · ignorable */
  throttleTimeMs: number
  /** v0+ */
  topics: readonly CreateTopicsResponseCreatableTopicResultInput[]
}

export interface CreateTopicsResponseCreatableTopicResult extends Tagged {
  /** string · v0+ */
  name: string
  /** uuid · v7+ · ignorable */
  topicId: string
  /** int16 · v0+ */
  errorCode: number
  /** string · v1+ · null v0+ · ignorable */
  errorMessage: string | null
  /** int16 · v5+ · tag 0 · ignorable */
  topicConfigErrorCode: number
  /** int32 · v5+ · default -1 · ignorable */
  numPartitions: number
  /** int16 · v5+ · default -1 · ignorable */
  replicationFactor: number
  /** v5+ · null v5+ · ignorable */
  configs: CreateTopicsResponseCreatableTopicConfigs[] | null
}

export interface CreateTopicsResponseCreatableTopicResultInput extends Tagged {
  /** string · v0+ */
  name: string
  /** uuid · v7+ · ignorable */
  topicId?: string | undefined
  /** int16 · v0+ */
  errorCode: number
  /** string · v1+ · null v0+ · ignorable */
  errorMessage: string | null
  /** int16 · v5+ · tag 0 · ignorable */
  topicConfigErrorCode?: number | undefined
  /** int32 · v5+ · default -1 · ignorable */
  numPartitions?: number | undefined
  /** int16 · v5+ · default -1 · ignorable */
  replicationFactor?: number | undefined
  /** v5+ · null v5+ · ignorable */
  configs?: readonly CreateTopicsResponseCreatableTopicConfigsInput[] | null | undefined
}

export interface CreateTopicsResponseCreatableTopicConfigs extends Tagged {
  /** string · v5+ */
  name: string
  /** string · v5+ · null v5+ */
  value: string | null
  /** bool · v5+ */
  readOnly: boolean
  /** int8 · v5+ · default -1 · ignorable */
  configSource: number
  /** bool · v5+ */
  isSensitive: boolean
}

export interface CreateTopicsResponseCreatableTopicConfigsInput extends Tagged {
  /** string · v5+ */
  name: string
  /** string · v5+ · null v5+ */
  value: string | null
  /** bool · v5+ */
  readOnly: boolean
  /** int8 · v5+ · default -1 · ignorable */
  configSource?: number | undefined
  /** bool · v5+ */
  isSensitive: boolean
}

function readCreateTopicsResponseCreatableTopicConfigs(
  r: Reader,
  _v: number,
): CreateTopicsResponseCreatableTopicConfigs {
  const name = r.string()
  const value = r.nullableString()
  const readOnly = r.bool()
  const configSource = r.int8()
  const isSensitive = r.bool()
  const x: CreateTopicsResponseCreatableTopicConfigs = { name, value, readOnly, configSource, isSensitive }
  r.tags(x)
  return x
}

function readCreateTopicsResponseCreatableTopicConfigsList(
  r: Reader,
  v: number,
  n: number,
): CreateTopicsResponseCreatableTopicConfigs[] {
  const list = listOf<CreateTopicsResponseCreatableTopicConfigs>(n)
  for (let i = 0; i < n; i++) list[i] = readCreateTopicsResponseCreatableTopicConfigs(r, v)
  return list
}

function readNullableCreateTopicsResponseCreatableTopicConfigsList(
  r: Reader,
  v: number,
): CreateTopicsResponseCreatableTopicConfigs[] | null {
  const n = r.nullableCount(6, 9)
  return n < 0 ? null : readCreateTopicsResponseCreatableTopicConfigsList(r, v, n)
}

function writeCreateTopicsResponseCreatableTopicConfigs(
  w: Writer,
  _v: number,
  x: CreateTopicsResponseCreatableTopicConfigsInput,
): void {
  const { name, value, readOnly, configSource = -1, isSensitive, [unknownTags]: unknown } = x
  w.string(name)
  w.nullableString(value)
  w.bool(readOnly)
  w.int8(configSource)
  w.bool(isSensitive)
  w.tags(unknown)
}

function readCreateTopicsResponseCreatableTopicResult(r: Reader, v: number): CreateTopicsResponseCreatableTopicResult {
  const name = r.string()
  const topicId = v >= 7 ? r.uuid() : zeroUuid
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  let topicConfigErrorCode = 0
  const numPartitions = v >= 5 ? r.int32() : -1
  const replicationFactor = v >= 5 ? r.int16() : -1
  const configs = v >= 5 ? readNullableCreateTopicsResponseCreatableTopicConfigsList(r, v) : []
  const unknown: UnknownTag[] = []
  if (r.flexible) {
    let tag = -1
    for (let n = r.tagCount(); n > 0; n--) {
      tag = r.tag(tag)
      if (tag === 0) {
        if (!(v >= 5)) r.foreignTag(tag)
        const end = r.tagEnd()
        topicConfigErrorCode = r.int16()
        r.closeTag(tag, end)
      } else {
        unknown.push(r.unknownTag(tag))
      }
    }
  }
  const x: CreateTopicsResponseCreatableTopicResult = {
    name,
    topicId,
    errorCode,
    errorMessage,
    topicConfigErrorCode,
    numPartitions,
    replicationFactor,
    configs,
  }
  if (unknown.length > 0) keepUnknownTags(x, unknown)
  return x
}

function readCreateTopicsResponseCreatableTopicResultList(
  r: Reader,
  v: number,
  n: number,
): CreateTopicsResponseCreatableTopicResult[] {
  const list = listOf<CreateTopicsResponseCreatableTopicResult>(n)
  for (let i = 0; i < n; i++) list[i] = readCreateTopicsResponseCreatableTopicResult(r, v)
  return list
}

function writeCreateTopicsResponseCreatableTopicResultTags(
  w: Writer,
  v: number,
  x: CreateTopicsResponseCreatableTopicResultInput,
): void {
  const { topicConfigErrorCode = 0, [unknownTags]: unknown } = x
  if (!w.flexible) return w.tags(unknown)
  const hasTopicConfigErrorCode = v >= 5 && topicConfigErrorCode !== 0
  w.tagCount(Number(hasTopicConfigErrorCode), unknown)
  let tag = -1
  if (hasTopicConfigErrorCode) {
    if (unknown !== undefined) w.unknownTags(unknown, tag, 0)
    tag = 0
    const begin = w.openTag(0)
    w.int16(topicConfigErrorCode)
    w.closeTag(begin)
  }
  if (unknown !== undefined) w.unknownTags(unknown, tag, 0x80000000)
}

function writeCreateTopicsResponseCreatableTopicResult(
  w: Writer,
  v: number,
  x: CreateTopicsResponseCreatableTopicResultInput,
): void {
  const {
    name,
    topicId = zeroUuid,
    errorCode,
    errorMessage,
    numPartitions = -1,
    replicationFactor = -1,
    configs = [],
  } = x
  w.string(name)
  if (v >= 7) w.uuid(topicId)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  if (v >= 5) w.int32(numPartitions)
  if (v >= 5) w.int16(replicationFactor)
  if (v >= 5) {
    if (configs === null) w.nullArray()
    else {
      w.count(configs)
      for (const element of configs) writeCreateTopicsResponseCreatableTopicConfigs(w, v, element)
    }
  }
  if (
    x.topicConfigErrorCode !== undefined ||
    x[unknownTags] !== undefined
  ) writeCreateTopicsResponseCreatableTopicResultTags(w, v, x)
  else w.noTags()
}

function readCreateTopicsResponse(r: Reader, v: number): CreateTopicsResponse {
  const throttleTimeMs = r.int32()
  const topics = readCreateTopicsResponseCreatableTopicResultList(r, v, r.count(6, 21))
  const x: CreateTopicsResponse = { throttleTimeMs, topics }
  r.tags(x)
  return x
}

function writeCreateTopicsResponse(w: Writer, v: number, x: CreateTopicsResponseInput): void {
  const { throttleTimeMs, topics, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.count(topics)
  for (const element of topics) writeCreateTopicsResponseCreatableTopicResult(w, v, element)
  w.tags(unknown)
}

/** API key 19, versions 2 to 7. */
export const CreateTopics: Api<CreateTopicsRequest, CreateTopicsRequestInput, CreateTopicsResponse, CreateTopicsResponseInput> = {
  key: 19,
  name: 'CreateTopics',
  minVersion: 2,
  maxVersion: 7,
  flexibleSince: 5,
  request: codec({
  name: 'CreateTopicsRequest',
  minVersion: 2,
  maxVersion: 7,
  flexibleSince: 5,
  last: true,
  fields: `
topics []struct 0+ required
  name string 0+ required
  numPartitions int32 0+ required
  replicationFactor int16 0+ required
  assignments []struct 0+ required
    partitionIndex int32 0+ required
    brokerIds []int32 0+ required
  configs []struct 0+ required
    name string 0+ required
    value string 0+ ?0+ required
timeoutMs int32 0+ =60000
validateOnly bool 1+ =false
`,
  read: readCreateTopicsRequest,
  write: writeCreateTopicsRequest,
}),
  response: codec({
  name: 'CreateTopicsResponse',
  minVersion: 2,
  maxVersion: 7,
  flexibleSince: 5,
  last: true,
  fields: `
throttleTimeMs int32 2+ required ignorable
topics []struct 0+ required
  name string 0+ required
  topicId uuid 7+ ignorable
  errorCode int16 0+ required
  errorMessage string 1+ ?0+ required ignorable
  topicConfigErrorCode int16 5+ #0:5+ ignorable
  numPartitions int32 5+ =-1 ignorable
  replicationFactor int16 5+ =-1 ignorable
  configs []struct 5+ ?5+ ignorable
    name string 5+ required
    value string 5+ ?5+ required
    readOnly bool 5+ required
    configSource int8 5+ =-1 ignorable
    isSensitive bool 5+ required
`,
  read: readCreateTopicsResponse,
  write: writeCreateTopicsResponse,
}),
  serverWait: (request) => Math.max(0, request.timeoutMs ?? 60000),
  throttleTime: (response) => response.throttleTimeMs,
}
