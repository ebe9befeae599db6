import { UsageError } from '../../errors.js'
import type { ServerMechanism } from '../../sasl/mechanism.js'
import { oauthBearerServer } from '../../sasl/oauthbearer/server.js'
import { unsecuredValidator } from '../../sasl/oauthbearer/unsecured-validator.js'
import { plainServer } from '../../sasl/plain.js'
import { scramSha256Server, scramSha512Server, type ScramServerOptions } from '../../sasl/scram/server.js'
import type { JaasContext } from '../jaas/context.js'
import type { JaasEntry } from '../jaas/entry.js'
import type { ConfigValues } from '../values.js'
import { kerberosServer } from './kerberos.js'
import { entryFor, isBuiltIn, javaClass } from './modules.js'
import { isOidcHandler, oidcValidation } from './oauth.js'

/** What a listener is told to check logins with, for a mechanism that Ottla does not make by itself. */
export interface ListenerLogin {
  /** One of `sasl.enabled.mechanisms`. */
  readonly mechanism: string
  readonly listener: string
  /** The first login module of the JAAS context of listener and mechanism; undefined where there is no such context. */
  readonly entry: JaasEntry | undefined
  /** The properties as the mechanism sees them: its own before the listener's before the broker's. */
  readonly values: ConfigValues
}

/** Makes mechanisms by their names: for those that Ottla lacks, and in place of Java's callback handlers. */
export type ListenerMechanisms = Readonly<Record<string, (login: ListenerLogin) => ServerMechanism>>

/** What one of a listener's mechanisms is made of. */
export interface ListenerSasl {
  readonly listener: string
  readonly mechanism: string
  /** The listener's properties. */
  readonly values: ConfigValues
  readonly mechanisms: ListenerMechanisms
  readonly scram: ScramServerOptions | undefined
  /** The JAAS context. @throws UsageError where there is none. */
  readonly context: () => JaasContext
  readonly clock: () => number
}

/**
 * One of a listener's mechanisms, with what the JAAS context and the handler classes say.
 *
 * @throws UsageError (`INVALID_ARGUMENT`, `UNSUPPORTED`).
 */
export async function listenerMechanism(sasl: ListenerSasl): Promise<ServerMechanism> {
  const { mechanism, listener, values, context } = sasl
  const make = Object.hasOwn(sasl.mechanisms, mechanism) ? sasl.mechanisms[mechanism] : undefined
  const prefix = `${mechanism.toLowerCase()}.`
  if (make !== undefined) {
    return make({ mechanism, listener, entry: entryIfAny(context), values: values.within(prefix) })
  }
  if (!isBuiltIn(mechanism) || mechanism === 'AWS_MSK_IAM') {
    throw new UsageError('UNSUPPORTED', `sasl.enabled.mechanisms: ${mechanism} is no mechanism of Kafka's own`, {
      hint: `Give the option mechanisms: { '${mechanism}': (login) => … }, an object of the type ServerMechanism.`,
    })
  }
  const handler = values.only(prefix).text(PROPERTY)
  if (mechanism === 'OAUTHBEARER' && handler !== null && isOidcHandler(handler, 'Validator')) {
    return await oidcValidation(values.within(prefix))
  }
  checkHandler(handler, mechanism)
  const entry = entryFor(mechanism, context())
  switch (mechanism) {
    case 'PLAIN':
      return plainServer({ users: users(entry) })
    case 'SCRAM-SHA-256':
      return scramSha256Server(scram(sasl))
    case 'SCRAM-SHA-512':
      return scramSha512Server(scram(sasl))
    case 'OAUTHBEARER':
      return oauthBearerServer(unsecuredValidator(Object.fromEntries(entry.options), { clock: sasl.clock }))
    case 'GSSAPI':
      return kerberosServer(entry, values)
    default:
      throw new UsageError('UNSUPPORTED', `sasl.enabled.mechanisms: ${mechanism} cannot be configured by properties`)
  }
}

function entryIfAny(context: () => JaasContext): JaasEntry | undefined {
  try {
    return context().entries[0]
  } catch (error) {
    if (error instanceof UsageError && error.message.startsWith('Could not find')) return undefined
    throw error
  }
}

const USER = 'user_'

/** `user_alice="password"` for every user. */
function users(entry: JaasEntry): Record<string, string> {
  const pairs = [...entry.options].filter(([name]) => name.startsWith(USER))
  return Object.fromEntries(pairs.map(([name, password]) => [name.slice(USER.length), password]))
}

function scram({ scram: options, mechanism }: ListenerSasl): ScramServerOptions {
  if (options !== undefined) return options
  throw new UsageError(
    'INVALID_ARGUMENT',
    `${mechanism}: a broker keeps SCRAM credentials in its metadata, not in its properties`,
    {
      hint: 'Give the option scram: { users } or { credentials: (username) => … }.',
    },
  )
}

const PROPERTY = 'sasl.server.callback.handler.class'
const KAFKA = 'org.apache.kafka.common.security.'

/** Handlers that do what Ottla's mechanisms do anyway. */
const KNOWN: readonly string[] = [
  `${KAFKA}plain.internals.PlainServerCallbackHandler`,
  `${KAFKA}scram.internals.ScramServerCallbackHandler`,
  `${KAFKA}oauthbearer.internals.unsecured.OAuthBearerUnsecuredValidatorCallbackHandler`,
  `${KAFKA}authenticator.SaslServerCallbackHandler`,
]

const COUNTERPARTS: Readonly<Record<string, string>> = {
  PLAIN: 'plainServer({ verify })',
  'SCRAM-SHA-256': 'scramSha256Server({ credentials })',
  'SCRAM-SHA-512': 'scramSha512Server({ credentials })',
  OAUTHBEARER: 'oauthBearerServer({ validateToken, validateExtensions })',
  GSSAPI: 'gssapiServer({ host, keytab, rules })',
}

/** Only the handler of the mechanism counts: Kafka does not look at the property without its prefix. */
function checkHandler(className: string | null, mechanism: string): void {
  if (className === null || KNOWN.includes(className)) return
  const counterpart = `${COUNTERPARTS[mechanism] ?? 'a ServerMechanism'}; give it by the option mechanisms: { '${mechanism}': () => … }`
  throw javaClass(`${mechanism.toLowerCase()}.${PROPERTY}`, className, counterpart)
}
