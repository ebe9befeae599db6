import { SaslAuthenticate, SaslHandshake } from 'ottla/messages'
import type { Exchange } from './exchange.js'

const password = Buffer.from('\0alice\0alice-secret')

/** Logins by hand: each version on a connection of its own, since a broker takes a login only once. */
export const logins: readonly Exchange[] = [
  {
    api: SaslHandshake,
    versions: [0, 1],
    async perform(world, version) {
      await using stranger = await world.stranger()
      await world.send(SaslHandshake, { mechanism: 'PLAIN' }, { as: stranger, version })
    },
  },
  {
    api: SaslAuthenticate,
    versions: [0, 2],
    async perform(world, version) {
      await using stranger = await world.stranger()
      await world.send(SaslHandshake, { mechanism: 'PLAIN' }, { as: stranger, version: 1 })
      await world.send(SaslAuthenticate, { authBytes: password }, { as: stranger, version })
    },
  },
]
