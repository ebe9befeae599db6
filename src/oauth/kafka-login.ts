import { fileURLToPath } from 'node:url'
import { UsageError } from '../errors.js'
import type { CredentialRequest } from '../sasl/credentials.js'
import type { BearerToken, TokenSource } from '../sasl/oauthbearer/token-source.js'
import { parseTemplate } from './assertion.js'
import type { AssertionOptions } from './assertion.js'
import { clientCredentialsFetch } from './client-credentials.js'
import type { HttpOptions } from './http.js'
import { jwtBearerFetch } from './jwt-bearer.js'
import { readJwt } from './jwt.js'
import { KafkaConfig, claimName, loginExtensions, requiredOption } from './kafka-options.js'
import type { KafkaProperties } from './kafka-options.js'
import { rereadFile } from './reread-file.js'
import { cachedTokens } from './token-cache.js'
import type { TokenCacheOptions, TokenFetch } from './token-cache.js'
import { tokenFile } from './token-file.js'
import type { GrantOptions } from './token-grant.js'

/** What {@link kafkaLogin} is made of. */
export interface KafkaLoginOptions {
  /** Properties by their Kafka names: `sasl.oauthbearer.*`, `sasl.login.*`. */
  readonly config: KafkaProperties
  /** The options of the JAAS entry: `clientId`, `clientSecret`, `scope`, `extension_<name>`. */
  readonly options?: Readonly<Record<string, string>> | undefined
  /** How the token endpoint is spoken to; its TLS is not among the properties that are read here. */
  readonly http?: HttpOptions | undefined
}

const PACKAGE = 'org.apache.kafka.common.security.oauthbearer.'

/**
 * Tokens as Kafka's `OAuthBearerLoginCallbackHandler` gets them, from its own properties: by client credentials with a secret
 * or an assertion, by the jwt-bearer grant, or from a file.
 *
 * Other than in Java, a request has a time limit also where no property sets one, and the properties of the JVM that allow
 * URLs and files one by one are not needed.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) with Kafka's text, `UNSUPPORTED` for a retriever class of one's own.
 */
export function kafkaLogin({ config: properties, options = {}, http = {} }: KafkaLoginOptions): TokenSource {
  const config = new KafkaConfig(properties)
  const name = config.text('sasl.oauthbearer.jwt.retriever.class') ?? `${PACKAGE}DefaultJwtRetriever`
  const retriever = name.startsWith(PACKAGE) ? name.slice(PACKAGE.length) : ''
  const endpoint = config.url('sasl.oauthbearer.token.endpoint.url')
  const fromFile =
    retriever === 'FileJwtRetriever' || (retriever === 'DefaultJwtRetriever' && endpoint.protocol === 'file:')
  const claims = {
    subjectClaim: claimName('sub', config.get('sasl.oauthbearer.sub.claim.name') ?? 'sub'),
    scopeClaim: claimName('scope', config.get('sasl.oauthbearer.scope.claim.name') ?? 'scope'),
  }
  const check = <T extends BearerToken>(token: T): T => {
    const { principal, expiresAt, startsAt } = readJwt(token.token, claims)
    return { ...token, principal, expiresAt, ...(startsAt === undefined ? {} : { startsAt }) }
  }
  const extensions = loginExtensions(options)
  if (fromFile) {
    const source = tokenFile({ path: fileURLToPath(endpoint), extensions })
    return { token: async (request: CredentialRequest) => check((await source.token(request)) as BearerToken) }
  }
  const grant = { ...grantOptions(config, http), tokenEndpoint: endpoint.href, extensions }
  const fetch =
    retriever === 'JwtBearerJwtRetriever'
      ? jwtBearer(config, grant)
      : clientCredentials(config, { grant, options, retriever, name })
  return cachedTokens(async (request) => check(await fetch(request)), grant)
}

function grantOptions(config: KafkaConfig, http: HttpOptions): GrantOptions & TokenCacheOptions {
  const seconds = (name: string): number | undefined => {
    const value = config.integer(name)
    return value === undefined ? undefined : value * 1000
  }
  return {
    http: {
      allowPlaintext: true,
      ...http,
      connectTimeout: config.integer('sasl.login.connect.timeout.ms') ?? http.connectTimeout,
      timeout: config.integer('sasl.login.read.timeout.ms') ?? http.timeout,
    },
    retry: {
      backoff: config.integer('sasl.login.retry.backoff.ms'),
      maxBackoff: config.integer('sasl.login.retry.backoff.max.ms'),
    },
    refresh: {
      windowFactor: config.decimal('sasl.login.refresh.window.factor'),
      windowJitter: config.decimal('sasl.login.refresh.window.jitter'),
      minPeriod: seconds('sasl.login.refresh.min.period.seconds'),
      buffer: seconds('sasl.login.refresh.buffer.seconds'),
    },
    scope: config.text('sasl.oauthbearer.scope'),
  }
}

interface ClientCredentialsParts {
  readonly grant: GrantOptions
  readonly options: Readonly<Record<string, string>>
  readonly retriever: string
  readonly name: string
}

/** A file with an assertion comes first, then one that is made here, then a secret: the order of Kafka 4.4. */
function clientCredentials(
  config: KafkaConfig,
  { grant, options, retriever, name }: ClientCredentialsParts,
): TokenFetch {
  if (retriever !== 'DefaultJwtRetriever' && retriever !== 'ClientCredentialsJwtRetriever') {
    throw new UsageError('UNSUPPORTED', `The retriever class ${name} is not known`, {
      hint: 'A class of your own becomes a function: `oauthBearer({ token: async () => … })`.',
    })
  }
  const scope = grant.scope ?? options['scope']
  const id = config.text('sasl.oauthbearer.client.credentials.client.id') ?? options['clientId']
  const file = config.text('sasl.oauthbearer.assertion.file')
  if (file !== undefined) {
    const clientAssertion = rereadFile(file, 'The assertion')
    return clientCredentialsFetch({ ...grant, scope, clientId: requiredOption('clientId', id), clientAssertion })
  }
  if (config.text('sasl.oauthbearer.assertion.claim.iss') !== undefined) {
    const assertion = assertionOptions(config)
    const clientId = requiredOption('clientId', id ?? assertion.assertionIssuer)
    return clientCredentialsFetch({ ...grant, scope, clientId, signedAssertion: assertion })
  }
  return clientCredentialsFetch({
    ...grant,
    scope,
    clientId: requiredOption('clientId', id),
    clientSecret: requiredOption(
      'clientSecret',
      config.text('sasl.oauthbearer.client.credentials.client.secret') ?? options['clientSecret'],
    ),
    urlencode: config.flag('sasl.oauthbearer.header.urlencode') ?? false,
  })
}

function jwtBearer(config: KafkaConfig, grant: GrantOptions): TokenFetch {
  const assertionFile = config.text('sasl.oauthbearer.assertion.file')
  if (assertionFile !== undefined) return jwtBearerFetch({ ...grant, assertionFile })
  return jwtBearerFetch({ ...grant, ...assertionOptions(config) })
}

function assertionOptions(config: KafkaConfig): AssertionOptions {
  const prefix = 'sasl.oauthbearer.assertion.'
  const template = config.text(`${prefix}template.file`)
  const readTemplate = template === undefined ? undefined : rereadFile(template, 'The template of the assertion')
  const algorithm = (config.text(`${prefix}algorithm`) ?? 'RS256').toUpperCase()
  if (algorithm !== 'RS256' && algorithm !== 'ES256') {
    throw new UsageError(
      'INVALID_ARGUMENT',
      `Invalid value ${algorithm} for configuration ${prefix}algorithm: String must be one of (case insensitive): ES256, RS256`,
    )
  }
  return {
    algorithm,
    privateKey: rereadFile(config.required(`${prefix}private.key.file`), 'The private key'),
    passphrase: config.get(`${prefix}private.key.passphrase`),
    assertionIssuer: config.text(`${prefix}claim.iss`),
    assertionSubject: config.text(`${prefix}claim.sub`),
    assertionAudience: config.text(`${prefix}claim.aud`),
    assertionLifetime: config.integer(`${prefix}claim.exp.seconds`),
    assertionBackdating: config.integer(`${prefix}claim.nbf.seconds`),
    assertionId: config.flag(`${prefix}claim.jti.include`),
    template: readTemplate === undefined ? undefined : async () => parseTemplate(await readTemplate()),
  }
}
