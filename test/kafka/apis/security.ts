import {
  AlterClientQuotas,
  AlterUserScramCredentials,
  CreateAcls,
  CreateDelegationToken,
  DeleteAcls,
  DescribeAcls,
  DescribeClientQuotas,
  DescribeDelegationToken,
  DescribeUserScramCredentials,
  ExpireDelegationToken,
  RenewDelegationToken,
} from 'ottla/messages'
import { exchange, type Exchange } from './exchange.js'
import type { World } from './world.js'

const aboutTopic = (resourceName: string) => ({ resourceType: 2, resourceName, principal: 'User:carol', host: '*' })
const allowRead = { operation: 3, permissionType: 3 }
const scramSha256 = 1

/** ACLs, quotas, SCRAM users, delegation tokens. */
export const security: readonly Exchange[] = [
  exchange(CreateAcls, (_, version) => ({ creations: [{ ...aboutTopic(`guarded-${version}`), ...allowRead }] })),
  exchange(
    DescribeAcls,
    () => ({
      resourceTypeFilter: 2,
      resourceNameFilter: null,
      principalFilter: null,
      hostFilter: null,
      operation: 1,
      permissionType: 1,
    }),
    { until: ({ resources }) => resources.length > 0 },
  ),
  exchange(
    DeleteAcls,
    async (world, version) => {
      const creation = { ...aboutTopic(`deleted-acl-${version}`), ...allowRead }
      await world.send(CreateAcls, { creations: [creation] }, { version: 2 })
      const filter = {
        resourceTypeFilter: 2,
        resourceNameFilter: creation.resourceName,
        principalFilter: null,
        hostFilter: null,
        operation: 1,
        permissionType: 1,
      }
      return { filters: [filter] }
    },
    { until: ({ filterResults }) => (filterResults[0]?.matchingAcls.length ?? 0) > 0 },
  ),
  exchange(AlterClientQuotas, (_, version) => ({
    entries: [
      {
        entity: [{ entityType: 'user', entityName: `slow-${version}` }],
        ops: [{ key: 'producer_byte_rate', value: 1e9, remove: false }],
      },
    ],
    validateOnly: false,
  })),
  exchange(
    DescribeClientQuotas,
    () => ({ components: [{ entityType: 'user', matchType: 2, match: null }], strict: false }),
    { until: ({ entries }) => (entries?.length ?? 0) > 0 },
  ),
  exchange(AlterUserScramCredentials, () => ({
    deletions: [],
    upsertions: [
      {
        name: 'dave',
        mechanism: scramSha256,
        iterations: 4096,
        salt: Buffer.from('salt'),
        saltedPassword: Buffer.alloc(32, 7),
      },
    ],
  })),
  exchange(DescribeUserScramCredentials, () => ({ users: [{ name: 'alice' }] })),
  exchange(CreateDelegationToken, () => newToken, { as: 'alice' }),
  exchange(DescribeDelegationToken, () => ({ owners: null }), {
    as: 'alice',
    until: ({ tokens }) => tokens.some(({ renewers }) => renewers.length > 0),
  }),
  exchange(RenewDelegationToken, async (world) => ({ hmac: await token(world), renewPeriodMs: 60_000 }), {
    as: 'alice',
    errors: [],
  }),
  exchange(ExpireDelegationToken, async (world) => ({ hmac: await token(world), expiryTimePeriodMs: -1 }), {
    as: 'alice',
  }),
]

const newToken = { renewers: [{ principalType: 'User', principalName: 'admin' }], maxLifetimeMs: 3_600_000 }

/** The HMAC of a new token, once the broker has it in its cache. */
async function token(world: World): Promise<Uint8Array> {
  const { hmac, tokenId } = await world.send(CreateDelegationToken, newToken, { as: 'alice', version: 2 })
  await world.send(
    DescribeDelegationToken,
    { owners: null },
    {
      as: 'alice',
      version: 2,
      until: ({ tokens }) => tokens.some((known) => known.tokenId === tokenId),
    },
  )
  return hmac
}
