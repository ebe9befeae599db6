import { readFileSync } from 'node:fs'
import { startBroker } from 'ottla/testing'
import type { ListenerName } from '../harness/listeners.js'
import { theRing } from '../harness/ring.js'

/** Brokers at which each client logs in with each mechanism: Kafka's of the ring, and the one for tests. */
export interface Target extends AsyncDisposable {
  readonly name: string
  readonly ca: string
  /** What a listener is called by; the testing broker has one of a kind for all. */
  bootstrap(listener: ListenerName): string
}

/** Sessions at the listener REAUTH. */
export const sessionLifetime = 3000

export const users = { alice: 'alice-secret' }

export function kafkaTargets(): readonly Target[] {
  const ca = readFileSync(theRing().certificates.ca, 'utf8')
  return theRing().brokers.map(({ version, ports }) => ({
    name: `Kafka ${version}`,
    ca,
    bootstrap: (listener) => `localhost:${ports[listener]}`,
    [Symbol.asyncDispose]: async () => {},
  }))
}

/** Two listeners of brokers of our own, with the principals that they saw. */
export async function testingTarget(): Promise<Target & { readonly principals: string[] }> {
  const principals: string[] = []
  const common = {
    users,
    validateExtensions: (extensions: { valid(name: string): void }) => extensions.valid('traceId'),
    principal: (login: { kind: string }) => {
      const { authorizationId, negotiatedProperty } = login as unknown as {
        authorizationId: string
        negotiatedProperty: (name: string) => string | undefined
      }
      const name = `${authorizationId}/${negotiatedProperty('traceId') ?? ''}`
      principals.push(name)
      return { type: 'User', name }
    },
  }
  const secure = await startBroker({ ...common, tls: true })
  const short = await startBroker({ ...common, maxSessionLifetime: sessionLifetime })
  return {
    name: 'the testing broker',
    ca: secure.ca ?? '',
    principals,
    bootstrap: (listener) => (listener.endsWith('SSL') ? secure : short).bootstrap,
    [Symbol.asyncDispose]: async () => {
      await Promise.all([secure.close(), short.close()])
    },
  }
}
