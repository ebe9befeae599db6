// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface AlterPartitionRequest extends Tagged {
  /** int32 · v0+ */
  brokerId: number
  /** int64 · v0+ · default -1 */
  brokerEpoch: bigint
  /** v0+ */
  topics: AlterPartitionRequestTopicData[]
}

export interface AlterPartitionRequestInput extends Tagged {
  /** int32 · v0+ */
  brokerId: number
  /** int64 · v0+ · default -1 */
  brokerEpoch?: bigint | number | undefined
  /** v0+ */
  topics: readonly AlterPartitionRequestTopicDataInput[]
}

export interface AlterPartitionRequestTopicData extends Tagged {
  /** uuid · v2+ · ignorable */
  topicId: string
  /** v0+ */
  partitions: AlterPartitionRequestPartitionData[]
}

export interface AlterPartitionRequestTopicDataInput extends Tagged {
  /** uuid · v2+ · ignorable */
  topicId: string
  /** v0+ */
  partitions: readonly AlterPartitionRequestPartitionDataInput[]
}

export interface AlterPartitionRequestPartitionData extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int32 · v0+ */
  leaderEpoch: number
  /** []int32 · v0-2 */
  newIsr: number[]
  /** v3+ */
  newIsrWithEpochs: AlterPartitionRequestBrokerState[]
  /** int8 · v1+ · default 0 */
  leaderRecoveryState: number
  /** int32 · v0+ */
  partitionEpoch: number
}

export interface AlterPartitionRequestPartitionDataInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int32 · v0+ */
  leaderEpoch: number
  /** []int32 · v0-2 */
  newIsr?: readonly number[] | undefined
  /** v3+ */
  newIsrWithEpochs?: readonly AlterPartitionRequestBrokerStateInput[] | undefined
  /** int8 · v1+ · default 0 */
  leaderRecoveryState?: number | undefined
  /** int32 · v0+ */
  partitionEpoch: number
}

export interface AlterPartitionRequestBrokerState extends Tagged {
  /** int32 · v3+ */
  brokerId: number
  /** int64 · v3+ · default -1 */
  brokerEpoch: bigint
}

export interface AlterPartitionRequestBrokerStateInput extends Tagged {
  /** int32 · v3+ */
  brokerId: number
  /** int64 · v3+ · default -1 */
  brokerEpoch?: bigint | number | undefined
}

function readAlterPartitionRequestBrokerState(r: Reader, _v: number): AlterPartitionRequestBrokerState {
  const brokerId = r.int32()
  const brokerEpoch = r.int64()
  const x: AlterPartitionRequestBrokerState = { brokerId, brokerEpoch }
  r.tags(x)
  return x
}

function readAlterPartitionRequestBrokerStateList(r: Reader, v: number, n: number): AlterPartitionRequestBrokerState[] {
  const list = listOf<AlterPartitionRequestBrokerState>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterPartitionRequestBrokerState(r, v)
  return list
}

function writeAlterPartitionRequestBrokerState(w: Writer, _v: number, x: AlterPartitionRequestBrokerStateInput): void {
  const { brokerId, brokerEpoch = -1n, [unknownTags]: unknown } = x
  w.int32(brokerId)
  w.int64(brokerEpoch)
  w.tags(unknown)
}

function readAlterPartitionRequestPartitionData(r: Reader, v: number): AlterPartitionRequestPartitionData {
  const partitionIndex = r.int32()
  const leaderEpoch = r.int32()
  const newIsr = v <= 2 ? r.int32s() : []
  const newIsrWithEpochs = v >= 3 ? readAlterPartitionRequestBrokerStateList(r, v, r.count(13, 9)) : []
  const leaderRecoveryState = r.int8()
  const partitionEpoch = r.int32()
  const x: AlterPartitionRequestPartitionData = {
    partitionIndex,
    leaderEpoch,
    newIsr,
    newIsrWithEpochs,
    leaderRecoveryState,
    partitionEpoch,
  }
  r.tags(x)
  return x
}

function readAlterPartitionRequestPartitionDataList(
  r: Reader,
  v: number,
  n: number,
): AlterPartitionRequestPartitionData[] {
  const list = listOf<AlterPartitionRequestPartitionData>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterPartitionRequestPartitionData(r, v)
  return list
}

function writeAlterPartitionRequestPartitionData(
  w: Writer,
  v: number,
  x: AlterPartitionRequestPartitionDataInput,
): void {
  const {
    partitionIndex,
    leaderEpoch,
    newIsr = [],
    newIsrWithEpochs = [],
    leaderRecoveryState = 0,
    partitionEpoch,
    [unknownTags]: unknown,
  } = x
  w.int32(partitionIndex)
  w.int32(leaderEpoch)
  if (v <= 2) w.int32s(newIsr)
  else if (newIsr.length !== 0) w.unsupported()
  if (v >= 3) {
    w.count(newIsrWithEpochs)
    for (const element of newIsrWithEpochs) writeAlterPartitionRequestBrokerState(w, v, element)
  } else if (newIsrWithEpochs.length !== 0) w.unsupported()
  w.int8(leaderRecoveryState)
  w.int32(partitionEpoch)
  w.tags(unknown)
}

function readAlterPartitionRequestTopicData(r: Reader, v: number): AlterPartitionRequestTopicData {
  const topicId = r.uuid()
  const partitions = readAlterPartitionRequestPartitionDataList(r, v, r.count(15, 18))
  const x: AlterPartitionRequestTopicData = { topicId, partitions }
  r.tags(x)
  return x
}

function readAlterPartitionRequestTopicDataList(r: Reader, v: number, n: number): AlterPartitionRequestTopicData[] {
  const list = listOf<AlterPartitionRequestTopicData>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterPartitionRequestTopicData(r, v)
  return list
}

function writeAlterPartitionRequestTopicData(w: Writer, v: number, x: AlterPartitionRequestTopicDataInput): void {
  const { topicId, partitions, [unknownTags]: unknown } = x
  w.uuid(topicId)
  w.count(partitions)
  for (const element of partitions) writeAlterPartitionRequestPartitionData(w, v, element)
  w.tags(unknown)
}

function readAlterPartitionRequest(r: Reader, v: number): AlterPartitionRequest {
  const brokerId = r.int32()
  const brokerEpoch = r.int64()
  const topics = readAlterPartitionRequestTopicDataList(r, v, r.count(18, 15))
  const x: AlterPartitionRequest = { brokerId, brokerEpoch, topics }
  r.tags(x)
  return x
}

function writeAlterPartitionRequest(w: Writer, v: number, x: AlterPartitionRequestInput): void {
  const { brokerId, brokerEpoch = -1n, topics, [unknownTags]: unknown } = x
  w.int32(brokerId)
  w.int64(brokerEpoch)
  w.count(topics)
  for (const element of topics) writeAlterPartitionRequestTopicData(w, v, element)
  w.tags(unknown)
}

export interface AlterPartitionResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** v0+ */
  topics: AlterPartitionResponseTopicData[]
}

export interface AlterPartitionResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** v0+ */
  topics: readonly AlterPartitionResponseTopicDataInput[]
}

export interface AlterPartitionResponseTopicData extends Tagged {
  /** uuid · v2+ · ignorable */
  topicId: string
  /** v0+ */
  partitions: AlterPartitionResponsePartitionData[]
}

export interface AlterPartitionResponseTopicDataInput extends Tagged {
  /** uuid · v2+ · ignorable */
  topicId: string
  /** v0+ */
  partitions: readonly AlterPartitionResponsePartitionDataInput[]
}

export interface AlterPartitionResponsePartitionData extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
  /** int32 · v0+ */
  leaderId: number
  /** int32 · v0+ */
  leaderEpoch: number
  /** []int32 · v0+ */
  isr: number[]
  /** int8 · v1+ · default 0 · ignorable */
  leaderRecoveryState: number
  /** int32 · v0+ */
  partitionEpoch: number
}

export interface AlterPartitionResponsePartitionDataInput extends Tagged {
  /** int32 · v0+ */
  partitionIndex: number
  /** int16 · v0+ */
  errorCode: number
  /** int32 · v0+ */
  leaderId: number
  /** int32 · v0+ */
  leaderEpoch: number
  /** []int32 · v0+ */
  isr: readonly number[]
  /** int8 · v1+ · default 0 · ignorable */
  leaderRecoveryState?: number | undefined
  /** int32 · v0+ */
  partitionEpoch: number
}

function readAlterPartitionResponsePartitionData(r: Reader, _v: number): AlterPartitionResponsePartitionData {
  const partitionIndex = r.int32()
  const errorCode = r.int16()
  const leaderId = r.int32()
  const leaderEpoch = r.int32()
  const isr = r.int32s()
  const leaderRecoveryState = r.int8()
  const partitionEpoch = r.int32()
  const x: AlterPartitionResponsePartitionData = {
    partitionIndex,
    errorCode,
    leaderId,
    leaderEpoch,
    isr,
    leaderRecoveryState,
    partitionEpoch,
  }
  r.tags(x)
  return x
}

function readAlterPartitionResponsePartitionDataList(
  r: Reader,
  v: number,
  n: number,
): AlterPartitionResponsePartitionData[] {
  const list = listOf<AlterPartitionResponsePartitionData>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterPartitionResponsePartitionData(r, v)
  return list
}

function writeAlterPartitionResponsePartitionData(
  w: Writer,
  _v: number,
  x: AlterPartitionResponsePartitionDataInput,
): void {
  const {
    partitionIndex,
    errorCode,
    leaderId,
    leaderEpoch,
    isr,
    leaderRecoveryState = 0,
    partitionEpoch,
    [unknownTags]: unknown,
  } = x
  w.int32(partitionIndex)
  w.int16(errorCode)
  w.int32(leaderId)
  w.int32(leaderEpoch)
  w.int32s(isr)
  w.int8(leaderRecoveryState)
  w.int32(partitionEpoch)
  w.tags(unknown)
}

function readAlterPartitionResponseTopicData(r: Reader, v: number): AlterPartitionResponseTopicData {
  const topicId = r.uuid()
  const partitions = readAlterPartitionResponsePartitionDataList(r, v, r.count(21, 15))
  const x: AlterPartitionResponseTopicData = { topicId, partitions }
  r.tags(x)
  return x
}

function readAlterPartitionResponseTopicDataList(r: Reader, v: number, n: number): AlterPartitionResponseTopicData[] {
  const list = listOf<AlterPartitionResponseTopicData>(n)
  for (let i = 0; i < n; i++) list[i] = readAlterPartitionResponseTopicData(r, v)
  return list
}

function writeAlterPartitionResponseTopicData(w: Writer, v: number, x: AlterPartitionResponseTopicDataInput): void {
  const { topicId, partitions, [unknownTags]: unknown } = x
  w.uuid(topicId)
  w.count(partitions)
  for (const element of partitions) writeAlterPartitionResponsePartitionData(w, v, element)
  w.tags(unknown)
}

function readAlterPartitionResponse(r: Reader, v: number): AlterPartitionResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const topics = readAlterPartitionResponseTopicDataList(r, v, r.count(18, 15))
  const x: AlterPartitionResponse = { throttleTimeMs, errorCode, topics }
  r.tags(x)
  return x
}

function writeAlterPartitionResponse(w: Writer, v: number, x: AlterPartitionResponseInput): void {
  const { throttleTimeMs, errorCode, topics, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.count(topics)
  for (const element of topics) writeAlterPartitionResponseTopicData(w, v, element)
  w.tags(unknown)
}

/** API key 56, versions 2 to 3. */
export const AlterPartition: Api<AlterPartitionRequest, AlterPartitionRequestInput, AlterPartitionResponse, AlterPartitionResponseInput> = {
  key: 56,
  name: 'AlterPartition',
  minVersion: 2,
  maxVersion: 3,
  flexibleSince: 2,
  request: codec({
  name: 'AlterPartitionRequest',
  minVersion: 2,
  maxVersion: 3,
  flexibleSince: 2,
  last: true,
  fields: `
brokerId int32 0+ required
brokerEpoch int64 0+ =-1
topics []struct 0+ required
  topicId uuid 2+ required ignorable
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    leaderEpoch int32 0+ required
    newIsr []int32 0-2
    newIsrWithEpochs []struct 3+
      brokerId int32 3+ required
      brokerEpoch int64 3+ =-1
    leaderRecoveryState int8 1+ =0
    partitionEpoch int32 0+ required
`,
  read: readAlterPartitionRequest,
  write: writeAlterPartitionRequest,
}),
  response: codec({
  name: 'AlterPartitionResponse',
  minVersion: 2,
  maxVersion: 3,
  flexibleSince: 2,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
topics []struct 0+ required
  topicId uuid 2+ required ignorable
  partitions []struct 0+ required
    partitionIndex int32 0+ required
    errorCode int16 0+ required
    leaderId int32 0+ required
    leaderEpoch int32 0+ required
    isr []int32 0+ required
    leaderRecoveryState int8 1+ =0 ignorable
    partitionEpoch int32 0+ required
`,
  read: readAlterPartitionResponse,
  write: writeAlterPartitionResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
