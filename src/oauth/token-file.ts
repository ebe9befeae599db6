import { AuthenticationError } from '../errors.js'
import type { BearerToken, TokenSource } from '../sasl/oauthbearer/token-source.js'
import { extensionsOf } from './extensions.js'
import type { ExtensionsOption } from './extensions.js'
import { peekClaims } from './jwt.js'
import { rereadFile } from './reread-file.js'

/** Options of {@link tokenFile}. */
export interface TokenFileOptions {
  /** The file with the token, and nothing else but blanks around it. */
  readonly path: string
  readonly extensions?: ExtensionsOption | undefined
  /** In ms since the epoch. Default: `Date.now`. */
  readonly now?: (() => number) | undefined
}

/**
 * A token that somebody else puts into a file and replaces there: a Kubernetes projected service account token, for
 * instance. Each login asks the file whether it has changed, and reads it if so; nothing is watched or polled meanwhile.
 *
 * Kafka: `sasl.oauthbearer.token.endpoint.url=file:…`, `FileJwtRetriever`.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) for extensions that cannot be sent. Logins fail with AuthenticationError
 * (`CREDENTIALS_UNAVAILABLE`) if the file cannot be read, or holds a token that has ended.
 */
export function tokenFile(options: TokenFileOptions): TokenSource {
  const { path, now = Date.now } = options
  const read = rereadFile(path, 'The token')
  const extensions = extensionsOf(options.extensions)
  let known: BearerToken | undefined
  return {
    token: async () => {
      const token = await read()
      known = known?.token === token ? known : describe(token, extensions)
      if (known.expiresAt === undefined || known.expiresAt > now()) return known
      throw new AuthenticationError('CREDENTIALS_UNAVAILABLE', `The token in ${path} has ended`, {
        mechanism: 'OAUTHBEARER',
        phase: 'sasl-exchange',
        retriable: true,
        hint: 'Whoever is to replace it in time has not: is the volume still mounted, is the agent running, is the clock right?',
      })
    },
  }
}

function describe(token: string, extensions: ReturnType<typeof extensionsOf>): BearerToken {
  const claims = peekClaims(token)
  const made = extensions({ token, claims, answer: undefined })
  return {
    token,
    ...(typeof claims?.['exp'] === 'number' ? { expiresAt: Math.trunc(claims['exp']) * 1000 } : {}),
    ...(typeof claims?.['iat'] === 'number' ? { startsAt: Math.trunc(claims['iat']) * 1000 } : {}),
    ...(typeof claims?.['sub'] === 'string' ? { principal: claims['sub'] } : {}),
    ...(made === undefined ? {} : { extensions: made }),
  }
}
