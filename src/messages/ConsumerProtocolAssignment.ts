// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Message } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import type { Tagged } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface ConsumerProtocolAssignment extends Tagged {
  /** v0+ */
  assignedPartitions: ConsumerProtocolAssignmentTopicPartition[]
  /** bytes · v0+ · null v0+ · default null */
  userData: Buffer | null
}

export interface ConsumerProtocolAssignmentInput extends Tagged {
  /** v0+ */
  assignedPartitions: readonly ConsumerProtocolAssignmentTopicPartitionInput[]
  /** bytes · v0+ · null v0+ · default null */
  userData?: Uint8Array | null | undefined
}

export interface ConsumerProtocolAssignmentTopicPartition extends Tagged {
  /** string · v0+ */
  topic: string
  /** []int32 · v0+ */
  partitions: number[]
}

export interface ConsumerProtocolAssignmentTopicPartitionInput extends Tagged {
  /** string · v0+ */
  topic: string
  /** []int32 · v0+ */
  partitions: readonly number[]
}

function readConsumerProtocolAssignmentTopicPartition(r: Reader, _v: number): ConsumerProtocolAssignmentTopicPartition {
  const topic = r.string()
  const partitions = r.int32s()
  return { topic, partitions }
}

function readConsumerProtocolAssignmentTopicPartitionList(
  r: Reader,
  v: number,
  n: number,
): ConsumerProtocolAssignmentTopicPartition[] {
  const list = listOf<ConsumerProtocolAssignmentTopicPartition>(n)
  for (let i = 0; i < n; i++) list[i] = readConsumerProtocolAssignmentTopicPartition(r, v)
  return list
}

function writeConsumerProtocolAssignmentTopicPartition(
  w: Writer,
  _v: number,
  x: ConsumerProtocolAssignmentTopicPartitionInput,
): void {
  const { topic, partitions } = x
  w.string(topic)
  w.int32s(partitions)
}

function readConsumerProtocolAssignment(r: Reader, v: number): ConsumerProtocolAssignment {
  const assignedPartitions = readConsumerProtocolAssignmentTopicPartitionList(r, v, r.count(6, 10))
  const userData = r.nullableBytes()
  return { assignedPartitions, userData }
}

function writeConsumerProtocolAssignment(w: Writer, v: number, x: ConsumerProtocolAssignmentInput): void {
  const { assignedPartitions, userData = null } = x
  w.count(assignedPartitions)
  for (const element of assignedPartitions) writeConsumerProtocolAssignmentTopicPartition(w, v, element)
  w.nullableBytes(userData)
}

export const ConsumerProtocolAssignment: Message<ConsumerProtocolAssignment, ConsumerProtocolAssignmentInput> = codec({
  name: 'ConsumerProtocolAssignment',
  minVersion: 0,
  maxVersion: 3,
  flexibleSince: null,
  last: false,
  fields: `
assignedPartitions []struct 0+ required
  topic string 0+ required
  partitions []int32 0+ required
userData bytes 0+ ?0+ =null
`,
  read: readConsumerProtocolAssignment,
  write: writeConsumerProtocolAssignment,
})
