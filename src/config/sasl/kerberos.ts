import { UsageError } from '../../errors.js'
import { gssapi } from '../../sasl/gssapi/client.js'
import { parseKerberosName } from '../../sasl/gssapi/principal.js'
import { gssapiServer } from '../../sasl/gssapi/server.js'
import type { ClientMechanism, ServerMechanism } from '../../sasl/mechanism.js'
import type { JaasEntry } from '../jaas/entry.js'
import type { ConfigWarning, Reading } from '../reading.js'
import type { ConfigValues } from '../values.js'

/**
 * GSSAPI as `Krb5LoginModule` and `sasl.kerberos.*` set it up: with a keytab (`useKeyTab`), else with the ticket cache.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) with Kafka's text without a service name, or with two.
 */
export function kerberosLogin(entry: JaasEntry, { values, warnings }: Reading): ClientMechanism {
  warnings.push(...withoutCounterpart(entry, values))
  const serviceName = serviceNameOf(entry, values)
  const principal = entry.options.get('principal')
  const keytab = keytabOf(entry)
  return gssapi({
    serviceName,
    ...(principal === undefined ? {} : { principal }),
    ...(keytab === undefined ? {} : { keytab }),
  })
}

/**
 * The server half: service and host are those of the `principal` in the JAAS entry, as in Java.
 *
 * @throws UsageError (`INVALID_ARGUMENT`).
 */
export function kerberosServer(entry: JaasEntry, values: ConfigValues): ServerMechanism {
  const principal = entry.options.get('principal') ?? ''
  const { serviceName, hostName } = parseKerberosName(principal)
  if (serviceName === '' || hostName === undefined || hostName === '') {
    throw new UsageError(
      'INVALID_ARGUMENT',
      `The principal of a listener with GSSAPI must have a service and a host: ${principal}`,
      {
        hint: `${entry.loginModule} required useKeyTab=true keyTab="…" principal="kafka/host.example@REALM";`,
      },
    )
  }
  const keytab = keytabOf(entry)
  const rules = values.list('sasl.kerberos.principal.to.local.rules')
  return gssapiServer({ serviceName, host: hostName, rules, ...(keytab === undefined ? {} : { keytab }) })
}

function serviceNameOf(entry: JaasEntry, values: ConfigValues): string {
  const inJaas = entry.options.get('serviceName')
  const inConfig = values.text('sasl.kerberos.service.name') ?? undefined
  if (inJaas !== undefined && inConfig !== undefined && inJaas !== inConfig) {
    throw invalid(
      `Conflicting serviceName values found in JAAS and Kafka configs value in JAAS file ${inJaas}, value in Kafka config ${inConfig}`,
    )
  }
  const serviceName = inJaas ?? inConfig
  if (serviceName === undefined || serviceName === '')
    throw invalid('No serviceName defined in either JAAS or Kafka config')
  return serviceName
}

/** The file of the keys, where they are to be used; Java takes a URL as well. */
function keytabOf({ options }: JaasEntry): string | undefined {
  if (options.get('useKeyTab')?.toLowerCase() !== 'true') return undefined
  return options.get('keyTab')?.replace(/^file:(?:\/\/(?=\/))?/, '')
}

const BY_THE_LIBRARIES = [
  'sasl.kerberos.kinit.cmd',
  'sasl.kerberos.ticket.renew.window.factor',
  'sasl.kerberos.ticket.renew.jitter',
  'sasl.kerberos.min.time.before.relogin',
]

function withoutCounterpart(entry: JaasEntry, values: ConfigValues): ConfigWarning[] {
  const code = 'WITHOUT_COUNTERPART'
  const message = 'The system’s Kerberos libraries get and renew tickets as they need them.'
  const warnings = BY_THE_LIBRARIES.filter((name) => values.has(name)).map(
    (property) => ({ code, property, message }) as const,
  )
  if (!entry.options.has('ticketCache')) return warnings
  const variable = 'The ticket cache is chosen by the environment variable KRB5CCNAME.'
  return [...warnings, { code, property: 'sasl.jaas.config', message: variable }]
}

function invalid(message: string): UsageError {
  return new UsageError('INVALID_ARGUMENT', message, { hint: 'Set sasl.kerberos.service.name, to kafka mostly.' })
}
