import type { MaybePromise } from '../sasl/mechanism.js'
import type { OAuthBearerExtensionsValidator } from '../sasl/oauthbearer/extensions-validator.js'

/** What makes an extension acceptable, by its name. */
export type ExtensionRules = Readonly<Record<string, ExtensionRule>>

/** A claim's name: its value, or one of its list, must be the extension's. Or a function: true, or why not (the client reads that). */
export type ExtensionRule =
  string | ((value: string, claims: Readonly<Record<string, unknown>>) => MaybePromise<true | string>)

/**
 * Validates extensions by the claims of the token that they came with, for `oauthBearerServer({ validateExtensions })`: so
 * an extension is as good as the token's signature. Those without a rule are ignored; `required` must be sent.
 */
export function extensionsByClaims(
  rules: ExtensionRules,
  { required = [] }: { readonly required?: readonly string[] } = {},
): OAuthBearerExtensionsValidator {
  return async (validation) => {
    const claims = validation.token.claims ?? {}
    for (const name of required) if (!validation.inputExtensions.has(name)) validation.error(name, 'is missing')
    for (const [name, value] of validation.inputExtensions) {
      const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
      if (rule === undefined) continue
      const verdict = typeof rule === 'string' ? matches(claims[rule], value) : await rule(value, claims)
      if (verdict === true) validation.valid(name)
      else validation.error(name, verdict)
    }
  }
}

function matches(claim: unknown, value: string): true | string {
  const values: readonly unknown[] = Array.isArray(claim) ? claim : [claim]
  return values.includes(value) || 'is not what the token says'
}
