import type { Clock } from '../server/index.js'
import type { Cluster } from './cluster.js'
import { Group } from './group.js'

/** The consumer groups of a cluster. */
export class Groups {
  readonly #groups = new Map<string, Group>()
  readonly #cluster: Cluster
  readonly #clock: Clock

  constructor(cluster: Cluster, clock: Clock) {
    this.#cluster = cluster
    this.#clock = clock
  }

  all(): Iterable<Group> {
    return this.#groups.values()
  }

  find(id: string): Group | undefined {
    return this.#groups.get(id)
  }

  /** A group comes to be when it is first spoken of. */
  get(id: string): Group {
    const group = this.#groups.get(id) ?? new Group(id, this.#clock)
    this.#groups.set(id, group)
    return group
  }

  delete(id: string): void {
    this.#groups.get(id)?.close()
    this.#groups.delete(id)
  }

  isCoordinator(id: string, nodeId: number): boolean {
    return this.#cluster.coordinator(id)?.id === nodeId
  }

  close(): void {
    for (const group of this.#groups.values()) group.close()
  }
}
