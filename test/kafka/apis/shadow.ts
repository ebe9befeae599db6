import { randomBytes } from 'node:crypto'
import type { Connection } from 'ottla'
import {
  ApiVersions,
  BrokerHeartbeat,
  BrokerRegistration,
  DescribeCluster,
  DescribeQuorum,
  Fetch,
} from 'ottla/messages'

const duplicateRegistration = 101

/**
 * A second broker of which only the controller knows: it registers, says that it lives, and serves nobody.
 *
 * With it a cluster of one real node has what clusters of one node never have: partitions led elsewhere, replicas that
 * are offline, reassignments that do not end.
 */
export class Shadow {
  static readonly id = 2
  readonly #controller: Connection
  #epoch = -1n

  constructor(controller: Connection) {
    this.#controller = controller
  }

  /** Comes back as after a crash, once the controller believes that it is gone. */
  async crash(): Promise<void> {
    while (!(await this.#register())) await new Promise((resolve) => setTimeout(resolve, 200))
  }

  async #register(): Promise<boolean> {
    const { clusterId } = await this.#controller.send(
      DescribeCluster,
      { includeClusterAuthorizedOperations: false, endpointType: 2 },
      { version: 1 },
    )
    const software = { clientSoftwareName: 'shadow', clientSoftwareVersion: '1' }
    const { supportedFeatures } = await this.#controller.send(ApiVersions, software, { version: 4 })
    const { errorCode, brokerEpoch } = await this.#controller.send(
      BrokerRegistration,
      {
        brokerId: Shadow.id,
        clusterId,
        incarnationId: newUuid(),
        listeners: [{ name: 'PLAINTEXT', host: 'localhost', port: 1, securityProtocol: 0 }],
        features: supportedFeatures.map(({ name, minVersion, maxVersion }) => {
          return { name, minSupportedVersion: minVersion, maxSupportedVersion: maxVersion }
        }),
        rack: null,
        logDirs: [newUuid()],
        // unlike the epoch that the controller remembers: it takes the shadow for one that crashed
        previousBrokerEpoch: -1n,
      },
      { version: 4 },
    )
    if (errorCode === 0) this.#epoch = brokerEpoch
    else if (errorCode !== duplicateRegistration) throw new Error(`the shadow may not register: error ${errorCode}`)
    return errorCode === 0
  }

  /** From here on it may lead partitions, until it is fenced or the controller misses its heartbeats for 9 s. */
  async live(): Promise<void> {
    if (this.#epoch < 0n) await this.#register()
    await this.#beat(false)
  }

  /** From here on its replicas are offline. */
  async fence(): Promise<void> {
    await this.#beat(true)
  }

  /** Reads the controller's log once, as every broker does all the time: an observer of the quorum. */
  async follow(): Promise<void> {
    const quorum = { topics: [{ topicName: '__cluster_metadata', partitions: [{ partitionIndex: 0 }] }] }
    const { topics } = await this.#controller.send(DescribeQuorum, quorum, { version: 1 })
    const currentLeaderEpoch = topics[0]?.partitions[0]?.leaderEpoch ?? 0
    const partitions = [
      { partition: 0, currentLeaderEpoch, fetchOffset: 0, lastFetchedEpoch: 0, partitionMaxBytes: 1024 },
    ]
    const input = {
      replicaId: Shadow.id,
      maxWaitMs: 0,
      minBytes: 0,
      topics: [{ topicId: metadataTopic, partitions }],
      forgottenTopicsData: [],
    }
    await this.#controller.send(Fetch, input, { version: 13 })
  }

  async #beat(wantFence: boolean): Promise<void> {
    for (let attempt = 0; attempt < 100; attempt++) {
      const { errorCode, isFenced } = await this.#controller.send(
        BrokerHeartbeat,
        {
          brokerId: Shadow.id,
          brokerEpoch: this.#epoch,
          currentMetadataOffset: this.#epoch,
          wantFence,
          wantShutDown: false,
        },
        { version: 1 },
      )
      if (errorCode !== 0) throw new Error(`the shadow's heartbeat was refused: error ${errorCode}`)
      if (isFenced === wantFence) return
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    throw new Error(`the shadow could not be ${wantFence ? 'fenced' : 'unfenced'}`)
  }
}

/** The id of `__cluster_metadata`, the same in every cluster. */
const metadataTopic = 'AAAAAAAAAAAAAAAAAAAAAQ'

function newUuid(): string {
  return randomBytes(16).toString('base64url')
}
