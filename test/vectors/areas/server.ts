import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, oauthBearer, plain } from 'ottla'
import * as published from 'ottla/messages'
import type { AnyApi } from 'ottla/messages'
import { oauthBearerServer, plainServer, scramSha256Server, scramSha512Server } from 'ottla/sasl'
import type { OAuthBearerServerOptions, ServerMechanism } from 'ottla/sasl'
import { listen } from 'ottla/server'
import type { RefuseEvent, Server } from 'ottla/server'
import { FakeClock } from 'ottla/testing'
import { RawClient } from '../../support/raw-client.js'
import { pass, skip, type Adapter, type Vector } from '../adapter.js'

interface WireConfig {
  readonly 'sasl.enabled.mechanisms': readonly string[]
  readonly 'sasl.server.max.receive.size': number
  readonly connectionsMaxReauthMsByMechanism: Readonly<Record<string, number>>
  readonly server: {
    readonly plainUsers: Readonly<Record<string, string>>
    readonly scramUsers: string
    readonly nowMs: number
    readonly oauth?: string
  }
}

interface WireStep {
  readonly label: string
  readonly replyHex?: string | null
  readonly complete?: boolean
  readonly principal?: string
  readonly serverSessionExpiresInMs?: number | null
  readonly clientSupportsReauthentication?: boolean
  readonly authenticationException?: { readonly message: string; readonly cause?: { readonly message: string } }
  readonly replyAfterFailureDelayHex?: string | null
  readonly otherException?: unknown
}

const allApis = Object.values(published).filter(
  (value): value is typeof value & AnyApi => typeof value === 'object' && 'request' in value,
)

const unrouted = { apis: allApis, listed: false, handle: () => null } as const

/** The vectors' words for a token validator. */
function oauthOptions(words: string, nowMs: number): OAuthBearerServerOptions {
  const refused = /answers error\('([^']*)'/.exec(words)
  if (refused) return { validateToken: () => ({ status: refused[1] ?? '' }) }
  const accepted = /principal '([^']*)' with lifetimeMs = nowMs \+ (\d+)/.exec(words)
  const bad = /extension '([^']*)' gets error\('[^']*',\s*'([^']*)'\)/.exec(words)
  assert.ok(accepted, `no validator is known by the words: ${words}`)
  return {
    validateToken: () => ({ principalName: accepted[1] ?? '', lifetimeMs: nowMs + Number(accepted[2]), scope: [] }),
    validateExtensions: (context) => {
      for (const [name] of context.inputExtensions) {
        if (name === bad?.[1]) context.error(name, bad[2] ?? '')
        else context.valid(name)
      }
    },
  }
}

function mechanism(name: string, { server }: WireConfig): ServerMechanism {
  const [user = '', password = ''] = server.scramUsers.split('/')
  const scram = { users: { [user]: password }, unknownUsers: 'refuse', quirks: 'kafka' } as const
  switch (name) {
    case 'PLAIN':
      return plainServer({ users: server.plainUsers })
    case 'SCRAM-SHA-256':
      return scramSha256Server(scram)
    case 'SCRAM-SHA-512':
      return scramSha512Server(scram)
    case 'OAUTHBEARER':
      return oauthBearerServer({ ...oauthOptions(server.oauth ?? '', server.nowMs), quirks: 'kafka' })
    default:
      throw new Error(`no mechanism ${name}`)
  }
}

/** The cases were made by Kafka 4.0, which still delayed the end of what comes at the wrong time. */
const wire: Adapter = async (vector: Vector) => {
  const { config, frames } = vector['input'] as { config: WireConfig; frames: { bytesHex: string }[] }
  const { steps } = vector['expected'] as { steps: WireStep[] }
  const clock = new FakeClock(config.server.nowMs)
  const server = await listen({
    mechanisms: config['sasl.enabled.mechanisms'].map((name) => mechanism(name, config)),
    maxFrameSizeBeforeLogin: config['sasl.server.max.receive.size'],
    maxSessionLifetime: config.connectionsMaxReauthMsByMechanism,
    kafkaVersion: '4.0',
    forward: unrouted,
    clock,
  })
  const client = await RawClient.connect(server)
  try {
    for (const [index, step] of steps.entries()) {
      await takeStep(step, Buffer.from(frames[index]?.bytesHex ?? '', 'hex'), { server, client, clock })
    }
  } finally {
    client.destroy()
    await server.close()
  }
  return pass
}

interface Stage {
  readonly server: Server
  readonly client: RawClient
  readonly clock: FakeClock
}

async function takeStep(step: WireStep, frame: Buffer, { server, client, clock }: Stage): Promise<void> {
  const refused = once(server.events, 'refuse') as Promise<[RefuseEvent]>
  client.write(frame)
  if (step.authenticationException !== undefined) {
    const [{ kind }] = await refused
    assert.equal(client.isClosed, false, 'closed before the failure delay was over')
    clock.advance(100)
    assert.equal(hex(await client.next()), step.replyAfterFailureDelayHex ?? null)
    assert.equal(await client.next(), null)
    if (kind === 'authentication')
      assert.equal(server.metrics().failedAuthentications + server.metrics().failedReauthentications, 1)
    return
  }
  // Without the clock moving: at once.
  assert.equal(hex(await client.next()), step.replyHex ?? null)
  if (step.complete === undefined && step.replyHex === null) return
  const [connection] = server.connections
  const session = connection?.session ?? null
  if (step.complete === undefined) return
  assert.equal(session !== null, step.complete)
  if (session === null) return
  assert.equal(`${session.principal.type}:${session.principal.name}`, step.principal)
  assert.equal(session.expiresAt === null ? null : session.expiresAt - clock.monotonic(), step.serverSessionExpiresInMs)
  assert.equal(session.renewable, step.clientSupportsReauthentication)
}

function hex(frame: Buffer | null): string | null {
  if (frame === null) return null
  const size = Buffer.alloc(4)
  size.writeInt32BE(frame.length)
  return Buffer.concat([size, frame]).toString('hex')
}

interface LifetimeVector {
  readonly mechanism: string
  readonly credentialLifetimeMinusNowMs: number | null
  readonly connectionsMaxReauthMs: number | null
}

/** A login over a socket; the server's clock stands still. */
const lifetime: Adapter = async (vector: Vector) => {
  const { credentialLifetimeMinusNowMs: left, connectionsMaxReauthMs } = vector['input'] as LifetimeVector
  const expected = vector['expected'] as Readonly<Record<string, number | null>>
  const clock = new FakeClock()
  const server = await listen({
    mechanisms: [
      plainServer({ users: { user: 'secret' } }),
      oauthBearerServer({
        validateToken: () => ({ principalName: 'user', lifetimeMs: clock.now() + (left ?? 0), scope: [] }),
      }),
    ],
    ...(connectionsMaxReauthMs === null ? {} : { maxSessionLifetime: connectionsMaxReauthMs }),
    clock,
  })
  const sasl =
    left === null
      ? plain({ username: 'user', password: 'secret' })
      : oauthBearer({ token: () => ({ token: 'a.b.c' }), allowPlaintext: true })
  const connection = await connect({ host: server.host, port: server.port, sasl })
  try {
    const atServer = server.connections[0]?.session
    assert.equal(atServer?.expiresAt ?? null, expected['serverSessionExpiresInMs'])
    assert.equal(atServer?.lifetimeMs, expected['sessionLifetimeMsSentToClient'])
    const { lifetime, authenticatedAt = 0, reauthenticateAt } = connection.session ?? {}
    assert.equal(lifetime ?? 0, expected['sessionLifetimeMsSentToClient'])
    const { clientReauthenticatesAfterMsMin: min, clientReauthenticatesBeforeMs: max } = expected
    if (min == null || max == null) assert.equal(reauthenticateAt, undefined)
    else {
      assert.ok(reauthenticateAt !== undefined)
      assert.ok(reauthenticateAt - authenticatedAt >= min && reauthenticateAt - authenticatedAt <= max)
    }
  } finally {
    await connection.close()
    await server.close()
  }
  return pass
}

const NANOS = 1_000_000

/** Frames of a client that does nothing but log in by PLAIN. */
const handshakeFrame = Buffer.from('000000110011000100000001ffff0005504c41494e', 'hex')
const authenticateFrame = Buffer.from('000000160024000100000002ffff000000080075736572007077', 'hex')

const channel: Adapter = async (vector: Vector) => {
  const input = vector['input'] as Readonly<Record<string, unknown>>
  if (!('serverSessionExpirationNanos' in input))
    return skip('what a client does before it writes is decided by ottla’s connection')
  const nanos = input['serverSessionExpirationNanos'] as number | null
  const clock = new FakeClock()
  const server = await listen({
    mechanisms: [plainServer({ users: { user: 'pw' } })],
    maxSessionLifetime: nanos === null ? 0 : nanos / NANOS,
    idleTimeout: 0,
    clock,
  })
  const login = async (client: RawClient): Promise<boolean> => {
    const begun = (await client.ask(handshakeFrame))?.readInt16BE(4) === 0
    if (begun) assert.equal((await client.ask(authenticateFrame))?.readInt16BE(4), 0)
    return begun
  }
  const isExpired = async (client: RawClient): Promise<boolean> =>
    (await client.ask(Buffer.from('0000000a0012000000000003ffff', 'hex'))) === null
  const client = await RawClient.connect(server)
  try {
    assert.ok(await login(client))
    if (Array.isArray(vector['expected'])) {
      for (const { nowNanos, begins } of vector['expected'] as { nowNanos: number; begins: boolean }[]) {
        clock.advanceTo(nowNanos / NANOS)
        assert.equal(await login(client), begins)
      }
      return pass
    }
    const expected = vector['expected'] as Readonly<Record<string, boolean>>
    for (const [name, expired] of Object.entries(expected)) {
      const at = /^at(\d+)$/.exec(name)
      clock.advanceTo(at ? Number(at[1]) / NANOS : Number.MAX_SAFE_INTEGER)
      assert.equal(await isExpired(client), expired)
    }
  } finally {
    client.destroy()
    await server.close()
  }
  return pass
}

export const areas: Readonly<Record<string, Adapter>> = {
  'server.wire': wire,
  'session.lifetime': lifetime,
  'session.channel': channel,
}
