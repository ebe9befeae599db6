// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface StreamsGroupTopologyDescriptionUpdateRequest extends Tagged {
  /** string · v0+ */
  groupId: string
  /** string · v0+ */
  memberId: string
  /** int32 · v0+ */
  topologyEpoch: number
  /** v0+ */
  topologyDescription: StreamsGroupTopologyDescriptionUpdateRequestTopologyDescription
}

export interface StreamsGroupTopologyDescriptionUpdateRequestInput extends Tagged {
  /** string · v0+ */
  groupId: string
  /** string · v0+ */
  memberId: string
  /** int32 · v0+ */
  topologyEpoch: number
  /** v0+ */
  topologyDescription: StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionInput
}

export interface StreamsGroupTopologyDescriptionUpdateRequestTopologyDescription extends Tagged {
  /** v0+ */
  subtopologies: StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionSubtopology[]
  /** v0+ */
  globalStores: StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionGlobalStore[]
}

export interface StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionInput extends Tagged {
  /** v0+ */
  subtopologies: readonly StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionSubtopologyInput[]
  /** v0+ */
  globalStores: readonly StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionGlobalStoreInput[]
}

export interface StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionGlobalStore extends Tagged {
  /** v0+ */
  source: StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode
  /** v0+ */
  processor: StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode
}

export interface StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionGlobalStoreInput extends Tagged {
  /** v0+ */
  source: StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNodeInput
  /** v0+ */
  processor: StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNodeInput
}

export interface StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionSubtopology extends Tagged {
  /** string · v0+ */
  subtopologyId: string
  /** v0+ */
  nodes: StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode[]
}

export interface StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionSubtopologyInput extends Tagged {
  /** string · v0+ */
  subtopologyId: string
  /** v0+ */
  nodes: readonly StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNodeInput[]
}

export interface StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode extends Tagged {
  /** string · v0+ */
  name: string
  /** int8 · v0+ */
  nodeType: number
  /** []string · v0+ */
  sourceTopics: string[]
  /** string · v0+ · null v0+ · default null */
  sinkTopic: string | null
  /** []string · v0+ */
  stores: string[]
  /** []string · v0+ */
  successors: string[]
}

export interface StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNodeInput extends Tagged {
  /** string · v0+ */
  name: string
  /** int8 · v0+ */
  nodeType: number
  /** []string · v0+ */
  sourceTopics: readonly string[]
  /** string · v0+ · null v0+ · default null */
  sinkTopic?: string | null | undefined
  /** []string · v0+ */
  stores: readonly string[]
  /** []string · v0+ */
  successors: readonly string[]
}

function readStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode(
  r: Reader,
  _v: number,
): StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode {
  const name = r.string()
  const nodeType = r.int8()
  const sourceTopics = r.strings()
  const sinkTopic = r.nullableString()
  const stores = r.strings()
  const successors = r.strings()
  const x: StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode = {
    name,
    nodeType,
    sourceTopics,
    sinkTopic,
    stores,
    successors,
  }
  r.tags(x)
  return x
}

function readStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNodeList(
  r: Reader,
  v: number,
  n: number,
): StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode[] {
  const list = listOf<StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode>(n)
  for (let i = 0; i < n; i++) list[i] = readStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode(r, v)
  return list
}

function writeStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode(
  w: Writer,
  _v: number,
  x: StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNodeInput,
): void {
  const { name, nodeType, sourceTopics, sinkTopic = null, stores, successors, [unknownTags]: unknown } = x
  w.string(name)
  w.int8(nodeType)
  w.strings(sourceTopics)
  w.nullableString(sinkTopic)
  w.strings(stores)
  w.strings(successors)
  w.tags(unknown)
}

function readStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionSubtopology(
  r: Reader,
  v: number,
): StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionSubtopology {
  const subtopologyId = r.string()
  const nodes = readStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNodeList(r, v, r.count(7, 22))
  const x: StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionSubtopology = { subtopologyId, nodes }
  r.tags(x)
  return x
}

function readStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionSubtopologyList(
  r: Reader,
  v: number,
  n: number,
): StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionSubtopology[] {
  const list = listOf<StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionSubtopology>(n)
  for (let i = 0; i < n; i++) list[i] = readStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionSubtopology(r, v)
  return list
}

function writeStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionSubtopology(
  w: Writer,
  v: number,
  x: StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionSubtopologyInput,
): void {
  const { subtopologyId, nodes, [unknownTags]: unknown } = x
  w.string(subtopologyId)
  w.count(nodes)
  for (const element of nodes) writeStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode(w, v, element)
  w.tags(unknown)
}

function readStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionGlobalStore(
  r: Reader,
  v: number,
): StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionGlobalStore {
  const source = readStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode(r, v)
  const processor = readStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode(r, v)
  const x: StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionGlobalStore = { source, processor }
  r.tags(x)
  return x
}

function readStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionGlobalStoreList(
  r: Reader,
  v: number,
  n: number,
): StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionGlobalStore[] {
  const list = listOf<StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionGlobalStore>(n)
  for (let i = 0; i < n; i++) list[i] = readStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionGlobalStore(r, v)
  return list
}

function writeStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionGlobalStore(
  w: Writer,
  v: number,
  x: StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionGlobalStoreInput,
): void {
  const { source, processor, [unknownTags]: unknown } = x
  writeStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode(w, v, source)
  writeStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode(w, v, processor)
  w.tags(unknown)
}

function readStreamsGroupTopologyDescriptionUpdateRequestTopologyDescription(
  r: Reader,
  v: number,
): StreamsGroupTopologyDescriptionUpdateRequestTopologyDescription {
  const subtopologies = readStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionSubtopologyList(r, v, r.count(3, 10))
  const globalStores = readStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionGlobalStoreList(r, v, r.count(15, 48))
  const x: StreamsGroupTopologyDescriptionUpdateRequestTopologyDescription = { subtopologies, globalStores }
  r.tags(x)
  return x
}

function writeStreamsGroupTopologyDescriptionUpdateRequestTopologyDescription(
  w: Writer,
  v: number,
  x: StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionInput,
): void {
  const { subtopologies, globalStores, [unknownTags]: unknown } = x
  w.count(subtopologies)
  for (const element of subtopologies) writeStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionSubtopology(w, v, element)
  w.count(globalStores)
  for (const element of globalStores) writeStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionGlobalStore(w, v, element)
  w.tags(unknown)
}

function readStreamsGroupTopologyDescriptionUpdateRequest(
  r: Reader,
  v: number,
): StreamsGroupTopologyDescriptionUpdateRequest {
  const groupId = r.string()
  const memberId = r.string()
  const topologyEpoch = r.int32()
  const topologyDescription = readStreamsGroupTopologyDescriptionUpdateRequestTopologyDescription(r, v)
  const x: StreamsGroupTopologyDescriptionUpdateRequest = { groupId, memberId, topologyEpoch, topologyDescription }
  r.tags(x)
  return x
}

function writeStreamsGroupTopologyDescriptionUpdateRequest(
  w: Writer,
  v: number,
  x: StreamsGroupTopologyDescriptionUpdateRequestInput,
): void {
  const { groupId, memberId, topologyEpoch, topologyDescription, [unknownTags]: unknown } = x
  w.string(groupId)
  w.string(memberId)
  w.int32(topologyEpoch)
  writeStreamsGroupTopologyDescriptionUpdateRequestTopologyDescription(w, v, topologyDescription)
  w.tags(unknown)
}

export interface StreamsGroupTopologyDescriptionUpdateResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage: string | null
}

export interface StreamsGroupTopologyDescriptionUpdateResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage?: string | null | undefined
}

function readStreamsGroupTopologyDescriptionUpdateResponse(
  r: Reader,
  _v: number,
): StreamsGroupTopologyDescriptionUpdateResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const x: StreamsGroupTopologyDescriptionUpdateResponse = { throttleTimeMs, errorCode, errorMessage }
  r.tags(x)
  return x
}

function writeStreamsGroupTopologyDescriptionUpdateResponse(
  w: Writer,
  _v: number,
  x: StreamsGroupTopologyDescriptionUpdateResponseInput,
): void {
  const { throttleTimeMs, errorCode, errorMessage = null, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  w.tags(unknown)
}

/** API key 93, versions 0 to 0. */
export const StreamsGroupTopologyDescriptionUpdate: Api<StreamsGroupTopologyDescriptionUpdateRequest, StreamsGroupTopologyDescriptionUpdateRequestInput, StreamsGroupTopologyDescriptionUpdateResponse, StreamsGroupTopologyDescriptionUpdateResponseInput> = {
  key: 93,
  name: 'StreamsGroupTopologyDescriptionUpdate',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  request: codec({
  name: 'StreamsGroupTopologyDescriptionUpdateRequest',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
groupId string 0+ required
memberId string 0+ required
topologyEpoch int32 0+ required
topologyDescription struct 0+ required
  subtopologies []struct 0+ required
    subtopologyId string 0+ required
    nodes []struct 0+ required
      name string 0+ required
      nodeType int8 0+ required
      sourceTopics []string 0+ required
      sinkTopic string 0+ ?0+ =null
      stores []string 0+ required
      successors []string 0+ required
  globalStores []struct 0+ required
    source struct 0+ required
      name string 0+ required
      nodeType int8 0+ required
      sourceTopics []string 0+ required
      sinkTopic string 0+ ?0+ =null
      stores []string 0+ required
      successors []string 0+ required
    processor struct 0+ required
      name string 0+ required
      nodeType int8 0+ required
      sourceTopics []string 0+ required
      sinkTopic string 0+ ?0+ =null
      stores []string 0+ required
      successors []string 0+ required
`,
  read: readStreamsGroupTopologyDescriptionUpdateRequest,
  write: writeStreamsGroupTopologyDescriptionUpdateRequest,
}),
  response: codec({
  name: 'StreamsGroupTopologyDescriptionUpdateResponse',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
errorMessage string 0+ ?0+ =null
`,
  read: readStreamsGroupTopologyDescriptionUpdateResponse,
  write: writeStreamsGroupTopologyDescriptionUpdateResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
