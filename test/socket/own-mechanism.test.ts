import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connect, SaslExtensions, type ClientMechanism } from 'ottla'
import { Metadata } from 'ottla/messages'
import { refreshingLogin, SaslRefusal, type ServerMechanism, type TokenSource } from 'ottla/sasl'
import { listen, route } from 'ottla/server'

/** A mechanism that Ottla does not know: one message of JSON. Its extensions come as those of every other, beside the secret. */
function badge(options: { readonly source: TokenSource }): ClientMechanism {
  return {
    name: 'BADGE',
    start: ({ host, port }, signal) => ({
      next: async (challenge) => {
        if (challenge !== null) return { done: true }
        const given = await options.source.token({ mechanism: 'BADGE', host, port, signal })
        const { token, extensions = {} } = typeof given === 'string' ? { token: given } : given
        const labels = Object.fromEntries(SaslExtensions.from(extensions))
        return { token: Buffer.from(JSON.stringify({ token, labels })), done: false }
      },
    }),
  }
}

/** Takes every badge, and of the labels what is called `desk`. */
const badgeServer: ServerMechanism = {
  name: 'BADGE',
  start: () => ({
    next: (response) => {
      const { token, labels } = JSON.parse(Buffer.from(response).toString()) as {
        readonly token: string
        readonly labels: Readonly<Record<string, string>>
      }
      if (token === '') throw new SaslRefusal({ reply: 'generic', reason: 'no badge' })
      const negotiated = (name: string): string | undefined => (name === 'desk' ? labels[name] : undefined)
      return {
        challenge: Buffer.alloc(0),
        done: { authorizationId: token, negotiatedProperty: negotiated as never },
      }
    },
  }),
}

test('a mechanism of somebody else’s sends extensions; what its server half lets through is read by the principal builder', async () => {
  const seen: unknown[] = []
  await using server = await listen({
    mechanisms: [badgeServer],
    principal: (login) => {
      if (login.kind !== 'sasl') return { type: 'User', name: '?' }
      seen.push([login.mechanism, login.negotiatedProperty('desk'), login.negotiatedProperty('note')])
      return { type: 'User', name: login.authorizationId }
    },
    routes: [
      route(Metadata, (_, { session }) => {
        seen.push(session.negotiatedProperty('desk'))
        return { brokers: [], topics: [] }
      }),
    ],
  })
  // Token and extensions of one moment, as objects of either kind; a token without an end is got anew for every login.
  let logins = 0
  const source = refreshingLogin({
    token: () => {
      const labels = { desk: String(++logins), note: 'not asked for' }
      return { token: `badge ${String(logins)}`, extensions: logins === 1 ? labels : SaslExtensions.from(labels) }
    },
  })
  for (let i = 0; i < 2; i++) {
    await using connection = await connect({ host: '127.0.0.1', port: server.port, sasl: badge({ source }) })
    await connection.send(Metadata, { topics: [] })
  }
  assert.deepEqual(seen, [['BADGE', '1', undefined], '1', ['BADGE', '2', undefined], '2'])
})
