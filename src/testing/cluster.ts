import { randomBytes } from 'node:crypto'

/** A broker's place in the cluster, as clients are told. */
export interface Node {
  readonly id: number
  readonly host: string
  readonly port: number
}

export interface Topic {
  readonly name: string
  /** Kafka's notation: base64url, 22 characters. */
  readonly id: string
  readonly partitions: number
}

/** What the brokers of one cluster share: its nodes and its topics. */
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

  createTopic(name: string, partitions: number): Topic {
    const topic = { name, id: uuid(), partitions }
    this.#topics.set(name, topic)
    this.#byId.set(topic.id, topic)
    return topic
  }

  deleteTopic(name: string): boolean {
    const topic = this.#topics.get(name)
    if (topic === undefined) return false
    this.#byId.delete(topic.id)
    return this.#topics.delete(name)
  }

  /** Which broker leads a partition: they take turns. */
  leader(partition: number): number {
    return this.nodes[partition % this.nodes.length]?.id ?? -1
  }
}

/** A random UUID in Kafka's notation. */
export function uuid(): string {
  return randomBytes(16).toString('base64url')
}
