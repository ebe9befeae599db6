import { Fetch } from '../../messages/Fetch.js'
import type {
  FetchRequest,
  FetchResponseFetchableTopicResponseInput,
  FetchResponsePartitionDataInput,
} from '../../messages/Fetch.js'
import { route } from '../../server/index.js'
import type { Clock, Route } from '../../server/index.js'
import type { Cluster, Topic } from '../cluster.js'
import type { PartitionLog } from '../partition-log.js'

const OFFSET_OUT_OF_RANGE = 1
const UNKNOWN_TOPIC_OR_PARTITION = 3
const NOT_LEADER_OR_FOLLOWER = 6
const UNKNOWN_TOPIC_ID = 100
const NOTHING = Buffer.alloc(0)

/** What a fetch of one partition asks for, and the log that it asks. */
interface Wanted {
  readonly topic: string
  readonly topicId: string
  readonly partition: number
  readonly offset: bigint
  readonly maxBytes: number
  readonly log: PartitionLog | undefined
  readonly errorCode: number
}

/** Gives records from offsets on; waits, if there are less than was asked for, as long as the client wants to. */
export function fetchRoute(cluster: Cluster, nodeId: number, clock: Clock): Route {
  return route(Fetch, async (request, { apiVersion, connection }) => {
    const wanted = wants(cluster, nodeId, { request, byId: apiVersion >= 13 })
    if (request.maxWaitMs > 0 && available(wanted) < request.minBytes && !wanted.some(isSettled)) {
      await arrival(wanted, { minBytes: request.minBytes, ms: request.maxWaitMs, clock, signal: connection.signal })
    }
    // No fetch sessions: a response with session 0 tells the client to name its partitions every time.
    return { throttleTimeMs: 0, responses: answer(wanted, request.maxBytes) }
  })
}

function wants(
  cluster: Cluster,
  nodeId: number,
  { request, byId }: { readonly request: FetchRequest; readonly byId: boolean },
): Wanted[] {
  return request.topics.flatMap(({ topic: name, topicId, partitions }) => {
    const topic = byId ? cluster.topicById(topicId) : cluster.topic(name)
    return partitions.map(({ partition, fetchOffset, partitionMaxBytes }) => {
      const log = topic?.partitions[partition]
      const at = { topic: name, topicId, partition, offset: fetchOffset, maxBytes: partitionMaxBytes }
      return {
        ...at,
        log,
        errorCode: trouble({ topic, log, byId, offset: fetchOffset }, cluster.leader(partition)?.id === nodeId),
      }
    })
  })
}

function trouble(
  at: {
    readonly topic: Topic | undefined
    readonly log: PartitionLog | undefined
    readonly byId: boolean
    readonly offset: bigint
  },
  isLeader: boolean,
): number {
  if (at.topic === undefined && at.byId) return UNKNOWN_TOPIC_ID
  if (at.log === undefined) return UNKNOWN_TOPIC_OR_PARTITION
  if (!isLeader) return NOT_LEADER_OR_FOLLOWER
  return at.offset < at.log.startOffset || at.offset > at.log.endOffset ? OFFSET_OUT_OF_RANGE : 0
}

/** An error is no reason to wait. */
function isSettled({ errorCode }: Wanted): boolean {
  return errorCode !== 0
}

function available(wanted: readonly Wanted[]): number {
  let bytes = 0
  for (const { log, offset, maxBytes } of wanted) if (log !== undefined) bytes += log.available(offset, maxBytes)
  return bytes
}

interface Wait {
  readonly minBytes: number
  readonly ms: number
  readonly clock: Clock
  readonly signal: AbortSignal
}

/** Until enough has come, the time is over or the client has gone. */
async function arrival(wanted: readonly Wanted[], { minBytes, ms, clock, signal }: Wait): Promise<void> {
  const ends: (() => void)[] = []
  await new Promise<void>((resolve) => {
    const timer = clock.setTimeout(resolve, ms)
    ends.push(() => {
      clock.clearTimeout(timer)
    })
    const check = (): void => {
      if (available(wanted) >= minBytes) resolve()
    }
    for (const { log } of wanted) if (log !== undefined) ends.push(log.onAppend(check))
    const gone = (): void => {
      resolve()
    }
    signal.addEventListener('abort', gone, { once: true })
    ends.push(() => {
      signal.removeEventListener('abort', gone)
    })
  })
  for (const end of ends) end()
}

/** The partitions of a topic together again, in the order in which they were asked for. */
function answer(wanted: readonly Wanted[], maxBytes: number): FetchResponseFetchableTopicResponseInput[] {
  let left = maxBytes
  const topics = new Map<string, { topic: string; topicId: string; partitions: FetchResponsePartitionDataInput[] }>()
  for (const want of wanted) {
    const key = `${want.topicId} ${want.topic}`
    const entry = topics.get(key) ?? { topic: want.topic, topicId: want.topicId, partitions: [] }
    topics.set(key, entry)
    const partition = read(want, left)
    left -= partition.records?.length ?? 0
    entry.partitions.push(partition)
  }
  return [...topics.values()]
}

/** Kafka gives the first batch even if it is larger than what was asked for, or a consumer would never get past it. */
function read({ partition, log, offset, maxBytes, errorCode }: Wanted, left: number): FetchResponsePartitionDataInput {
  const ends = {
    highWatermark: log?.endOffset ?? -1n,
    lastStableOffset: log?.endOffset ?? -1n,
    logStartOffset: log?.startOffset ?? -1n,
  }
  const records =
    log === undefined || errorCode !== 0 || left <= 0 ? NOTHING : log.read(offset, Math.min(maxBytes, left))
  return { partitionIndex: partition, errorCode, ...ends, abortedTransactions: null, records }
}
