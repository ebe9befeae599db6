// What somebody writes by hand for one version of one message, straight on, trusting every byte: no versions, no tagged
// fields but empty ones, no errors but those of Node. The measure of what generality and care cost.
let buffer
let view
let at

function begin(frame) {
  buffer = frame
  view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength)
  at = 0
}

function varint() {
  let value = 0
  for (let shift = 0; ; shift += 7) {
    const byte = view.getUint8(at++)
    value |= (byte & 0x7f) << shift
    if (byte < 0x80) return value >>> 0
  }
}

function int8() {
  return view.getInt8(at++)
}

function int16() {
  const value = view.getInt16(at)
  at += 2
  return value
}

function int32() {
  const value = view.getInt32(at)
  at += 4
  return value
}

function int64() {
  const value = view.getBigInt64(at)
  at += 8
  return value
}

function string() {
  const length = varint() - 1
  if (length < 0) return null
  const value = buffer.utf8Slice(at, at + length)
  at += length
  return value
}

function uuid() {
  const value = buffer.base64urlSlice(at, at + 16)
  at += 16
  return value
}

function int32s() {
  const length = varint() - 1
  const list = new Array(length)
  for (let i = 0; i < length; i++) list[i] = int32()
  return list
}

export function decodeMetadata12(frame) {
  begin(frame)
  const throttleTimeMs = int32()
  const brokers = new Array(varint() - 1)
  for (let i = 0; i < brokers.length; i++) {
    brokers[i] = { nodeId: int32(), host: string(), port: int32(), rack: string() }
    at++
  }
  const clusterId = string()
  const controllerId = int32()
  const topics = new Array(varint() - 1)
  for (let i = 0; i < topics.length; i++) {
    const errorCode = int16()
    const name = string()
    const topicId = uuid()
    const isInternal = int8() !== 0
    const partitions = new Array(varint() - 1)
    for (let k = 0; k < partitions.length; k++) {
      partitions[k] = {
        errorCode: int16(),
        partitionIndex: int32(),
        leaderId: int32(),
        leaderEpoch: int32(),
        replicaNodes: int32s(),
        isrNodes: int32s(),
        offlineReplicas: int32s(),
      }
      at++
    }
    topics[i] = { errorCode, name, topicId, isInternal, partitions, topicAuthorizedOperations: int32() }
    at++
  }
  return { throttleTimeMs, brokers, clusterId, controllerId, topics }
}

export function decodeApiVersions3(frame) {
  begin(frame)
  const errorCode = int16()
  const apiKeys = new Array(varint() - 1)
  for (let i = 0; i < apiKeys.length; i++) {
    apiKeys[i] = { apiKey: int16(), minVersion: int16(), maxVersion: int16() }
    at++
  }
  return { errorCode, apiKeys, throttleTimeMs: int32() }
}

export function decodeFetch17(frame) {
  begin(frame)
  const throttleTimeMs = int32()
  const errorCode = int16()
  const sessionId = int32()
  const responses = new Array(varint() - 1)
  for (let i = 0; i < responses.length; i++) {
    const topicId = uuid()
    const partitions = new Array(varint() - 1)
    for (let k = 0; k < partitions.length; k++) {
      const partitionIndex = int32()
      const errorCode = int16()
      const highWatermark = int64()
      const lastStableOffset = int64()
      const logStartOffset = int64()
      const abortedCount = varint() - 1
      const abortedTransactions = abortedCount < 0 ? null : new Array(abortedCount)
      for (let j = 0; j < abortedCount; j++) {
        abortedTransactions[j] = { producerId: int64(), firstOffset: int64() }
        at++
      }
      const preferredReadReplica = int32()
      const length = varint() - 1
      const records = length < 0 ? null : buffer.subarray(at, at + length)
      at += Math.max(length, 0)
      partitions[k] = {
        partitionIndex,
        errorCode,
        highWatermark,
        lastStableOffset,
        logStartOffset,
        divergingEpoch: { epoch: -1, endOffset: -1n },
        currentLeader: { leaderId: -1, leaderEpoch: -1 },
        snapshotId: { endOffset: -1n, epoch: -1 },
        abortedTransactions,
        preferredReadReplica,
        records,
      }
      at++
    }
    responses[i] = { topicId, partitions }
    at++
  }
  return { throttleTimeMs, errorCode, sessionId, responses }
}
