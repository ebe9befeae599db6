import { UsageError } from '../errors.js'
import { definitions } from './definition.js'
import { PLAIN_MODULE, SCRAM_MODULE } from './sasl/modules.js'

/** Variables by name: `process.env`, for instance. */
export type Environment = Readonly<Record<string, string | undefined>>

/**
 * A client's properties in variables, as containers mostly have them: `KAFKA_` and the property's name in capitals, its
 * dots underscores, so `KAFKA_BOOTSTRAP_SERVERS` and `KAFKA_SASL_JAAS_CONFIG`. `KAFKA_SASL_USERNAME` and
 * `KAFKA_SASL_PASSWORD` stand for the JAAS line. Variables that name no property of a client (`KAFKA_OPTS`) are left
 * aside.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) for half a login.
 */
export function propertiesFromEnvironment(env: Environment): Map<string, string> {
  const properties = new Map<string, string>()
  for (const name of definitions('client').keys()) {
    const value = env[variableOf(name)]
    if (value !== undefined && value !== '') properties.set(name, value)
  }
  const { KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD: password } = env
  if (username === undefined && password === undefined) return properties
  if (properties.has('sasl.jaas.config')) return properties
  if (username === undefined || password === undefined) throw lacking('KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD')
  const mechanism = properties.get('sasl.mechanism')
  if (mechanism === undefined || !properties.has('security.protocol')) {
    throw lacking(
      `${mechanism === undefined ? 'KAFKA_SASL_MECHANISM' : 'KAFKA_SECURITY_PROTOCOL'} and KAFKA_SASL_USERNAME`,
    )
  }
  const login = `username=${quoted(username)} password=${quoted(password)}`
  return properties.set('sasl.jaas.config', `${mechanism === 'PLAIN' ? PLAIN_MODULE : SCRAM_MODULE} required ${login};`)
}

/** `sasl.mechanism` is `KAFKA_SASL_MECHANISM`. */
export function variableOf(property: string): string {
  return `KAFKA_${property.toUpperCase().replaceAll('.', '_')}`
}

function lacking(variables: string): UsageError {
  return new UsageError('INVALID_ARGUMENT', `${variables} must be set both, or none of them`)
}

/** A text in quotes, as JAAS text has it; a line break would end it. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}"`
}
