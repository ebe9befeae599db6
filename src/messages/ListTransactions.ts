// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.
import type { Api } from '../protocol/api.js'
import { codec } from '../protocol/codec.js'
import { sameInt64 } from '../protocol/defaults.js'
import { listOf, type Reader } from '../protocol/reader.js'
import { type Tagged, unknownTags } from '../protocol/tags.js'
import type { Writer } from '../protocol/writer.js'

export interface ListTransactionsRequest extends Tagged {
  /** []string · v0+ */
  stateFilters: string[]
  /** []int64 · v0+ */
  producerIdFilters: bigint[]
  /** int64 · v1+ · default -1 */
  durationFilter: bigint
  /** string · v2+ · null v2+ · default null */
  transactionalIdPattern: string | null
}

export interface ListTransactionsRequestInput extends Tagged {
  /** []string · v0+ */
  stateFilters: readonly string[]
  /** []int64 · v0+ */
  producerIdFilters: readonly (bigint | number)[]
  /** int64 · v1+ · default -1 */
  durationFilter?: bigint | number | undefined
  /** string · v2+ · null v2+ · default null */
  transactionalIdPattern?: string | null | undefined
}

function readListTransactionsRequest(r: Reader, v: number): ListTransactionsRequest {
  const stateFilters = r.strings()
  const producerIdFilters = r.int64s()
  const durationFilter = v >= 1 ? r.int64() : -1n
  const transactionalIdPattern = v >= 2 ? r.nullableString() : null
  const x: ListTransactionsRequest = { stateFilters, producerIdFilters, durationFilter, transactionalIdPattern }
  r.tags(x)
  return x
}

function writeListTransactionsRequest(w: Writer, v: number, x: ListTransactionsRequestInput): void {
  const {
    stateFilters,
    producerIdFilters,
    durationFilter = -1n,
    transactionalIdPattern = null,
    [unknownTags]: unknown,
  } = x
  w.strings(stateFilters)
  w.int64s(producerIdFilters)
  if (v >= 1) w.int64(durationFilter)
  else if (!sameInt64(durationFilter, -1n)) w.unsupported()
  if (v >= 2) w.nullableString(transactionalIdPattern)
  else if (transactionalIdPattern !== null) w.unsupported()
  w.tags(unknown)
}

export interface ListTransactionsResponse extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** []string · v0+ */
  unknownStateFilters: string[]
  /** v0+ */
  transactionStates: ListTransactionsResponseTransactionState[]
}

export interface ListTransactionsResponseInput extends Tagged {
  /** int32 · v0+ */
  throttleTimeMs: number
  /** int16 · v0+ */
  errorCode: number
  /** []string · v0+ */
  unknownStateFilters: readonly string[]
  /** v0+ */
  transactionStates: readonly ListTransactionsResponseTransactionStateInput[]
}

export interface ListTransactionsResponseTransactionState extends Tagged {
  /** string · v0+ */
  transactionalId: string
  /** int64 · v0+ */
  producerId: bigint
  /** string · v0+ */
  transactionState: string
}

export interface ListTransactionsResponseTransactionStateInput extends Tagged {
  /** string · v0+ */
  transactionalId: string
  /** int64 · v0+ */
  producerId: bigint | number
  /** string · v0+ */
  transactionState: string
}

function readListTransactionsResponseTransactionState(r: Reader, _v: number): ListTransactionsResponseTransactionState {
  const transactionalId = r.string()
  const producerId = r.int64()
  const transactionState = r.string()
  const x: ListTransactionsResponseTransactionState = { transactionalId, producerId, transactionState }
  r.tags(x)
  return x
}

function readListTransactionsResponseTransactionStateList(
  r: Reader,
  v: number,
  n: number,
): ListTransactionsResponseTransactionState[] {
  const list = listOf<ListTransactionsResponseTransactionState>(n)
  for (let i = 0; i < n; i++) list[i] = readListTransactionsResponseTransactionState(r, v)
  return list
}

function writeListTransactionsResponseTransactionState(
  w: Writer,
  _v: number,
  x: ListTransactionsResponseTransactionStateInput,
): void {
  const { transactionalId, producerId, transactionState, [unknownTags]: unknown } = x
  w.string(transactionalId)
  w.int64(producerId)
  w.string(transactionState)
  w.tags(unknown)
}

function readListTransactionsResponse(r: Reader, v: number): ListTransactionsResponse {
  const throttleTimeMs = r.int32()
  const errorCode = r.int16()
  const unknownStateFilters = r.strings()
  const transactionStates = readListTransactionsResponseTransactionStateList(r, v, r.count(11, 10))
  const x: ListTransactionsResponse = { throttleTimeMs, errorCode, unknownStateFilters, transactionStates }
  r.tags(x)
  return x
}

function writeListTransactionsResponse(w: Writer, v: number, x: ListTransactionsResponseInput): void {
  const { throttleTimeMs, errorCode, unknownStateFilters, transactionStates, [unknownTags]: unknown } = x
  w.int32(throttleTimeMs)
  w.int16(errorCode)
  w.strings(unknownStateFilters)
  w.count(transactionStates)
  for (const element of transactionStates) writeListTransactionsResponseTransactionState(w, v, element)
  w.tags(unknown)
}

/** API key 66, versions 0 to 2. */
export const ListTransactions: Api<ListTransactionsRequest, ListTransactionsRequestInput, ListTransactionsResponse, ListTransactionsResponseInput> = {
  key: 66,
  name: 'ListTransactions',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 0,
  request: codec({
  name: 'ListTransactionsRequest',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 0,
  last: true,
  fields: `
stateFilters []string 0+ required
producerIdFilters []int64 0+ required
durationFilter int64 1+ =-1
transactionalIdPattern string 2+ ?2+ =null
`,
  read: readListTransactionsRequest,
  write: writeListTransactionsRequest,
}),
  response: codec({
  name: 'ListTransactionsResponse',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 0,
  last: true,
  fields: `
throttleTimeMs int32 0+ required
errorCode int16 0+ required
unknownStateFilters []string 0+ required
transactionStates []struct 0+ required
  transactionalId string 0+ required
  producerId int64 0+ required
  transactionState string 0+ required
`,
  read: readListTransactionsResponse,
  write: writeListTransactionsResponse,
}),
  throttleTime: (response) => response.throttleTimeMs,
}
