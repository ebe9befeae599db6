import { readFileSync } from 'node:fs'
import type { ExtensionsValidation } from 'ottla/sasl'
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

const users = { alice: 'alice-secret' }

export function kafkaTargets(): readonly Target[] {
  const ca = readFileSync(theRing().certificates.ca, 'utf8')
  return theRing().brokers.map(({ version, ports }) => ({
    name: `Kafka ${version}`,
    ca,
    bootstrap: (listener) => `localhost:${ports[listener]}`,
    [Symbol.asyncDispose]: async () => {},
  }))
}

interface SaslLogin {
  readonly authorizationId: string
  negotiatedProperty(name: string): string | undefined
}

function loginOf(given: object): { authorizationId: string; negotiated: (name: string) => string | undefined } {
  const login = given as SaslLogin
  return { authorizationId: login.authorizationId, negotiated: (name) => login.negotiatedProperty(name) }
}

/** Two listeners of brokers of our own, with the principals that they saw. */
export async function testingTarget(): Promise<Target & { readonly principals: string[] }> {
  const principals: string[] = []
  const common = {
    users,
    validateExtensions: (extensions: ExtensionsValidation) => {
      if (extensions.inputExtensions.has('traceId')) extensions.valid('traceId')
    },
    principal: (login: { kind: string }) => {
      const { authorizationId, negotiated } = loginOf(login)
      const name = `${authorizationId}/${negotiated('traceId') ?? ''}`
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
