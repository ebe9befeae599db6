import { channel } from 'node:diagnostics_channel'

/** What is told of a connection that nobody holds any more though it was never closed. */
export interface LostConnection {
  readonly broker: string
  /** Where it was made; only if somebody subscribed before. */
  readonly stack: string | undefined
}

/** Diagnostics channel of connections that were lost without `close()`. They stay open: only the peer or an idle time ends them. */
const lost = channel('ottla:connection:lost')

const registry: FinalizationRegistry<LostConnection> = new FinalizationRegistry((connection) => {
  if (lost.hasSubscribers) lost.publish(connection)
})

/**
 * Announces `connection` should it ever be forgotten before its `life` is over. Nothing that lives as long as the socket
 * may refer to it.
 */
export function announceIfLost(connection: object, life: object, broker: string): void {
  const stack = lost.hasSubscribers ? new Error('the connection was made').stack : undefined
  registry.register(connection, { broker, stack }, life)
}

/** Nothing is left to announce. */
export function lifeIsOver(life: object): void {
  registry.unregister(life)
}
