import { randomBytes } from 'node:crypto'
import { PartitionLog } from './partition-log.js'

/** A broker of the cluster, and where each of its listeners is. */
export interface Node {
  readonly id: number
  readonly endpoints: Map<string, Endpoint>
}

/** Where a listener is, as clients are told. */
export interface Endpoint {
  readonly host: string
  readonly port: number
}

export interface Topic {
  readonly name: string
  /** Kafka's notation: base64url, 22 characters. */
  readonly id: string
  readonly partitions: readonly PartitionLog[]
  readonly configs: ReadonlyMap<string, string>
}

/** What the brokers of one cluster share: its nodes, its topics and their records. */
export class Cluster {
  readonly id: string = uuid()
  readonly nodes: Node[] = []
  readonly #topics = new Map<string, Topic>()
  readonly #byId = new Map<string, Topic>()

  get topics(): Iterable<Topic> {
    return this.#topics.values()
  }

  topic(name: string): Topic | undefined {
    return this.#topics.get(name)
  }

  topicById(id: string): Topic | undefined {
    return this.#byId.get(id)
  }

  createTopic(name: string, partitions: number, configs: Iterable<readonly [string, string]> = []): Topic {
    const logs = Array.from({ length: partitions }, () => new PartitionLog())
    const topic = { name, id: uuid(), partitions: logs, configs: new Map(configs) }
    this.#topics.set(name, topic)
    this.#byId.set(topic.id, topic)
    return topic
  }

  /** Adds partitions, up to `count`. */
  growTopic(topic: Topic, count: number): void {
    const added = Array.from({ length: count - topic.partitions.length }, () => new PartitionLog())
    const grown = { ...topic, partitions: [...topic.partitions, ...added] }
    this.#topics.set(topic.name, grown)
    this.#byId.set(topic.id, grown)
  }

  deleteTopic({ name, id }: Topic): void {
    this.#byId.delete(id)
    this.#topics.delete(name)
  }

  /** The brokers as those see them who came by the listener of this name. */
  seenFrom(listener: string): (Endpoint & { readonly id: number })[] {
    return this.nodes.flatMap(({ id, endpoints }) => {
      const endpoint = endpoints.get(listener)
      return endpoint === undefined ? [] : [{ id, ...endpoint }]
    })
  }

  /** Which broker leads a partition: they take turns. */
  leader(partition: number): Node | undefined {
    return this.nodes[partition % this.nodes.length]
  }

  /** Which broker coordinates a group. */
  coordinator(key: string): Node | undefined {
    let hash = 0
    for (const character of key) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0
    return this.nodes[hash % this.nodes.length]
  }
}

/** A random UUID in Kafka's notation. */
export function uuid(): string {
  return randomBytes(16).toString('base64url')
}
