import { classicGroups } from './classic-groups.js'
import { cluster } from './cluster.js'
import { consumerGroups } from './consumer-groups.js'
import type { Exchange } from './exchange.js'
import { logins } from './logins.js'
import { records } from './records.js'
import { secondBroker } from './second-broker.js'
import { security } from './security.js'
import { shareGroups } from './share-groups.js'
import { streamsGroups } from './streams-groups.js'
import { topics } from './topics.js'
import { transactions } from './transactions.js'

/**
 * In the order in which they run. The second broker comes last: internal topics are made when they are first needed, and
 * must not be placed on it.
 */
export const tables: Readonly<Record<string, readonly Exchange[]>> = {
  logins,
  cluster,
  topics,
  records,
  'classic groups': classicGroups,
  transactions,
  security,
  'consumer groups': consumerGroups,
  'share groups': shareGroups,
  'streams groups': streamsGroups,
  'second broker': secondBroker,
}
