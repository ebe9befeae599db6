import { once } from 'node:events'
import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/**
 * A real authorization server: the clients `orders`, `short` (tokens of 10 s) and `java` have a secret, `billing` sends it in
 * the body, `payments` has a key; the audience is `kafka`.
 */
export interface AuthorizationServer extends AsyncDisposable {
  readonly issuer: string
  readonly tokenEndpoint: string
  readonly jwksUri: string
  /** How long its tokens last, in s; for tokens issued from then on. */
  lifetime: number
  /** Requests per path. */
  readonly requests: Map<string, number>
  /** One step of a rotation; other processes ask for it by `POST /control/<step>`. */
  rotate(step: RotationStep): void
  /** Of the client `payments`, PKCS#8. */
  readonly paymentsKey: string
}

/**
 * `announce` publishes a new key, `sign` signs with it, `retire` withdraws the others; `replace` is all of it at once, which
 * nobody should do.
 */
export type RotationStep = 'announce' | 'sign' | 'retire' | 'replace'

export interface AuthorizationServerOptions {
  readonly lifetime?: number
  readonly port?: number
  /** `opaque` tokens need introspection. Default: `jwt`. */
  readonly format?: 'jwt' | 'opaque'
}

let keys = 0
const signingKey = (): Record<string, unknown> => ({
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
  kid: `key-${++keys}`,
  use: 'sig',
  alg: 'RS256',
})

export async function authorizationServer(options: AuthorizationServerOptions = {}): Promise<AuthorizationServer> {
  const { port = 0, format = 'jwt' } = options
  const requests = new Map<string, number>()
  const payments = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const state = { lifetime: options.lifetime ?? 3600 }
  let signing = [signingKey()]
  let handle: RequestListener = () => undefined
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost')
    requests.set(pathname, (requests.get(pathname) ?? 0) + 1)
    const step = /^\/control\/(announce|sign|retire)$/.exec(pathname)?.[1]
    if (step === undefined) handle(request, response)
    else {
      rotate(step as RotationStep)
      response.end()
    }
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const restart = (): void => {
    const publicKey = payments.publicKey.export({ format: 'jwk' })
    const lifetime = (): number => state.lifetime
    const configuration = configurationOf({ signing, format, publicKey, lifetime })
    handle = new Provider(issuer, configuration).callback()
  }
  const rotate = (step: RotationStep): void => {
    const [first, ...rest] = signing
    if (step === 'announce') signing = [...signing, signingKey()]
    if (step === 'sign') signing = [...rest, ...(first === undefined ? [] : [first])]
    if (step === 'retire') signing = signing.slice(0, 1)
    if (step === 'replace') signing = [signingKey()]
    restart()
  }
  restart()
  return {
    issuer,
    tokenEndpoint: `${issuer}/token`,
    jwksUri: `${issuer}/jwks`,
    requests,
    paymentsKey: payments.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    get lifetime() {
      return state.lifetime
    },
    set lifetime(seconds) {
      state.lifetime = seconds
    },
    rotate,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function configurationOf({
  signing,
  format,
  publicKey,
  lifetime,
}: {
  readonly signing: readonly object[]
  readonly format: 'jwt' | 'opaque'
  readonly publicKey: object
  readonly lifetime: () => number
}): object {
  return {
    jwks: { keys: signing },
    clients: clientsOf(publicKey),
    scopes: ['read', 'write'],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      introspection: { enabled: true, allowedPolicy: () => true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => 'urn:kafka',
        getResourceServerInfo: () => ({
          scope: 'read write',
          audience: 'kafka',
          accessTokenFormat: format,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    extraTokenClaims: (_context: unknown, token: { readonly clientId: string }) => ({
      sub: token.clientId,
      logicalCluster: 'lkc-1',
    }),
    ttl: {
      ClientCredentials: (_context: unknown, _token: unknown, client: { readonly clientId: string }) =>
        client.clientId === 'short' ? 10 : lifetime(),
    },
  }
}

function clientsOf(publicKey: object): object[] {
  const machine = { grant_types: ['client_credentials'], redirect_uris: [], response_types: [] }
  return [
    {
      ...machine,
      client_id: 'orders',
      client_secret: 'orders-secret+/=',
      token_endpoint_auth_method: 'client_secret_basic',
    },
    ...['short', 'java'].map((id) => ({ ...machine, client_id: id, client_secret: `${id}-secret` })),
    {
      ...machine,
      client_id: 'billing',
      client_secret: 'billing-secret',
      token_endpoint_auth_method: 'client_secret_post',
    },
    {
      ...machine,
      client_id: 'payments',
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'ES256',
      jwks: { keys: [{ ...publicKey, kid: 'payments', use: 'sig', alg: 'ES256' }] },
    },
  ]
}
