import type { ClientAuth } from 'oauth4webapi'
import { UsageError } from '../errors.js'
import { checkAssertion, signAssertion } from './assertion.js'
import type { AssertionOptions } from './assertion.js'
import { checkAuthentication, clientAuth } from './client-authentication.js'
import type { ClientAuthentication, Secret } from './client-authentication.js'
import { rereadFile } from './reread-file.js'
import { cachedTokens } from './token-cache.js'
import type { CachedTokenSource, TokenFetch } from './token-cache.js'
import { tokenGrant } from './token-grant.js'
import type { GrantOptions } from './token-grant.js'

/** Where the assertion comes from: signed here, read from a file again and again, or from a function. */
export type AssertionSource =
  | AssertionOptions
  | {
      /** A file that somebody else keeps fresh. Kafka: `sasl.oauthbearer.assertion.file`. */
      readonly assertionFile: string
    }
  | {
      /** Secret. */
      readonly assertion: Secret
    }

/** Options of {@link jwtBearer}. */
export type JwtBearerOptions = GrantOptions &
  AssertionSource & {
    /** How the client proves itself beside the assertion, where the service wants that too. Default: not at all. */
    readonly client?: ({ readonly clientId: string } & ClientAuthentication) | undefined
  }

/**
 * Tokens for an assertion (RFC 7523, section 2.1), fetched once for all connections and replaced ahead of their end.
 *
 * Kafka: `JwtBearerJwtRetriever` (KIP-1139).
 *
 * @throws UsageError (`INVALID_ARGUMENT`) for options that cannot work. Fetching fails with AuthenticationError
 * (`CREDENTIALS_UNAVAILABLE`), whose `endpoint` tells what was answered.
 */
export function jwtBearer(options: JwtBearerOptions): CachedTokenSource {
  return cachedTokens(jwtBearerFetch(options), options)
}

/** What {@link jwtBearer} does for one token. */
export function jwtBearerFetch(options: JwtBearerOptions): TokenFetch {
  const assertion = assertionOf(options)
  const { client } = options
  if (client !== undefined) checkAuthentication(client.clientId, client)
  return tokenGrant(options, async () => {
    const text = await assertion()
    const proof =
      client === undefined ? { auth: unauthenticated, secrets: [] } : await clientAuth(client.clientId, client)
    return {
      // The library wants a client id even where none is sent.
      clientId: client?.clientId ?? 'none',
      auth: proof.auth,
      secrets: [...proof.secrets, text],
      grantType: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      parameters: { assertion: text },
    }
  })
}

const unauthenticated: ClientAuth = () => undefined

function assertionOf(source: JwtBearerOptions): () => Promise<string> {
  if ('assertionFile' in source) return rereadFile(source.assertionFile, 'The assertion')
  if ('assertion' in source) {
    const { assertion } = source
    return async () => (typeof assertion === 'function' ? assertion() : assertion)
  }
  if (!('privateKey' in source)) throw new UsageError('INVALID_ARGUMENT', 'give privateKey, assertionFile or assertion')
  checkAssertion(source)
  return () => signAssertion(source, source.clock?.now() ?? Date.now())
}
