import { ClientSecretPost, None, PrivateKeyJwt, TlsClientAuth, modifyAssertion } from 'oauth4webapi'
import type { ClientAuth } from 'oauth4webapi'
import { UsageError } from '../errors.js'
import { checkAssertion, signAssertion } from './assertion.js'
import type { AssertionOptions } from './assertion.js'
import { loadSigningKey } from './private-key.js'
import type { PrivateKeyOptions } from './private-key.js'
import { basicAuthorization } from './token-request.js'

/** A secret, or a function that gets it for each request. */
export type Secret = string | (() => string | Promise<string>)

/** How a client proves itself to a token endpoint; the method follows from what is given. */
export type ClientAuthentication =
  | {
      /** Secret. */
      readonly clientSecret: Secret
      /**
       * Where the secret goes (RFC 6749, section 2.3.1): into the header, or into the body. Default:
       * `client_secret_basic`.
       */
      readonly method?: 'client_secret_basic' | 'client_secret_post' | undefined
      /**
       * Whether id and secret are form-encoded in the header, as the RFC wants; some services do not decode. Default:
       * true. Kafka: `sasl.oauthbearer.header.urlencode`, by default false.
       */
      readonly urlencode?: boolean | undefined
    }
  | (PrivateKeyOptions & {
      readonly method?: 'private_key_jwt' | undefined
      /** `aud` of the assertion. Default: the issuer, else the token endpoint. */
      readonly assertionAudience?: string | undefined
    })
  | {
      /** An assertion that is made here, with claims as wanted. */
      readonly signedAssertion: AssertionOptions
      readonly method?: 'private_key_jwt' | undefined
    }
  | {
      /** A ready-made assertion (RFC 7523, section 2.2), or a function that gets it for each request. Secret. */
      readonly clientAssertion: Secret
      readonly method?: 'private_key_jwt' | undefined
    }
  | {
      /** The client certificate in `http.tls` proves it (RFC 8705), or nothing does. */
      readonly method: 'tls_client_auth' | 'self_signed_tls_client_auth' | 'none'
    }

/** The authentication of one request, with what must be kept out of its errors. */
export async function clientAuth(
  clientId: string,
  authentication: ClientAuthentication,
): Promise<{ readonly auth: ClientAuth; readonly secrets: readonly string[] }> {
  if ('clientSecret' in authentication) {
    const { method = 'client_secret_basic', urlencode = true } = authentication
    const secret = await valueOf(authentication.clientSecret)
    const header = basicAuthorization(clientId, secret, { urlencode })
    const auth: ClientAuth =
      method === 'client_secret_post'
        ? ClientSecretPost(secret)
        : // The library's way to be told of another header.
          (...[, , , headers]: Parameters<ClientAuth>): void => {
            headers.set('authorization', header)
          }
    return { auth, secrets: [secret, header.slice('Basic '.length)] }
  }
  if ('privateKey' in authentication) {
    const { key } = await loadSigningKey(authentication)
    const { keyId: kid, assertionAudience } = authentication
    const auth = PrivateKeyJwt(kid === undefined ? key : { key, kid }, {
      [modifyAssertion]: (_header, payload) => {
        if (assertionAudience !== undefined) payload['aud'] = assertionAudience
      },
    })
    return { auth, secrets: [] }
  }
  if ('signedAssertion' in authentication) {
    return { auth: assertionAuth(await signAssertion(authentication.signedAssertion, Date.now())), secrets: [] }
  }
  if ('clientAssertion' in authentication) {
    const assertion = (await valueOf(authentication.clientAssertion)).trim()
    return { auth: assertionAuth(assertion), secrets: [assertion] }
  }
  return { auth: authentication.method === 'none' ? None() : TlsClientAuth(), secrets: [] }
}

function assertionAuth(assertion: string): ClientAuth {
  return (_server, client, body) => {
    body.set('client_id', client.client_id)
    body.set('client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
    body.set('client_assertion', assertion)
  }
}

/** @throws UsageError (`INVALID_ARGUMENT`) for what is no way to prove oneself, before anything is asked. */
export function checkAuthentication(clientId: string, authentication: ClientAuthentication): void {
  if (typeof clientId !== 'string' || clientId.trim() === '') throw invalid('clientId must be a text that is not blank')
  if ('clientSecret' in authentication) {
    if (typeof authentication.clientSecret === 'string') {
      basicAuthorization(clientId, authentication.clientSecret, { urlencode: false })
      return
    }
    if (typeof authentication.clientSecret === 'function') return
    throw invalid('clientSecret must be a text or a function. Is it missing in the environment?')
  }
  if ('signedAssertion' in authentication) {
    checkAssertion(authentication.signedAssertion)
    return
  }
  if ('privateKey' in authentication || 'clientAssertion' in authentication) return
  if (['tls_client_auth', 'self_signed_tls_client_auth', 'none'].includes(authentication.method)) return
  throw invalid('give clientSecret, privateKey, clientAssertion, or a method that needs none of them')
}

async function valueOf(secret: Secret): Promise<string> {
  return typeof secret === 'function' ? secret() : secret
}

function invalid(text: string): UsageError {
  return new UsageError('INVALID_ARGUMENT', text)
}
