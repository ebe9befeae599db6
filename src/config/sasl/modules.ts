import { UsageError } from '../../errors.js'
import type { JaasContext } from '../jaas/context.js'
import type { JaasEntry } from '../jaas/entry.js'

/** The Java classes that Kafka's own mechanisms log in with. */
export const PLAIN_MODULE = 'org.apache.kafka.common.security.plain.PlainLoginModule'
export const SCRAM_MODULE = 'org.apache.kafka.common.security.scram.ScramLoginModule'
export const OAUTHBEARER_MODULE = 'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule'
const KERBEROS_MODULES = [
  'com.sun.security.auth.module.Krb5LoginModule',
  'com.ibm.security.auth.module.Krb5LoginModule',
]

/** Amazon's, for its own mechanism. */
const MSK_MODULE = 'software.amazon.msk.auth.iam.IAMLoginModule'

const SCRAM_MODULES = [SCRAM_MODULE, PLAIN_MODULE]

/** Modules that leave the credentials of a mechanism behind. PLAIN and SCRAM want the same: either module will do. */
const MODULES: Readonly<Record<string, readonly string[]>> = {
  PLAIN: [PLAIN_MODULE, SCRAM_MODULE],
  'SCRAM-SHA-256': SCRAM_MODULES,
  'SCRAM-SHA-512': SCRAM_MODULES,
  OAUTHBEARER: [OAUTHBEARER_MODULE],
  GSSAPI: KERBEROS_MODULES,
  AWS_MSK_IAM: [MSK_MODULE],
}

/** Whether Ottla has the mechanism itself. */
export function isBuiltIn(mechanism: string): boolean {
  return Object.hasOwn(MODULES, mechanism)
}

/**
 * The entry of a context that a mechanism logs in with: the first of its login modules.
 *
 * @throws UsageError (`UNSUPPORTED`) if there is none: a login module is Java code.
 */
export function entryFor(mechanism: string, context: JaasContext): JaasEntry {
  const modules = MODULES[mechanism] ?? []
  if (mechanism === 'OAUTHBEARER' && context.entries.length !== 1) {
    throw new UsageError(
      'INVALID_ARGUMENT',
      `Must supply exactly 1 non-null JAAS mechanism configuration (size was ${context.entries.length})`,
    )
  }
  const entry = context.entries.find(({ loginModule }) => modules.includes(loginModule))
  if (entry !== undefined) return entry
  throw new UsageError(
    'UNSUPPORTED',
    `${context.entries[0].loginModule} is a Java class that leaves no credentials for ${mechanism} here`,
    {
      hint: `${mechanism} logs in with ${modules.join(' or ')}. For a login of another kind give the option mechanisms: { '${mechanism}': (login) => … } with a mechanism of ottla.`,
    },
  )
}

/** The error for a Java class that has a counterpart in TypeScript. */
export function javaClass(property: string, className: string, counterpart: string): UsageError {
  return new UsageError('UNSUPPORTED', `${property}: ${className} is a Java class, which cannot run here`, {
    hint: `Its counterpart is ${counterpart}.`,
  })
}
