// Generated from the message definitions of Apache Kafka 4.4.0 by `npm run generate`. Do not edit.

/** An API, without its codecs. */
export interface ApiSummary {
  readonly key: number
  readonly name: string
  readonly minVersion: number
  readonly maxVersion: number
  /** The version, the last one, that a broker offers only with unstable versions enabled. */
  readonly unstableVersion?: number
  /** The first version with compact lengths and tagged fields; null if there is none. */
  readonly flexibleSince: number | null
  /** The listeners of Kafka that serve it. */
  readonly listeners: readonly ('broker' | 'controller')[]
}

/** The Kafka whose messages these are. */
export const kafkaVersion = '4.4.0'

/** Every API of Kafka, by key. */
export const apis: readonly ApiSummary[] = [
  { key: 0, name: 'Produce', minVersion: 3, maxVersion: 13, flexibleSince: 9, listeners: ['broker'] },
  { key: 1, name: 'Fetch', minVersion: 4, maxVersion: 18, flexibleSince: 12, listeners: ['broker', 'controller'] },
  { key: 2, name: 'ListOffsets', minVersion: 1, maxVersion: 11, flexibleSince: 6, listeners: ['broker'] },
  { key: 3, name: 'Metadata', minVersion: 0, maxVersion: 13, flexibleSince: 9, listeners: ['broker'] },
  { key: 8, name: 'OffsetCommit', minVersion: 2, maxVersion: 10, flexibleSince: 8, listeners: ['broker'] },
  { key: 9, name: 'OffsetFetch', minVersion: 1, maxVersion: 10, flexibleSince: 6, listeners: ['broker'] },
  { key: 10, name: 'FindCoordinator', minVersion: 0, maxVersion: 6, flexibleSince: 3, listeners: ['broker'] },
  { key: 11, name: 'JoinGroup', minVersion: 0, maxVersion: 9, flexibleSince: 6, listeners: ['broker'] },
  { key: 12, name: 'Heartbeat', minVersion: 0, maxVersion: 4, flexibleSince: 4, listeners: ['broker'] },
  { key: 13, name: 'LeaveGroup', minVersion: 0, maxVersion: 5, flexibleSince: 4, listeners: ['broker'] },
  { key: 14, name: 'SyncGroup', minVersion: 0, maxVersion: 5, flexibleSince: 4, listeners: ['broker'] },
  { key: 15, name: 'DescribeGroups', minVersion: 0, maxVersion: 6, flexibleSince: 5, listeners: ['broker'] },
  { key: 16, name: 'ListGroups', minVersion: 0, maxVersion: 5, flexibleSince: 3, listeners: ['broker'] },
  { key: 17, name: 'SaslHandshake', minVersion: 0, maxVersion: 1, flexibleSince: null, listeners: ['broker', 'controller'] },
  { key: 18, name: 'ApiVersions', minVersion: 0, maxVersion: 5, flexibleSince: 3, listeners: ['broker', 'controller'] },
  { key: 19, name: 'CreateTopics', minVersion: 2, maxVersion: 7, flexibleSince: 5, listeners: ['broker', 'controller'] },
  { key: 20, name: 'DeleteTopics', minVersion: 1, maxVersion: 6, flexibleSince: 4, listeners: ['broker', 'controller'] },
  { key: 21, name: 'DeleteRecords', minVersion: 0, maxVersion: 2, flexibleSince: 2, listeners: ['broker'] },
  { key: 22, name: 'InitProducerId', minVersion: 0, maxVersion: 6, unstableVersion: 6, flexibleSince: 2, listeners: ['broker'] },
  { key: 23, name: 'OffsetForLeaderEpoch', minVersion: 2, maxVersion: 4, flexibleSince: 4, listeners: ['broker'] },
  { key: 24, name: 'AddPartitionsToTxn', minVersion: 0, maxVersion: 5, flexibleSince: 3, listeners: ['broker'] },
  { key: 25, name: 'AddOffsetsToTxn', minVersion: 0, maxVersion: 4, flexibleSince: 3, listeners: ['broker'] },
  { key: 26, name: 'EndTxn', minVersion: 0, maxVersion: 5, flexibleSince: 3, listeners: ['broker'] },
  { key: 27, name: 'WriteTxnMarkers', minVersion: 1, maxVersion: 2, flexibleSince: 1, listeners: ['broker'] },
  { key: 28, name: 'TxnOffsetCommit', minVersion: 0, maxVersion: 6, flexibleSince: 3, listeners: ['broker'] },
  { key: 29, name: 'DescribeAcls', minVersion: 1, maxVersion: 3, flexibleSince: 2, listeners: ['broker', 'controller'] },
  { key: 30, name: 'CreateAcls', minVersion: 1, maxVersion: 3, flexibleSince: 2, listeners: ['broker', 'controller'] },
  { key: 31, name: 'DeleteAcls', minVersion: 1, maxVersion: 3, flexibleSince: 2, listeners: ['broker', 'controller'] },
  { key: 32, name: 'DescribeConfigs', minVersion: 1, maxVersion: 4, flexibleSince: 4, listeners: ['broker', 'controller'] },
  { key: 33, name: 'AlterConfigs', minVersion: 0, maxVersion: 2, flexibleSince: 2, listeners: ['broker', 'controller'] },
  { key: 34, name: 'AlterReplicaLogDirs', minVersion: 1, maxVersion: 2, flexibleSince: 2, listeners: ['broker'] },
  { key: 35, name: 'DescribeLogDirs', minVersion: 1, maxVersion: 5, flexibleSince: 2, listeners: ['broker'] },
  { key: 36, name: 'SaslAuthenticate', minVersion: 0, maxVersion: 2, flexibleSince: 2, listeners: ['broker', 'controller'] },
  { key: 37, name: 'CreatePartitions', minVersion: 0, maxVersion: 3, flexibleSince: 2, listeners: ['broker', 'controller'] },
  { key: 38, name: 'CreateDelegationToken', minVersion: 1, maxVersion: 3, flexibleSince: 2, listeners: ['broker', 'controller'] },
  { key: 39, name: 'RenewDelegationToken', minVersion: 1, maxVersion: 2, flexibleSince: 2, listeners: ['broker', 'controller'] },
  { key: 40, name: 'ExpireDelegationToken', minVersion: 1, maxVersion: 2, flexibleSince: 2, listeners: ['broker', 'controller'] },
  { key: 41, name: 'DescribeDelegationToken', minVersion: 1, maxVersion: 3, flexibleSince: 2, listeners: ['broker', 'controller'] },
  { key: 42, name: 'DeleteGroups', minVersion: 0, maxVersion: 3, flexibleSince: 2, listeners: ['broker'] },
  { key: 43, name: 'ElectLeaders', minVersion: 0, maxVersion: 2, flexibleSince: 2, listeners: ['broker', 'controller'] },
  { key: 44, name: 'IncrementalAlterConfigs', minVersion: 0, maxVersion: 1, flexibleSince: 1, listeners: ['broker', 'controller'] },
  { key: 45, name: 'AlterPartitionReassignments', minVersion: 0, maxVersion: 1, flexibleSince: 0, listeners: ['broker', 'controller'] },
  { key: 46, name: 'ListPartitionReassignments', minVersion: 0, maxVersion: 0, flexibleSince: 0, listeners: ['broker', 'controller'] },
  { key: 47, name: 'OffsetDelete', minVersion: 0, maxVersion: 0, flexibleSince: null, listeners: ['broker'] },
  { key: 48, name: 'DescribeClientQuotas', minVersion: 0, maxVersion: 1, flexibleSince: 1, listeners: ['broker'] },
  { key: 49, name: 'AlterClientQuotas', minVersion: 0, maxVersion: 1, flexibleSince: 1, listeners: ['broker', 'controller'] },
  { key: 50, name: 'DescribeUserScramCredentials', minVersion: 0, maxVersion: 0, flexibleSince: 0, listeners: ['broker', 'controller'] },
  { key: 51, name: 'AlterUserScramCredentials', minVersion: 0, maxVersion: 0, flexibleSince: 0, listeners: ['broker', 'controller'] },
  { key: 52, name: 'Vote', minVersion: 0, maxVersion: 2, flexibleSince: 0, listeners: ['controller'] },
  { key: 53, name: 'BeginQuorumEpoch', minVersion: 0, maxVersion: 1, flexibleSince: 1, listeners: ['controller'] },
  { key: 54, name: 'EndQuorumEpoch', minVersion: 0, maxVersion: 1, flexibleSince: 1, listeners: ['controller'] },
  { key: 55, name: 'DescribeQuorum', minVersion: 0, maxVersion: 2, flexibleSince: 0, listeners: ['broker', 'controller'] },
  { key: 56, name: 'AlterPartition', minVersion: 2, maxVersion: 3, flexibleSince: 2, listeners: ['controller'] },
  { key: 57, name: 'UpdateFeatures', minVersion: 0, maxVersion: 2, flexibleSince: 0, listeners: ['broker', 'controller'] },
  { key: 58, name: 'Envelope', minVersion: 0, maxVersion: 0, flexibleSince: 0, listeners: ['controller'] },
  { key: 59, name: 'FetchSnapshot', minVersion: 0, maxVersion: 1, flexibleSince: 0, listeners: ['controller'] },
  { key: 60, name: 'DescribeCluster', minVersion: 0, maxVersion: 2, flexibleSince: 0, listeners: ['broker', 'controller'] },
  { key: 61, name: 'DescribeProducers', minVersion: 0, maxVersion: 0, flexibleSince: 0, listeners: ['broker'] },
  { key: 62, name: 'BrokerRegistration', minVersion: 0, maxVersion: 4, flexibleSince: 0, listeners: ['controller'] },
  { key: 63, name: 'BrokerHeartbeat', minVersion: 0, maxVersion: 2, flexibleSince: 0, listeners: ['controller'] },
  { key: 64, name: 'UnregisterBroker', minVersion: 0, maxVersion: 0, flexibleSince: 0, listeners: ['broker', 'controller'] },
  { key: 65, name: 'DescribeTransactions', minVersion: 0, maxVersion: 0, flexibleSince: 0, listeners: ['broker'] },
  { key: 66, name: 'ListTransactions', minVersion: 0, maxVersion: 2, flexibleSince: 0, listeners: ['broker'] },
  { key: 67, name: 'AllocateProducerIds', minVersion: 0, maxVersion: 0, flexibleSince: 0, listeners: ['controller'] },
  { key: 68, name: 'ConsumerGroupHeartbeat', minVersion: 0, maxVersion: 1, flexibleSince: 0, listeners: ['broker'] },
  { key: 69, name: 'ConsumerGroupDescribe', minVersion: 0, maxVersion: 1, flexibleSince: 0, listeners: ['broker'] },
  { key: 70, name: 'ControllerRegistration', minVersion: 0, maxVersion: 0, flexibleSince: 0, listeners: ['controller'] },
  { key: 71, name: 'GetTelemetrySubscriptions', minVersion: 0, maxVersion: 0, flexibleSince: 0, listeners: ['broker'] },
  { key: 72, name: 'PushTelemetry', minVersion: 0, maxVersion: 0, flexibleSince: 0, listeners: ['broker'] },
  { key: 73, name: 'AssignReplicasToDirs', minVersion: 0, maxVersion: 0, flexibleSince: 0, listeners: ['controller'] },
  { key: 74, name: 'ListConfigResources', minVersion: 0, maxVersion: 1, flexibleSince: 0, listeners: ['broker'] },
  { key: 75, name: 'DescribeTopicPartitions', minVersion: 0, maxVersion: 0, flexibleSince: 0, listeners: ['broker'] },
  { key: 76, name: 'ShareGroupHeartbeat', minVersion: 1, maxVersion: 1, flexibleSince: 1, listeners: ['broker'] },
  { key: 77, name: 'ShareGroupDescribe', minVersion: 1, maxVersion: 1, flexibleSince: 1, listeners: ['broker'] },
  { key: 78, name: 'ShareFetch', minVersion: 1, maxVersion: 2, flexibleSince: 1, listeners: ['broker'] },
  { key: 79, name: 'ShareAcknowledge', minVersion: 1, maxVersion: 2, flexibleSince: 1, listeners: ['broker'] },
  { key: 80, name: 'AddRaftVoter', minVersion: 0, maxVersion: 1, flexibleSince: 0, listeners: ['broker', 'controller'] },
  { key: 81, name: 'RemoveRaftVoter', minVersion: 0, maxVersion: 0, flexibleSince: 0, listeners: ['broker', 'controller'] },
  { key: 82, name: 'UpdateRaftVoter', minVersion: 0, maxVersion: 0, flexibleSince: 0, listeners: ['controller'] },
  { key: 83, name: 'InitializeShareGroupState', minVersion: 0, maxVersion: 0, flexibleSince: 0, listeners: ['broker'] },
  { key: 84, name: 'ReadShareGroupState', minVersion: 0, maxVersion: 0, flexibleSince: 0, listeners: ['broker'] },
  { key: 85, name: 'WriteShareGroupState', minVersion: 0, maxVersion: 1, flexibleSince: 0, listeners: ['broker'] },
  { key: 86, name: 'DeleteShareGroupState', minVersion: 0, maxVersion: 0, flexibleSince: 0, listeners: ['broker'] },
  { key: 87, name: 'ReadShareGroupStateSummary', minVersion: 0, maxVersion: 1, flexibleSince: 0, listeners: ['broker'] },
  { key: 88, name: 'StreamsGroupHeartbeat', minVersion: 0, maxVersion: 1, flexibleSince: 0, listeners: ['broker'] },
  { key: 89, name: 'StreamsGroupDescribe', minVersion: 0, maxVersion: 1, flexibleSince: 0, listeners: ['broker'] },
  { key: 90, name: 'DescribeShareGroupOffsets', minVersion: 0, maxVersion: 1, flexibleSince: 0, listeners: ['broker'] },
  { key: 91, name: 'AlterShareGroupOffsets', minVersion: 0, maxVersion: 0, flexibleSince: 0, listeners: ['broker'] },
  { key: 92, name: 'DeleteShareGroupOffsets', minVersion: 0, maxVersion: 0, flexibleSince: 0, listeners: ['broker'] },
  { key: 93, name: 'StreamsGroupTopologyDescriptionUpdate', minVersion: 0, maxVersion: 0, flexibleSince: 0, listeners: ['broker'] },
  { key: 94, name: 'UnregisterController', minVersion: 0, maxVersion: 0, flexibleSince: 0, listeners: ['broker', 'controller'] },
]
