import type { Connection } from 'ottla'
import { FindCoordinator, InitProducerId, JoinGroup, Metadata, CreateTopics, type Api } from 'ottla/messages'
import type { Coverage } from './coverage.js'
import { Shadow } from './shadow.js'

/** Connections by who is at their client end. */
export type Speaker = 'anonymous' | 'alice'

export interface SendOptions<Response> {
  readonly as?: Speaker | Connection
  readonly version: number
  readonly errors?: readonly number[]
  readonly until?: (response: Response) => boolean
}

export interface Connections extends Readonly<Record<Speaker | 'controller', Connection>> {
  readonly stranger: () => Promise<Connection>
}

interface TopicSettings {
  /** The broker that leads each partition. Default: one partition, led by the real broker. */
  readonly leaders?: readonly number[]
  readonly replicas?: readonly number[]
  readonly configs?: Readonly<Record<string, string>>
}

/**
 * What a broker says while it gets ready: LEADER_NOT_AVAILABLE, NOT_LEADER_OR_FOLLOWER, COORDINATOR_LOAD_IN_PROGRESS, COORDINATOR_NOT_AVAILABLE,
 * NOT_COORDINATOR, UNKNOWN_TOPIC_OR_PARTITION, CONCURRENT_TRANSACTIONS, REBALANCE_IN_PROGRESS, UNKNOWN_TOPIC_ID.
 */
const passing: readonly number[] = [3, 5, 6, 14, 15, 16, 27, 51, 100]
const patience = 5_000

/** One broker's state as far as the tables need it: what was created, under which name, and who is connected. */
export class World {
  readonly coverage: Coverage
  readonly shadow: Shadow
  /** A new connection to a listener with SASL, on which nobody has logged in yet. */
  readonly stranger: () => Promise<Connection>
  readonly #connections: Connections
  readonly #topics = new Map<string, string>()

  constructor(connections: Connections, coverage: Coverage) {
    this.#connections = connections
    this.stranger = connections.stranger
    this.coverage = coverage
    this.shadow = new Shadow(connections.controller)
  }

  /** Sends until the broker is ready to answer, and refuses an answer with an error code that the case does not expect. */
  async send<Request, Input, Response, ResponseInput>(
    api: Api<Request, Input, Response, ResponseInput>,
    input: Input,
    { as = 'anonymous', version, errors = [], until = () => true }: SendOptions<Response>,
  ): Promise<Response> {
    const connection = typeof as === 'string' ? this.#connections[as] : as
    const deadline = Date.now() + patience
    for (;;) {
      const response = await connection.send(api, input, { version })
      this.coverage.record(api, version, response)
      const unexpected = errorCodes(response).filter((code) => code !== 0 && !errors.includes(code))
      if (unexpected.length === 0 && until(response)) return response
      if (!unexpected.every((code) => passing.includes(code)) || Date.now() > deadline) {
        throw new Error(`${api.name} v${version}: ${unexpected.length > 0 ? 'error' : 'not yet'} ${show(response)}`)
      }
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  /** The id of topic `data`. */
  async data(): Promise<string> {
    return await this.topic('data', { leaders: [1, 1, 1] })
  }

  /** The id of a topic that exists from here on. */
  async topic(name: string, { leaders = [1], replicas = [], configs = {} }: TopicSettings = {}): Promise<string> {
    const known = this.#topics.get(name)
    if (known !== undefined) return known
    const settings = Object.entries(configs).map(([key, value]) => ({ name: key, value }))
    // assigned by hand: left to itself the controller may place it on the shadow
    const assignments = leaders.map((leader, i) => ({ partitionIndex: i, brokerIds: [leader, ...replicas] }))
    const topic = { name, numPartitions: -1, replicationFactor: -1, assignments, configs: settings }
    await this.send(
      CreateTopics,
      { topics: [topic], timeoutMs: 5000, validateOnly: false },
      { version: 7, errors: [36] },
    )
    return await this.learnTopic(name)
  }

  /** The id of a topic that was just created, once the broker serves it. */
  async learnTopic(name: string): Promise<string> {
    const response = await this.send(
      Metadata,
      { topics: [{ name }], allowAutoTopicCreation: false },
      { version: 12, until: ({ topics }) => topics[0]?.partitions.every(({ leaderId }) => leaderId >= 0) === true },
    )
    const id = response.topics[0]?.topicId
    if (id === undefined) throw new Error(`no topic ${name}`)
    this.#topics.set(name, id)
    return id
  }

  /** Waits until the coordinator of a group (0), a transaction (1) or a share group's partition (2) works. */
  async coordinator(key: string, keyType: 0 | 1 | 2 = 0): Promise<void> {
    await this.send(FindCoordinator, { coordinatorKeys: [key], keyType }, { version: keyType === 2 ? 6 : 4 })
  }

  /** A member, and the leader, of a classic consumer group. */
  async member(groupId: string): Promise<{ groupId: string; memberId: string; generationId: number }> {
    await this.coordinator(groupId)
    const { memberId, generationId } = await this.send(JoinGroup, joining(groupId), { version: 3 })
    return { groupId, memberId, generationId }
  }

  /** A producer that may begin transactions. */
  async producer(transactionalId: string | null): Promise<{ producerId: bigint; producerEpoch: number }> {
    const input = { transactionalId, transactionTimeoutMs: 60_000 }
    const { producerId, producerEpoch } = await this.send(InitProducerId, input, { version: 2 })
    return { producerId, producerEpoch }
  }
}

export function joining(groupId: string, topic = 'data') {
  return {
    groupId,
    memberId: '',
    sessionTimeoutMs: 10_000,
    rebalanceTimeoutMs: 10_000,
    protocolType: 'consumer',
    protocols: [{ name: 'range', metadata: subscription(topic) }],
  }
}

/** ConsumerProtocolSubscription version 0: a broker reads it to know who uses a topic. */
export function subscription(topic: string): Buffer {
  const size = Buffer.alloc(8)
  size.writeInt32BE(1, 2)
  size.writeInt16BE(Buffer.byteLength(topic), 6)
  return Buffer.concat([size, Buffer.from(topic), Buffer.from('ffffffff', 'hex')])
}

/** Every field of a response, at any depth, whose name tells that it is an error code. */
function errorCodes(value: unknown): readonly number[] {
  if (Array.isArray(value)) return value.flatMap(errorCodes)
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return []
  return Object.entries(value).flatMap(([name, field]) =>
    typeof field === 'number' && /errorCode$/i.test(name) ? [field] : errorCodes(field),
  )
}

function show(response: unknown): string {
  return JSON.stringify(response, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value))
}
