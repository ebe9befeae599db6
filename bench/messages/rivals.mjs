// The codecs of other clients, called as these clients call them. KafkaJS knows older versions only: the same content,
// in the newest version that it has. Its codecs are async. Neither takes opaque records in a Produce request: their
// writers are driven as their codecs drive them, with the records as they are.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const folder = (name) => require.resolve(`${name}/package.json`).replace('package.json', '')
const kafkajs = folder('kafkajs')
const platformatic = new URL('../node_modules/@platformatic/kafka/dist/', import.meta.url)
const load = (path) => import(new URL(path, platformatic).href)

const KafkaJsEncoder = require(`${kafkajs}src/protocol/encoder.js`)
const kafkaJsFrame = require(`${kafkajs}src/protocol/request.js`)
const kafkaJs = (path) => require(`${kafkajs}src/protocol/requests/${path}.js`)
const { Reader } = await load('protocol/reader.js')
const { Writer } = await load('protocol/writer.js')
const metadata12 = await load('apis/metadata/metadata-v12.js')
const apiVersions3 = await load('apis/metadata/api-versions-v3.js')
const fetch17 = await load('apis/consumer/fetch-v17.js')

const parse = (codec, key, version) => (frame) => codec.parseResponse(1, key, version, Reader.from(frame))

export const decode = {
  metadata: { platformatic: parse(metadata12, 3, 12), kafkajs: kafkaJs('metadata/v6/response').decode },
  apiVersions: { platformatic: parse(apiVersions3, 18, 3), kafkajs: kafkaJs('apiVersions/v2/response').decode },
  fetch: { platformatic: parse(fetch17, 1, 17), kafkajs: kafkaJs('fetch/v11/response').decode },
}

/** As its connection puts a frame together. */
function platformaticFrame({ key, version, correlationId, clientId }, payload) {
  const writer = Writer.create()
    .appendInt16(key)
    .appendInt16(version)
    .appendInt32(correlationId)
    .appendString(clientId, false)
    .appendTaggedFields()
    .appendFrom(payload)
  return writer.prependLength().buffer
}

async function kafkaJsBuffer({ correlationId, clientId }, request) {
  return (await kafkaJsFrame({ correlationId, clientId, request })).buffer
}

export const encode = {
  produce: {
    platformatic: (head, request) =>
      platformaticFrame(
        head,
        Writer.create()
          .appendString(null)
          .appendInt16(request.acks)
          .appendInt32(request.timeoutMs)
          .appendArray(request.topicData, (w, topic) => {
            w.appendString(topic.name).appendArray(topic.partitionData, (w, { index, records }) => {
              w.appendInt32(index)
                .appendUnsignedVarInt(records.length + 1)
                .append(records)
            })
          })
          .appendTaggedFields(),
      ),
    kafkajs: (head, request) =>
      kafkaJsBuffer(head, { apiKey: 0, apiVersion: 7, encode: async () => kafkaJsProduce(request) }),
  },
  fetch: {
    platformatic: (head, r) => {
      const { maxWaitMs, minBytes, maxBytes, isolationLevel, sessionId, sessionEpoch, topics, rackId } = r
      return platformaticFrame(
        head,
        fetch17.createRequest(
          maxWaitMs,
          minBytes,
          maxBytes,
          isolationLevel,
          sessionId,
          sessionEpoch,
          topics,
          [],
          rackId,
        ),
      )
    },
    kafkajs: (head, request) => kafkaJsBuffer(head, kafkaJs('fetch/v11/request')(request)),
  },
  metadata: {
    platformatic: (head, { topics }) => platformaticFrame(head, metadata12.createRequest(topics, true, false)),
    kafkajs: (head, { topics }) => kafkaJsBuffer(head, kafkaJs('metadata/v6/request')({ topics })),
  },
}

function kafkaJsProduce({ acks, timeoutMs, topicData }) {
  const partition = ({ index, records }) =>
    new KafkaJsEncoder().writeInt32(index).writeInt32(records.length).writeBufferInternal(records)
  const topic = ({ name, partitionData }) =>
    new KafkaJsEncoder().writeString(name).writeArray(partitionData.map(partition))
  return new KafkaJsEncoder().writeString(null).writeInt16(acks).writeInt32(timeoutMs).writeArray(topicData.map(topic))
}
