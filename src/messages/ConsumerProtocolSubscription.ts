// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Message } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import type { Tagged } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface ConsumerProtocolSubscription extends Tagged {
  /** []string · v0+ */
  topics: string[]
  /** bytes · v0+ · null v0+ · default null */
  userData: Buffer | null
  /** v1+ · ignorable */
  ownedPartitions: ConsumerProtocolSubscriptionTopicPartition[]
  /** int32 · v2+ · default -1 · ignorable */
  generationId: number
  /** string · v3+ · null v3+ · default null · ignorable */
  rackId: string | null
}

export interface ConsumerProtocolSubscriptionInput extends Tagged {
  /** []string · v0+ */
  topics: readonly string[]
  /** bytes · v0+ · null v0+ · default null */
  userData?: Uint8Array | null | undefined
  /** v1+ · ignorable */
  ownedPartitions?: readonly ConsumerProtocolSubscriptionTopicPartitionInput[] | undefined
  /** int32 · v2+ · default -1 · ignorable */
  generationId?: number | undefined
  /** string · v3+ · null v3+ · default null · ignorable */
  rackId?: string | null | undefined
}

export interface ConsumerProtocolSubscriptionTopicPartition extends Tagged {
  /** string · v1+ */
  topic: string
  /** []int32 · v1+ */
  partitions: number[]
}

export interface ConsumerProtocolSubscriptionTopicPartitionInput extends Tagged {
  /** string · v1+ */
  topic: string
  /** []int32 · v1+ */
  partitions: readonly number[]
}

function readConsumerProtocolSubscriptionTopicPartition(
  r: Reader,
  _v: number,
): ConsumerProtocolSubscriptionTopicPartition {
  const topic = r.string()
  const partitions = r.int32s()
  return { topic, partitions }
}

function readConsumerProtocolSubscriptionTopicPartitionList(
  r: Reader,
  v: number,
  n: number,
): ConsumerProtocolSubscriptionTopicPartition[] {
  const list = listOf<ConsumerProtocolSubscriptionTopicPartition>(n)
  for (let i = 0; i < n; i++) list[i] = readConsumerProtocolSubscriptionTopicPartition(r, v)
  return list
}

function writeConsumerProtocolSubscriptionTopicPartition(
  w: Writer,
  _v: number,
  x: ConsumerProtocolSubscriptionTopicPartitionInput,
): void {
  const { topic, partitions } = x
  w.string(topic)
  w.int32s(partitions)
}

function readConsumerProtocolSubscription(r: Reader, v: number): ConsumerProtocolSubscription {
  const topics = r.strings()
  const userData = r.nullableBytes()
  const ownedPartitions = v >= 1 ? readConsumerProtocolSubscriptionTopicPartitionList(r, v, r.count(6, 10)) : []
  const generationId = v >= 2 ? r.int32() : -1
  const rackId = v >= 3 ? r.nullableString() : null
  return { topics, userData, ownedPartitions, generationId, rackId }
}

function writeConsumerProtocolSubscription(w: Writer, v: number, x: ConsumerProtocolSubscriptionInput): void {
  const { topics, userData = null, ownedPartitions = [], generationId = -1, rackId = null } = x
  w.strings(topics)
  w.nullableBytes(userData)
  if (v >= 1) {
    w.count(ownedPartitions)
    for (const element of ownedPartitions) writeConsumerProtocolSubscriptionTopicPartition(w, v, element)
  }
  if (v >= 2) w.int32(generationId)
  if (v >= 3) w.nullableString(rackId)
}

export const ConsumerProtocolSubscription: Message<ConsumerProtocolSubscription, ConsumerProtocolSubscriptionInput> = codec({
  name: 'ConsumerProtocolSubscription',
  minVersion: 0,
  maxVersion: 3,
  flexibleSince: null,
  last: false,
  fields: `
topics []string 0+ required
userData bytes 0+ ?0+ =null
ownedPartitions []struct 1+ ignorable
  topic string 1+ required
  partitions []int32 1+ required
generationId int32 2+ =-1 ignorable
rackId string 3+ ?3+ =null ignorable
`,
  read: readConsumerProtocolSubscription,
  write: writeConsumerProtocolSubscription,
})
