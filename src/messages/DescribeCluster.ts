// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface DescribeClusterRequest extends Tagged {
  /** bool · v0+ */
  includeClusterAuthorizedOperations: boolean
  /** int8 · v1+ · default 1 */
  endpointType: number
  /** bool · v2+ */
  includeFencedBrokers: boolean
}

export interface DescribeClusterRequestInput extends Tagged {
  /** bool · v0+ */
  includeClusterAuthorizedOperations: boolean
  /** int8 · v1+ · default 1 */
  endpointType?: number | undefined
  /** bool · v2+ */
  includeFencedBrokers?: boolean | undefined
}

function readDescribeClusterRequest(r: Reader, v: number): DescribeClusterRequest {
  const includeClusterAuthorizedOperations = r.bool()
  const endpointType = v >= 1 ? r.int8() : 1
  const includeFencedBrokers = v >= 2 ? r.bool() : false
  const x: DescribeClusterRequest = { includeClusterAuthorizedOperations, endpointType, includeFencedBrokers }
  r.tags(x)
  return x
}

function writeDescribeClusterRequest(w: Writer, v: number, x: DescribeClusterRequestInput): void {
  const {
    includeClusterAuthorizedOperations,
    endpointType = 1,
    includeFencedBrokers = false,
    [unknownTags]: unknown,
  } = x
  w.bool(includeClusterAuthorizedOperations)
  if (v >= 1) w.int8(endpointType)
  else if (endpointType !== 1) w.unsupported()
  if (v >= 2) w.bool(includeFencedBrokers)
  else if (includeFencedBrokers) w.unsupported()
  w.tags(unknown)
}

export interface DescribeClusterResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage: string | null
  /** int8 · v1+ · default 1 */
  endpointType: number
  /** string · v0+ */
  clusterId: string
  /** int32 · v0+ · default -1 */
  controllerId: number
  /** v0+ */
  brokers: DescribeClusterResponseDescribeClusterBroker[]
  /** int32 · v0+ · default -2147483648 */
  clusterAuthorizedOperations: number
}

export interface DescribeClusterResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** string · v0+ · null v0+ · default null */
  errorMessage?: string | null | undefined
  /** int8 · v1+ · default 1 */
  endpointType?: number | undefined
  /** string · v0+ */
  clusterId: string
  /** int32 · v0+ · default -1 */
  controllerId?: number | undefined
  /** v0+ */
  brokers: readonly DescribeClusterResponseDescribeClusterBrokerInput[]
  /** int32 · v0+ · default -2147483648 */
  clusterAuthorizedOperations?: number | undefined
}

export interface DescribeClusterResponseDescribeClusterBroker extends Tagged {
  /** int32 · v0+ */
  brokerId: number
  /** string · v0+ */
  host: string
  /** int32 · v0+ */
  port: number
  /** string · v0+ · null v0+ · default null */
  rack: string | null
  /** bool · v2+ */
  isFenced: boolean
}

export interface DescribeClusterResponseDescribeClusterBrokerInput extends Tagged {
  /** int32 · v0+ */
  brokerId: number
  /** string · v0+ */
  host: string
  /** int32 · v0+ */
  port: number
  /** string · v0+ · null v0+ · default null */
  rack?: string | null | undefined
  /** bool · v2+ */
  isFenced?: boolean | undefined
}

function readDescribeClusterResponseDescribeClusterBroker(
  r: Reader,
  v: number,
): DescribeClusterResponseDescribeClusterBroker {
  const brokerId = r.int32()
  const host = r.string()
  const port = r.int32()
  const rack = r.nullableString()
  const isFenced = v >= 2 ? r.bool() : false
  const x: DescribeClusterResponseDescribeClusterBroker = { brokerId, host, port, rack, isFenced }
  r.tags(x)
  return x
}

function readDescribeClusterResponseDescribeClusterBrokerList(
  r: Reader,
  v: number,
  n: number,
): DescribeClusterResponseDescribeClusterBroker[] {
  const list = listOf<DescribeClusterResponseDescribeClusterBroker>(n)
  for (let i = 0; i < n; i++) list[i] = readDescribeClusterResponseDescribeClusterBroker(r, v)
  return list
}

function writeDescribeClusterResponseDescribeClusterBroker(
  w: Writer,
  v: number,
  x: DescribeClusterResponseDescribeClusterBrokerInput,
): void {
  const { brokerId, host, port, rack = null, isFenced = false, [unknownTags]: unknown } = x
  w.int32(brokerId)
  w.string(host)
  w.int32(port)
  w.nullableString(rack)
  if (v >= 2) w.bool(isFenced)
  else if (isFenced) w.unsupported()
  w.tags(unknown)
}

function readDescribeClusterResponse(r: Reader, v: number): DescribeClusterResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const errorMessage = r.nullableString()
  const endpointType = v >= 1 ? r.int8() : 1
  const clusterId = r.string()
  const controllerId = r.int32()
  const brokers = readDescribeClusterResponseDescribeClusterBrokerList(r, v, r.count(11, 9))
  const clusterAuthorizedOperations = r.int32()
  const x: DescribeClusterResponse = {
    throttleTimeMs,
    errorCode,
    errorMessage,
    endpointType,
    clusterId,
    controllerId,
    brokers,
    clusterAuthorizedOperations,
  }
  r.tags(x)
  return x
}

function writeDescribeClusterResponse(w: Writer, v: number, x: DescribeClusterResponseInput): void {
  const {
    throttleTimeMs,
    errorCode,
    errorMessage = null,
    endpointType = 1,
    clusterId,
    controllerId = -1,
    brokers,
    clusterAuthorizedOperations = -2147483648,
    [unknownTags]: unknown,
  } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.nullableString(errorMessage)
  if (v >= 1) w.int8(endpointType)
  else if (endpointType !== 1) w.unsupported()
  w.string(clusterId)
  w.int32(controllerId)
  w.count(brokers)
  for (const element of brokers) writeDescribeClusterResponseDescribeClusterBroker(w, v, element)
  w.int32(clusterAuthorizedOperations)
  w.tags(unknown)
}

/** API key 60, versions 0 to 2. */
export const DescribeCluster: Api<DescribeClusterRequest, DescribeClusterRequestInput, DescribeClusterResponse, DescribeClusterResponseInput> = {
  key: 60,
  name: 'DescribeCluster',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 0,
  request: codec({
  name: 'DescribeClusterRequest',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 0,
  last: true,
  fields: `
includeClusterAuthorizedOperations bool 0+ required
endpointType int8 1+ =1
includeFencedBrokers bool 2+
`,
  read: readDescribeClusterRequest,
  write: writeDescribeClusterRequest,
}),
  response: codec({
  name: 'DescribeClusterResponse',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
errorMessage string 0+ ?0+ =null
endpointType int8 1+ =1
clusterId string 0+ required
controllerId int32 0+ =-1
brokers []struct 0+ required
  brokerId int32 0+ required
  host string 0+ required
  port int32 0+ required
  rack string 0+ ?0+ =null
  isFenced bool 2+
clusterAuthorizedOperations int32 0+ =-2147483648
`,
  read: readDescribeClusterResponse,
  write: writeDescribeClusterResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
