import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { plain, type BrokerVersions } from 'ottla'
import { apis, type AnyApi, type Field } from 'ottla/messages'
import { connectTo } from '../harness/connect.js'
import { theRing } from '../harness/ring.js'
import type { RunningBroker } from '../harness/start.js'
import { Coverage } from './coverage.js'
import type { Exchange } from './exchange.js'
import { tables } from './tables.js'
import { World, type Connections } from './world.js'

/** Arrays of responses that no Kafka of the ring ever fills. */
const neverFilled: Readonly<Record<string, string>> = {
  'StreamsGroupHeartbeat.warmupTasks': 'the assignor of 4.3 makes no warm-up tasks',
  'StreamsGroupDescribe.groups.members.assignment.warmupTasks': 'as above',
  'StreamsGroupDescribe.groups.members.targetAssignment.warmupTasks': 'as above',
  'StreamsGroupDescribe.groups.members.taskOffsets': '4.3 refuses a member that tells them: not supported yet',
  'StreamsGroupDescribe.groups.members.taskEndOffsets': 'as above',
  'ShareAcknowledge.nodeEndpoints': 'for a partition that moved away between fetch and acknowledgement',
}

const lines = Object.values(tables).flat()
/** By Kafka's version. */
const seen = new Map<string, Coverage>()
const spoken = new Map<string, BrokerVersions>()

describe('every API that a client may call', () => {
  describe('at every version', { concurrency: 2 }, () => {
    for (const broker of theRing().brokers) walk(broker)
  })

  for (const { api } of new Map(lines.map((line) => [line.api.name, line])).values()) {
    test(`every array of ${api.name}Response had something in it`, () => {
      const filled = new Set([...seen.values()].flatMap((coverage) => [...coverage.filledArrays(api.name)]))
      const missing = arrays(api)
        .filter((path) => !filled.has(path))
        .filter((path) => !Object.keys(neverFilled).some((known) => `${api.name}.${path}`.startsWith(known)))
      assert.deepEqual(missing, [])
    })
  }
})

function walk(broker: RunningBroker): void {
  describe(`of Kafka ${broker.version}`, { concurrency: 1 }, () => {
    let connections: Connections
    let world: World
    const coverage = new Coverage()
    seen.set(broker.version, coverage)

    before(async () => {
      const sasl = plain({ username: 'alice', password: 'alice-secret' })
      connections = {
        anonymous: await connectTo(broker, 'PLAINTEXT'),
        alice: await connectTo(broker, 'SASL', { sasl }),
        controller: await connectTo(broker, 'CONTROLLER'),
        stranger: () => connectTo(broker, 'SASL'),
      }
      world = new World(connections, coverage)
      spoken.set(broker.version, connections.anonymous.versions)
    })
    after(async () => {
      await Promise.all([connections.anonymous, connections.alice, connections.controller].map((one) => one.close()))
    })

    for (const [name, table] of Object.entries(tables)) {
      test(name, async () => {
        const { versions } = connections.anonymous
        for (const line of table) for (const version of common(versions, line)) await line.perform(world, version)
      })
    }

    test('no version of any API is left out', () => {
      const left: string[] = []
      for (const { key, name, minVersion, maxVersion } of apis) {
        const range = connections.anonymous.versions.get(key)
        if (range === undefined) continue
        for (let v = Math.max(minVersion, range.min); v <= Math.min(maxVersion, range.max); v++) {
          if (!coverage.has(name, v)) left.push(`${name} ${v}`)
        }
      }
      assert.deepEqual(left, [])
    })
  })
}

/** The versions of a line that this broker speaks. */
function common(spoken: BrokerVersions, { api, versions }: Exchange): readonly number[] {
  const range = spoken.get(api.key)
  if (range === undefined) return []
  const [first, last] = [Math.max(versions[0], range.min), Math.min(versions[1], range.max)]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
}

/** Paths of all arrays in an API's response, as far as some broker of the ring speaks their versions. */
function arrays({ key, response }: AnyApi): readonly string[] {
  const newest = Math.max(...[...spoken.values()].map((versions) => versions.get(key)?.max ?? -1))
  const paths: string[] = []
  const collect = (fields: readonly Field[], parent: string): void => {
    for (const { name, array, versions, fields: inner } of fields) {
      if (versions.first > newest) continue
      const path = `${parent}${name}`
      if (array) paths.push(path)
      collect(inner, `${path}.`)
    }
  }
  collect(response.fields, '')
  return paths
}
