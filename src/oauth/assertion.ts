import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { UsageError } from '../errors.js'
import { loadSigningKey } from './private-key.js'
import type { PrivateKeyOptions } from './private-key.js'

/** The fixed part of an assertion. */
export interface AssertionTemplate {
  readonly header?: Readonly<Record<string, unknown>> | undefined
  readonly payload?: Readonly<Record<string, unknown>> | undefined
}

/** An assertion that is made and signed here (RFC 7523). */
export interface AssertionOptions extends PrivateKeyOptions {
  /** `iss`. Kafka: `sasl.oauthbearer.assertion.claim.iss`. */
  readonly assertionIssuer?: string | undefined
  /** `sub`. Kafka: `sasl.oauthbearer.assertion.claim.sub`. */
  readonly assertionSubject?: string | undefined
  /** `aud`: the authorization server. Kafka: `sasl.oauthbearer.assertion.claim.aud`. */
  readonly assertionAudience?: string | undefined
  /** How long it is good, in seconds: 0 to 86 400. Default: 300. Kafka: `sasl.oauthbearer.assertion.claim.exp.seconds`. */
  readonly assertionLifetime?: number | undefined
  /** How long before now it begins, in seconds, for clocks that differ: 0 to 3600. Default: 60. Kafka: `….claim.nbf.seconds`. */
  readonly assertionBackdating?: number | undefined
  /** Whether it has an id of its own (`jti`). Default: false. Kafka: `sasl.oauthbearer.assertion.claim.jti.include`. */
  readonly assertionId?: boolean | undefined
  /**
   * More of header and payload, or a function that gets it for each assertion. It overrides issuer, subject and audience; what
   * depends on time and key overrides it. Kafka: `sasl.oauthbearer.assertion.template.file`.
   */
  readonly template?: AssertionTemplate | (() => AssertionTemplate | Promise<AssertionTemplate>) | undefined
}

/** An assertion, signed now. @throws UsageError (`INVALID_ARGUMENT`) for a key that cannot sign it. */
export async function signAssertion(options: AssertionOptions, now: number): Promise<string> {
  const { template, assertionLifetime = 300, assertionBackdating = 60 } = options
  const { header = {}, payload = {} } = typeof template === 'function' ? await template() : (template ?? {})
  const { key, algorithm } = await loadSigningKey(options)
  const seconds = Math.floor(now / 1000)
  const claims = {
    ...definedOnly({ iss: options.assertionIssuer, sub: options.assertionSubject, aud: options.assertionAudience }),
    ...payload,
    iat: seconds,
    exp: seconds + assertionLifetime,
    nbf: seconds - assertionBackdating,
    ...(options.assertionId === true ? { jti: randomUUID() } : {}),
  }
  const keyId = options.keyId === undefined ? {} : { kid: options.keyId }
  return new SignJWT(claims).setProtectedHeader({ ...header, ...keyId, alg: algorithm, typ: 'JWT' }).sign(key)
}

/** @throws UsageError (`INVALID_ARGUMENT`) for numbers out of Kafka's ranges. */
export function checkAssertion({ assertionLifetime = 300, assertionBackdating = 60 }: AssertionOptions): void {
  const check = (name: string, value: number, max: number): void => {
    if (Number.isInteger(value) && value >= 0 && value <= max) return
    throw new UsageError('INVALID_ARGUMENT', `${name} must be a whole number of seconds from 0 to ${max}, not ${value}`)
  }
  check('assertionLifetime', assertionLifetime, 86_400)
  check('assertionBackdating', assertionBackdating, 3600)
}

/** A template as a file has it. @throws UsageError (`INVALID_ARGUMENT`). */
export function parseTemplate(text: string): AssertionTemplate {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw invalidTemplate()
  }
  const part = (name: string): Readonly<Record<string, unknown>> => {
    const value: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, name) : null
    if (value === undefined) return {}
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidTemplate()
    return value as Readonly<Record<string, unknown>>
  }
  return { header: part('header'), payload: part('payload') }
}

function invalidTemplate(): UsageError {
  return new UsageError(
    'INVALID_ARGUMENT',
    'The template of the assertion must be JSON: {"header": {…}, "payload": {…}}',
  )
}

function definedOnly(claims: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const defined = Object.entries(claims).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return Object.fromEntries(defined)
}
