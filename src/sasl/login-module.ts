import { SaslExtensions } from './extensions.js'

/** What a login module of Kafka makes of the options in its JAAS line. */
export interface LoginModuleCredentials {
  /** Undefined where the line has none: the mechanism then says what it misses. */
  readonly username: string | undefined
  readonly password: string | undefined
  /** `tokenauth=true` for a delegation token (SCRAM). */
  readonly extensions: SaslExtensions
}

/**
 * The credentials in the options of `PlainLoginModule` or `ScramLoginModule`. Both know `username` and `password`, the
 * latter `tokenauth`, which is on for `true` in any case and off for everything else.
 */
export function loginModuleCredentials(
  module: 'PlainLoginModule' | 'ScramLoginModule',
  options: Readonly<Record<string, string>>,
): LoginModuleCredentials {
  const { username, password, tokenauth } = options
  const isToken = module === 'ScramLoginModule' && tokenauth?.toLowerCase() === 'true'
  return { username, password, extensions: SaslExtensions.from(isToken ? { tokenauth: 'true' } : {}) }
}
