// The other direction, by hand, trusting every value: see reference.mjs. The frame is measured first and written into
// one buffer of exactly its size.
let buffer
let view
let at

function begin(size) {
  buffer = Buffer.allocUnsafe(size)
  view = new DataView(buffer.buffer, buffer.byteOffset, size)
  at = 0
}

function varint(value) {
  while (value > 127) {
    view.setUint8(at++, (value & 0x7f) | 0x80)
    value >>>= 7
  }
  view.setUint8(at++, value)
}

const varintSize = (value) =>
  value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : value < 0x10000000 ? 4 : 5
const stringSize = (length) => varintSize(length + 1) + length

function string(value) {
  const length = Buffer.byteLength(value)
  varint(length + 1)
  buffer.utf8Write(value, at, length)
  at += length
}

function int16(value) {
  view.setInt16(at, value)
  at += 2
}

function int32(value) {
  view.setInt32(at, value)
  at += 4
}

function int64(value) {
  view.setBigInt64(at, value)
  at += 8
}

function uuid(value) {
  buffer.base64urlWrite(value, at, 16)
  at += 16
}

function header(size, { key, version, correlationId, clientId }) {
  begin(size)
  int32(size - 4)
  int16(key)
  int16(version)
  int32(correlationId)
  int16(clientId.length)
  buffer.latin1Write(clientId, at, clientId.length)
  at += clientId.length
  view.setUint8(at++, 0)
}

export function encodeProduce9(head, request) {
  let size = 4 + 11 + head.clientId.length + 1 + 2 + 4 + varintSize(request.topicData.length + 1) + 1
  for (const topic of request.topicData) {
    size += stringSize(Buffer.byteLength(topic.name)) + varintSize(topic.partitionData.length + 1) + 1
    for (const { records } of topic.partitionData) size += 4 + varintSize(records.length + 1) + records.length + 1
  }
  header(size, head)
  varint(0)
  int16(request.acks)
  int32(request.timeoutMs)
  varint(request.topicData.length + 1)
  for (const topic of request.topicData) {
    string(topic.name)
    varint(topic.partitionData.length + 1)
    for (const { index, records } of topic.partitionData) {
      int32(index)
      varint(records.length + 1)
      buffer.set(records, at)
      at += records.length
      view.setUint8(at++, 0)
    }
    view.setUint8(at++, 0)
  }
  view.setUint8(at++, 0)
  return buffer
}

export function encodeFetch17(head, request) {
  let size =
    4 +
    11 +
    head.clientId.length +
    21 +
    varintSize(request.topics.length + 1) +
    1 +
    stringSize(request.rackId.length) +
    1
  for (const { partitions } of request.topics)
    size += 16 + varintSize(partitions.length + 1) + partitions.length * 33 + 1
  header(size, head)
  int32(request.maxWaitMs)
  int32(request.minBytes)
  int32(request.maxBytes)
  view.setInt8(at++, request.isolationLevel)
  int32(request.sessionId)
  int32(request.sessionEpoch)
  varint(request.topics.length + 1)
  for (const topic of request.topics) {
    uuid(topic.topicId)
    varint(topic.partitions.length + 1)
    for (const partition of topic.partitions) {
      int32(partition.partition)
      int32(partition.currentLeaderEpoch)
      int64(partition.fetchOffset)
      int32(partition.lastFetchedEpoch)
      int64(partition.logStartOffset)
      int32(partition.partitionMaxBytes)
      view.setUint8(at++, 0)
    }
    view.setUint8(at++, 0)
  }
  varint(1)
  string(request.rackId)
  view.setUint8(at++, 0)
  return buffer
}

export function encodeMetadata12(head, request) {
  let size = 4 + 11 + head.clientId.length + varintSize(request.topics.length + 1) + 3
  for (const { name } of request.topics) size += 16 + stringSize(Buffer.byteLength(name)) + 1
  header(size, head)
  varint(request.topics.length + 1)
  for (const topic of request.topics) {
    view.setBigInt64(at, 0n)
    view.setBigInt64(at + 8, 0n)
    at += 16
    string(topic.name)
    view.setUint8(at++, 0)
  }
  view.setUint8(at++, request.allowAutoTopicCreation ? 1 : 0)
  view.setUint8(at++, request.includeTopicAuthorizedOperations ? 1 : 0)
  view.setUint8(at++, 0)
  return buffer
}
