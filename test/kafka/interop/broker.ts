import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gssapiServer, SaslRefusal, unsecuredValidator } from 'ottla/sasl'
import { startBroker, type Broker } from 'ottla/testing'
import { theRing } from '../harness/ring.js'

/** Ottla's broker as a foreign client meets it, and what it saw of the logins. */
export interface ListeningBroker extends AsyncDisposable {
  readonly broker: Broker
  readonly ca: string | undefined
  /** The extension `traceId` of every login since the last call, by the principal builder. */
  takeTraceIds(): readonly (string | undefined)[]
  /** How many clients came so far, and how many of them were let in. */
  readonly counts: { readonly came: number; readonly loggedIn: number }
}

/** Everybody's OAUTHBEARER token and Kerberos ticket is good but mallory's. */
export const refusedUser = 'mallory'

export async function listeningBroker(tls: boolean): Promise<ListeningBroker> {
  let traceIds: (string | undefined)[] = []
  const unsecured = unsecuredValidator()
  const gssapi = gssapiServer({ host: 'localhost', keytab: theRing().realm.brokerKeytab })
  const broker = await startBroker({
    tls,
    users: { alice: 'alice-secret' },
    listeners: [
      { name: 'LOGIN', mechanisms: ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'OAUTHBEARER', gssapi] },
      { name: 'OPEN', mechanisms: [] },
    ],
    validateToken: async (token, request) => {
      const validated = await unsecured.validateToken(token, request)
      const refused = 'principalName' in validated && validated.principalName === refusedUser
      return refused ? { status: 'invalid_token' } : validated
    },
    validateExtensions: (extensions) => {
      if (extensions.inputExtensions.has('traceId')) extensions.valid('traceId')
    },
    principal: (login) => {
      if (login.kind !== 'sasl') return { type: 'User', name: 'ANONYMOUS' }
      if (login.authorizationId === refusedUser)
        throw new SaslRefusal({ reply: 'generic', reason: 'mallory is not let in' })
      traceIds.push(login.negotiatedProperty('traceId'))
      return { type: 'User', name: login.authorizationId }
    },
  })
  const counts = { came: 0, loggedIn: 0 }
  for (const { events } of broker.servers) {
    events.on('connect', () => counts.came++)
    events.on('login', () => counts.loggedIn++)
  }
  const ca = broker.ca === undefined ? undefined : join(theRing().folder, `interop-${broker.port}.crt`)
  if (ca !== undefined && broker.ca !== undefined) await writeFile(ca, broker.ca)
  return {
    broker,
    ca,
    get counts() {
      return { ...counts }
    },
    takeTraceIds: () => {
      const taken = traceIds
      traceIds = []
      return taken
    },
    [Symbol.asyncDispose]: () => broker.close(),
  }
}
