import assert from 'node:assert/strict'
import {
  ExtensionsValidation,
  SaslExtensions,
  formatClientInitialResponse,
  parseClientInitialResponse,
  validateExtensions,
} from 'ottla/sasl'
import type { OAuthBearerToken } from 'ottla/sasl'
import { pass, type Adapter } from '../adapter.js'
import { assertOutcome, assertThrown, bytesOf, errorOf, plain, type Text, type Thrown } from '../java-outcome.js'

type Extensions = Readonly<Record<string, string>> | null

function extensionsOf(extensions: Extensions | undefined): SaslExtensions | null {
  return extensions ? SaslExtensions.from(extensions) : null
}

const parse: Adapter = async ({ input, expected }) => {
  await assertOutcome(expected, () => {
    const { token, authorizationId, extensions } = parseClientInitialResponse(bytesOf(input as Text))
    return { tokenValue: token, authorizationId, extensions: extensions.map() }
  })
  return pass
}

const format: Adapter = async ({ input, expected }) => {
  const { tokenValue, authorizationId, extensions } = input as {
    tokenValue: string
    authorizationId?: string | null
    extensions?: Extensions
  }
  await assertOutcome(expected, () => {
    const message = formatClientInitialResponse({
      token: tokenValue,
      authorizationId,
      extensions: extensionsOf(extensions),
    })
    return { utf8: Buffer.from(message).toString() }
  })
  return pass
}

const reformat: Adapter = async ({ input, expected }) => {
  await assertOutcome(expected, () => {
    const message = formatClientInitialResponse(parseClientInitialResponse(bytesOf(input as Text)))
    return { utf8: Buffer.from(message).toString() }
  })
  return pass
}

const validate: Adapter = async ({ input, expected }) => {
  await assertOutcome(expected, () => {
    validateExtensions(extensionsOf((input as { extensions: Extensions }).extensions))
    return 'valid'
  })
  return pass
}

interface ValidatorInput {
  readonly inputExtensions: Record<string, string>
  readonly ops: readonly { readonly op: 'valid' | 'error'; readonly name: string; readonly message: string }[]
}

const extensionsValidation: Adapter = async ({ input, expected }) => {
  const { inputExtensions, ops } = input as ValidatorInput
  const { opResults, ...lists } = expected as { opResults: readonly { throws?: Thrown }[] }
  const token: OAuthBearerToken = { value: 't', principalName: 'u', lifetimeMs: 1, scope: new Set() }
  const validation = new ExtensionsValidation(token, SaslExtensions.from(inputExtensions))
  for (const [i, { op, name, message }] of ops.entries()) {
    const run = (): void => (op === 'valid' ? validation.valid(name) : validation.error(name, message))
    const throws = opResults[i]?.throws
    if (throws === undefined) run()
    else assertThrown(throws, await errorOf(run))
  }
  const { validatedExtensions: validated, invalidExtensions: invalid, ignoredExtensions: ignored } = validation
  assert.deepStrictEqual(plain({ validated, invalid, ignored }), lists)
  return pass
}

const saslExtensions: Adapter = ({ input, expected }) => {
  const { a, b, extensions, thenMutateSourceWith } = input as Record<string, Record<string, string>>
  if (a && b)
    assert.deepStrictEqual(
      { equal: SaslExtensions.from(a) === SaslExtensions.from(b) || SaslExtensions.empty() === SaslExtensions.empty() },
      expected,
    )
  if (!extensions) return pass
  const source = { ...extensions }
  const made = SaslExtensions.from(source)
  Object.assign(source, thenMutateSourceWith)
  assert.deepStrictEqual({ map: plain(made.map()) }, expected)
  return pass
}

const noExtensions: Adapter = ({ expected }) => {
  assert.deepStrictEqual({ extensions: plain(SaslExtensions.empty().map()) }, expected)
  return pass
}

export const areas: Readonly<Record<string, Adapter>> = {
  'oauthbearer.clientInitialResponse.parse': parse,
  'oauthbearer.clientInitialResponse.format': format,
  'oauthbearer.clientInitialResponse.reformat': reformat,
  'oauthbearer.validateExtensions': validate,
  'oauthbearer.extensionsValidatorCallback': extensionsValidation,
  saslExtensions,
  saslExtensionsCallback: noExtensions,
}
