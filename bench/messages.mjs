// Kafka's messages: Ottla, a hand-written reference, and other clients.
import { Fetch, Metadata, ApiVersions, Produce, Reader, RequestHeader, Writer, zeroUuid } from 'ottla/messages'
import { measure, run } from './harness.mjs'
import { print } from './report.mjs'
import * as reference from './messages/reference.mjs'
import * as referenceEncode from './messages/reference-encode.mjs'
import { decode as rivalDecode, encode as rivalEncode } from './messages/rivals.mjs'
import {
  apiVersions,
  fetchRequest,
  fetchResponse,
  metadata,
  metadataRequest,
  produceRequest,
} from './messages/samples.mjs'

function body(message, version, value) {
  const writer = new Writer()
  message.encode(writer, version, value)
  // A frame of its own, as a socket gives it.
  return Buffer.from(writer.finish())
}

const reader = new Reader(Buffer.alloc(0))

function decoding(title, { api, version, old, value, by, rivals }) {
  const frame = body(api.response, version, value)
  const oldFrame = body(api.response, old, value)
  const contenders = {
    reference: () => by(frame),
    ottla: () => {
      reader.reset(frame)
      return api.response.decode(reader, version)
    },
    platformatic: () => rivals.platformatic(frame),
    kafkajs: () => rivals.kafkajs(oldFrame),
  }
  return measure(`decode ${title}`, contenders)
}

const writer = new Writer()

function encoding(title, { api, version, value, by, rivals, rivalValue, kafkaJsValue }) {
  const head = { key: api.key, version, correlationId: 7, clientId: 'ottla' }
  const header = { requestApiKey: api.key, requestApiVersion: version, correlationId: 7, clientId: 'ottla' }
  const ottla = () => {
    const begin = writer.beginFrame()
    RequestHeader.encode(writer, 2, header)
    api.request.encode(writer, version, value)
    writer.endFrame(begin)
    return writer.finish()
  }
  if (!ottla().equals(by(head, value))) throw new Error(`${title}: the reference writes other bytes`)
  return measure(`encode ${title}`, {
    reference: () => by(head, value),
    ottla,
    platformatic: () => rivals.platformatic(head, rivalValue ?? value),
    kafkajs: () => rivals.kafkajs(head, kafkaJsValue ?? value),
  })
}

const asHex = (uuid) => Buffer.from(uuid, 'base64url').toString('hex')
const fetching = fetchRequest(1000)
const rivalTopics = fetching.topics.map((topic) => ({ ...topic, topicId: asHex(topic.topicId) }))
const kafkaJsTopics = fetching.topics.map(({ partitions }, i) => ({
  topic: `topic-${i}`,
  partitions: partitions.map(({ partition, fetchOffset, partitionMaxBytes }) => ({
    partition,
    fetchOffset: String(fetchOffset),
    maxBytes: partitionMaxBytes,
  })),
}))
const asking = metadataRequest(100)

const metadataCase = {
  api: Metadata,
  version: 12,
  old: 6,
  by: reference.decodeMetadata12,
  rivals: rivalDecode.metadata,
}
const fetchCase = { api: Fetch, version: 17, old: 11, by: reference.decodeFetch17, rivals: rivalDecode.fetch }
const lines = [
  decoding('Metadata v12, 100 partitions', { ...metadataCase, value: metadata(10, 10) }),
  decoding('Metadata v12, 10,000 partitions', { ...metadataCase, value: metadata(100, 100) }),
  decoding('ApiVersions v3', {
    api: ApiVersions,
    version: 3,
    old: 2,
    value: apiVersions(),
    by: reference.decodeApiVersions3,
    rivals: rivalDecode.apiVersions,
  }),
  decoding('Fetch v17, 1,000 partitions', { ...fetchCase, value: fetchResponse(1000, 0) }),
  encoding('Produce v9, 10 × 16 KiB', {
    api: Produce,
    version: 9,
    value: produceRequest(10, 16384),
    by: referenceEncode.encodeProduce9,
    rivals: rivalEncode.produce,
  }),
  encoding('Produce v9, 1 × 1 MiB', {
    api: Produce,
    version: 9,
    value: produceRequest(1, 1048576),
    by: referenceEncode.encodeProduce9,
    rivals: rivalEncode.produce,
  }),
  encoding('Fetch v17, 1,000 partitions', {
    api: Fetch,
    version: 17,
    value: fetching,
    by: referenceEncode.encodeFetch17,
    rivals: rivalEncode.fetch,
    rivalValue: { ...fetching, topics: rivalTopics },
    kafkaJsValue: {
      replicaId: -1,
      maxWaitTime: fetching.maxWaitMs,
      minBytes: 1,
      maxBytes: fetching.maxBytes,
      topics: kafkaJsTopics,
    },
  }),
  encoding('Metadata v12, 100 topics', {
    api: Metadata,
    version: 12,
    value: asking,
    by: referenceEncode.encodeMetadata12,
    rivals: rivalEncode.metadata,
    rivalValue: { topics: asking.topics.map(({ name }) => name) },
    kafkaJsValue: { topics: asking.topics.map(({ name }) => name) },
  }),
]
const results = await run(lines)
print(
  results.filter(({ title }) => title.startsWith('decode')),
  'Decoding',
)
print(
  results.filter(({ title }) => title.startsWith('encode')),
  'Encoding',
)

// 50 MiB of records in 1,000 partitions: views, so the size must not matter.
const large = body(Fetch.response, 17, fetchResponse(1000, 52429))
const times = []
for (let i = 0; i < 101; i++) {
  reader.reset(large)
  const begin = performance.now()
  Fetch.response.decode(reader, 17)
  times.push(performance.now() - begin)
}
const ms = times.sort((a, b) => a - b)[50]
console.log(
  `\ndecode Fetch v17 of ${(large.length / 1048576).toFixed(0)} MiB, 1,000 partitions: ${ms.toFixed(3)} ms of synchronous work, no copy`,
)
