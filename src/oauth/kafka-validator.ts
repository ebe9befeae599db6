import { fileURLToPath } from 'node:url'
import type { JSONWebKeySet } from 'jose'
import { UsageError } from '../errors.js'
import type { OAuthBearerExtensionsValidator } from '../sasl/oauthbearer/extensions-validator.js'
import { malformedAnswer } from './endpoint-error.js'
import type { HttpOptions } from './http.js'
import { jwtValidator } from './jwt-validator.js'
import type { JwtValidator, JwtValidatorOptions } from './jwt-validator.js'
import { KafkaConfig } from './kafka-options.js'
import type { KafkaProperties } from './kafka-options.js'
import { claimName } from './kafka-options.js'
import { rereadFile } from './reread-file.js'

/** What {@link kafkaValidator} gives: the options of `oauthBearerServer` that concern it. */
export interface KafkaValidation extends JwtValidator {
  readonly validateExtensions: OAuthBearerExtensionsValidator
}

/**
 * Validates tokens as Kafka's `OAuthBearerValidatorCallbackHandler` does, from its own properties (`sasl.oauthbearer.*`,
 * without the prefix of the listener). As since Kafka 4.4, audience and issuer must be expected, unless
 * `sasl.oauthbearer.allow.unverified.audience` or `.issuer` is true. Every extension is valid, as in Kafka: they carry no
 * signature.
 *
 * @throws UsageError (`INVALID_ARGUMENT`).
 */
export function kafkaValidator({
  config: properties,
  http = {},
}: {
  readonly config: KafkaProperties
  readonly http?: HttpOptions | undefined
}): KafkaValidation {
  const config = new KafkaConfig(properties)
  const endpoint = config.url('sasl.oauthbearer.jwks.endpoint.url')
  const audiences = config.list('sasl.oauthbearer.expected.audience')
  const issuer = config.text('sasl.oauthbearer.expected.issuer')
  const skew = config.integer('sasl.oauthbearer.clock.skew.seconds') ?? 30
  const refreshInterval = config.integer('sasl.oauthbearer.jwks.endpoint.refresh.ms') ?? 3_600_000
  if (refreshInterval <= 0)
    throw new UsageError('INVALID_ARGUMENT', 'sasl.oauthbearer.jwks.endpoint.refresh.ms must be greater than 0')
  const validator = jwtValidator({
    ...keysOf(endpoint),
    refreshInterval,
    http: { allowPlaintext: true, ...http },
    issuer: issuer ?? unverified(config, 'issuer'),
    audience: audiences.length > 0 ? audiences : unverified(config, 'audience'),
    clockTolerance: skew * 1000,
    principalClaim: claimName('sub', config.get('sasl.oauthbearer.sub.claim.name') ?? 'sub'),
    scopeClaim: claimName('scope', config.get('sasl.oauthbearer.scope.claim.name') ?? 'scope'),
    quirks: 'kafka',
  })
  return {
    ...validator,
    validateExtensions: (validation) => {
      for (const [name] of validation.inputExtensions) validation.valid(name)
    },
  }
}

function unverified(config: KafkaConfig, what: 'issuer' | 'audience'): { readonly accept: 'any' } {
  const allowed = `sasl.oauthbearer.allow.unverified.${what}`
  if (config.flag(allowed) === true) return { accept: 'any' }
  throw new UsageError(
    'INVALID_ARGUMENT',
    `sasl.oauthbearer.expected.${what} must be set so that the token's ${what} can be verified`,
    {
      hint: `Set ${allowed} to true to accept any: then a token that was made for another service logs in, too.`,
    },
  )
}

function keysOf(endpoint: URL): Pick<JwtValidatorOptions, 'jwks' | 'jwksUri'> {
  if (endpoint.protocol !== 'file:') return { jwksUri: endpoint.href }
  const path = fileURLToPath(endpoint)
  const read = rereadFile(path, 'The keys')
  return {
    jwks: async () => {
      const text = await read()
      try {
        return JSON.parse(text) as JSONWebKeySet
      } catch {
        throw malformedAnswer(endpoint.href, `${path} is not JSON`)
      }
    },
  }
}
