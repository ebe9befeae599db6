import { UsageError } from '../../errors.js'
import type { ClientMechanism } from '../../sasl/mechanism.js'
import { oauthBearer } from '../../sasl/oauthbearer/client.js'
import { unsecuredLogin } from '../../sasl/oauthbearer/unsecured-login.js'
import { plain } from '../../sasl/plain.js'
import { scramSha256, scramSha512 } from '../../sasl/scram/client.js'
import type { JaasContext } from '../jaas/context.js'
import type { JaasEntry } from '../jaas/entry.js'
import type { SecurityProtocol } from '../protocol.js'
import type { Reading } from '../reading.js'
import { invalidValue } from '../value.js'
import type { ConfigValues } from '../values.js'
import { kerberosLogin } from './kerberos.js'
import { entryFor, isBuiltIn, javaClass } from './modules.js'
import { isOidcHandler, MSK_CLIENT_HANDLER, MSK_TOKEN_HANDLER, mskLogin, mskTokenLogin, oidcLogin } from './oauth.js'

/** What a client is told to log in with, for a mechanism that Ottla does not make by itself. */
export interface ClientLogin {
  /** The value of `sasl.mechanism`. */
  readonly mechanism: string
  /** The first login module of the client's JAAS context; undefined where there is no such context. */
  readonly entry: JaasEntry | undefined
  readonly values: ConfigValues
}

/** Makes mechanisms by their names: for those that Ottla lacks, and in place of Java's callback handlers. */
export type ClientMechanisms = Readonly<Record<string, (login: ClientLogin) => ClientMechanism>>

/** What a client's mechanism is made of. */
export interface ClientSasl {
  readonly reading: Reading
  readonly protocol: SecurityProtocol
  readonly mechanisms: ClientMechanisms
  /** The client's JAAS context. @throws UsageError where there is none. */
  readonly context: () => JaasContext
  readonly clock: () => number
}

/**
 * The mechanism of `sasl.mechanism`, with the credentials of the JAAS context.
 *
 * @throws UsageError (`INVALID_ARGUMENT`, `UNSUPPORTED`).
 */
export async function clientMechanism(sasl: ClientSasl): Promise<ClientMechanism> {
  const { values } = sasl.reading
  const mechanism = values.text('sasl.mechanism') ?? ''
  if (mechanism === '') {
    const problem =
      'When the security.protocol configuration enables SASL, mechanism must be non-null and non-empty string.'
    throw invalidValue('sasl.mechanism', null, { problem })
  }
  const make = Object.hasOwn(sasl.mechanisms, mechanism) ? sasl.mechanisms[mechanism] : undefined
  if (make !== undefined) return make({ mechanism, entry: entryIfAny(sasl), values })
  if (mechanism === 'AWS_MSK_IAM') return await msk(sasl)
  if (!isBuiltIn(mechanism)) {
    throw new UsageError('UNSUPPORTED', `sasl.mechanism: ${mechanism} is no mechanism of Kafka's own`, {
      hint: `Give the option mechanisms: { '${mechanism}': (login) => … }, an object of the type ClientMechanism.`,
    })
  }
  checkHandlers(values, mechanism)
  const entry = entryFor(mechanism, sasl.context())
  switch (mechanism) {
    case 'PLAIN':
      return plain({ ...userAndPassword(entry, mechanism), validate: false })
    case 'SCRAM-SHA-256':
      return scramSha256(scramLogin(entry, mechanism))
    case 'SCRAM-SHA-512':
      return scramSha512(scramLogin(entry, mechanism))
    case 'OAUTHBEARER':
      return await bearer(entry, sasl)
    case 'GSSAPI':
      return kerberosLogin(entry, sasl.reading)
    default:
      throw new UsageError('UNSUPPORTED', `sasl.mechanism: ${mechanism} cannot be configured by properties`)
  }
}

function entryIfAny({ context }: ClientSasl): JaasEntry | undefined {
  try {
    return context().entries[0]
  } catch (error) {
    // A mechanism of the user's own may need no JAAS at all.
    if (error instanceof UsageError && error.message.startsWith('Could not find')) return undefined
    throw error
  }
}

function userAndPassword(entry: JaasEntry, mechanism: string): { username: string; password: string } {
  const username = entry.options.get('username')
  const password = entry.options.get('password')
  if (username !== undefined && password !== undefined) return { username, password }
  throw new UsageError('INVALID_ARGUMENT', `Failed to create SaslClient with mechanism ${mechanism}`, {
    hint: `The JAAS entry has no ${username === undefined ? 'username' : 'password'}: ${entry.loginModule} required username="…" password="…";`,
  })
}

function scramLogin(entry: JaasEntry, mechanism: string): { username: string; password: string; tokenAuth: boolean } {
  const tokenAuth = entry.options.get('tokenauth')?.toLowerCase() === 'true'
  return { ...userAndPassword(entry, mechanism), tokenAuth }
}

const LOGIN_HANDLER = 'sasl.login.callback.handler.class'
const CLIENT_HANDLER = 'sasl.client.callback.handler.class'

async function msk({ reading, context }: ClientSasl): Promise<ClientMechanism> {
  const handler = reading.values.text(CLIENT_HANDLER)
  if (handler !== null && handler !== MSK_CLIENT_HANDLER) {
    throw javaClass(CLIENT_HANDLER, handler, 'mskIam({ … }) of ottla/oauth')
  }
  return await mskLogin(entryFor('AWS_MSK_IAM', context()))
}

async function bearer(entry: JaasEntry, sasl: ClientSasl): Promise<ClientMechanism> {
  const { protocol, reading } = sasl
  const handler = reading.values.text(LOGIN_HANDLER) ?? ''
  if (!protocol.tls) {
    reading.warnings.push({
      code: 'INSECURE',
      property: 'security.protocol',
      message: 'The token crosses the network in clear text: whoever reads it can use it.',
    })
  }
  // Kafka's clients send tokens without TLS, and what works with them works here.
  const allowPlaintext = !protocol.tls
  if (isOidcHandler(handler, 'Login')) return await oidcLogin(entry, reading, allowPlaintext)
  if (handler === MSK_TOKEN_HANDLER) return await mskTokenLogin(entry)
  return unsecured(entry, sasl)
}

function unsecured(entry: JaasEntry, { protocol, reading, clock }: ClientSasl): ClientMechanism {
  if (reading.values.has('sasl.oauthbearer.token.endpoint.url')) {
    reading.warnings.push({
      code: 'IGNORED',
      property: 'sasl.oauthbearer.token.endpoint.url',
      message: `Only ${KAFKA}oauthbearer.OAuthBearerLoginCallbackHandler as ${LOGIN_HANDLER} looks at it.`,
    })
  }
  const token = unsecuredLogin(Object.fromEntries(entry.options), clock)
  return oauthBearer({ token, allowPlaintext: !protocol.tls })
}

const KAFKA = 'org.apache.kafka.common.security.'

/** Handlers that do what Ottla's mechanisms do anyway. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  'sasl.login.class': [
    `${KAFKA}authenticator.DefaultLogin`,
    `${KAFKA}oauthbearer.internals.OAuthBearerRefreshingLogin`,
    `${KAFKA}kerberos.KerberosLogin`,
  ],
  [LOGIN_HANDLER]: [
    `${KAFKA}authenticator.AbstractLogin$DefaultLoginCallbackHandler`,
    `${KAFKA}oauthbearer.internals.unsecured.OAuthBearerUnsecuredLoginCallbackHandler`,
    `${KAFKA}kerberos.KerberosClientCallbackHandler`,
  ],
  [CLIENT_HANDLER]: [
    `${KAFKA}authenticator.SaslClientCallbackHandler`,
    `${KAFKA}oauthbearer.internals.OAuthBearerSaslClientCallbackHandler`,
    `${KAFKA}kerberos.KerberosClientCallbackHandler`,
  ],
}

const COUNTERPARTS: Readonly<Record<string, string>> = {
  PLAIN: 'plain({ username, password }), whose credentials may be functions',
  'SCRAM-SHA-256': 'scramSha256({ username, password }), whose credentials may be functions',
  'SCRAM-SHA-512': 'scramSha512({ username, password }), whose credentials may be functions',
  OAUTHBEARER: 'oauthBearer({ token }), with a function that gets token and extensions',
  GSSAPI: 'gssapi({ serviceName, principal, keytab })',
}

function checkHandlers(values: ConfigValues, mechanism: string): void {
  for (const [property, known] of Object.entries(KNOWN)) {
    const className = values.text(property)
    if (className === null || known.includes(className)) continue
    if (mechanism === 'OAUTHBEARER' && (isOidcHandler(className, 'Login') || className === MSK_TOKEN_HANDLER)) continue
    const counterpart = `${COUNTERPARTS[mechanism] ?? 'a ClientMechanism'}; give it by the option mechanisms: { '${mechanism}': () => … }`
    throw javaClass(property, className, counterpart)
  }
}
