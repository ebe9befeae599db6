import { AuthenticationError, UsageError } from '../errors.js'
import { SaslExtensions } from '../sasl/extensions.js'
import type { ExtensionsInput } from '../sasl/mechanism.js'
import { validateExtensions } from '../sasl/oauthbearer/grammar.js'

/** What extensions may be derived from. */
export interface TokenForExtensions {
  /** The token itself. Secret. */
  readonly token: string
  /** What the token says, where it is a JWT; not proven. */
  readonly claims: Readonly<Record<string, unknown>> | undefined
  /** What came with the token from its source: the members of the token endpoint's answer, for instance. */
  readonly answer: Readonly<Record<string, unknown>> | undefined
}

/**
 * Extensions that go with a token (KIP-342): the same for all, or made of each token. They carry no signature: let no
 * security decision rest on them alone.
 */
export type ExtensionsOption = ExtensionsInput | ((token: TokenForExtensions) => ExtensionsInput)

/** Checks what is known beforehand, and gives the function that makes the extensions of a token. */
export function extensionsOf(
  option: ExtensionsOption | undefined,
): (token: TokenForExtensions) => SaslExtensions | undefined {
  if (option === undefined) return () => undefined
  if (typeof option === 'function') return (token) => checkedExtensions(option(token))
  const fixed = checkedExtensions(option)
  return () => fixed
}

/** @throws UsageError (`INVALID_ARGUMENT`) with Kafka's text for names or values that no client can send. */
export function checkedExtensions(input: ExtensionsInput): SaslExtensions {
  const extensions = input instanceof SaslExtensions ? input : SaslExtensions.from(input)
  try {
    validateExtensions(extensions)
  } catch (cause) {
    if (!(cause instanceof AuthenticationError)) throw cause
    throw new UsageError('INVALID_ARGUMENT', cause.message, {
      phase: 'sasl-exchange',
      hint: 'Names of extensions are letters only, `auth` is reserved; values are printable ASCII (KIP-342, RFC 7628 section 3.1).',
    })
  }
  return extensions
}
