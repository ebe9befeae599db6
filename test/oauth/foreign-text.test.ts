import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { AuthenticationError, OttlaError } from '#src/errors.js'
import { formatErrorMessage, oauthError } from '#src/oauth/error-body.js'
import { exchange } from '#src/oauth/http.js'
import { peekClaims, readJwt, splitJwt } from '#src/oauth/jwt.js'
import { identityToken } from '#src/oauth/identity-token.js'
import { parseAccessToken } from '#src/oauth/token-request.js'
import { oauthUrl } from '#src/oauth/kafka-options.js'

const json = fc.json()
const part = fc.oneof(json, fc.string()).map((text) => Buffer.from(text).toString('base64url'))
const jwtLike = fc.tuple(part, part, part).map((parts) => parts.join('.'))
const anything = fc.oneof(fc.string({ unit: 'binary' }), json, jwtLike)

/** Runs it, and lets pass only what a caller can expect to be thrown. */
function orOttlaError(run: () => unknown): void {
  try {
    run()
  } catch (error) {
    assert.ok(error instanceof OttlaError, String(error))
  }
}

suite('foreign text', () => {
  for (const [name, read] of Object.entries({
    splitJwt,
    readJwt,
    'readJwt as Kafka': (text: string) => readJwt(text, { quirks: 'kafka' }),
    parseAccessToken,
    oauthUrl: (text: string) => oauthUrl('url', text),
    identityToken: (text: string) => identityToken(text, 'http://localhost', 0),
  })) {
    test(`${name} gives a value or an error of ours`, () => {
      fc.assert(fc.property(anything, (text) => orOttlaError(() => read(text))))
    })
  }

  for (const [name, read] of Object.entries({ peekClaims, formatErrorMessage, oauthError })) {
    test(`${name} never throws`, () => {
      fc.assert(fc.property(anything, (text) => void read(text)))
    })
  }

  test('an error never holds the token', () => {
    const secret = 'sEcReT'
    fc.assert(
      fc.property(
        fc.constantFrom(`${secret}.`, `.${secret}`, `a.${secret}.c`, `a.b.c.${secret}`, `a. .${secret}`),
        (token) => {
          assert.throws(
            () => readJwt(token),
            (error: unknown) =>
              error instanceof AuthenticationError && !error.message.includes(secret) && error.cause === undefined,
          )
        },
      ),
    )
  })

  // Were it quadratic, the file would not end within its time.
  test('blanks without end are read in linear time', () => {
    const blanks = ' '.repeat(1_000_000)
    orOttlaError(() => splitJwt(`a${blanks}b`))
    orOttlaError(() => parseAccessToken(JSON.stringify({ access_token: `x${blanks}y` })))
  })
})

test('a fetch that ignores its signal cannot hang anybody', async () => {
  const never = (): Promise<Response> => new Promise(() => undefined)
  const body = async (): Promise<Response> => new Response(new ReadableStream({ pull: never as never }))
  for (const fetch of [never, body]) {
    const request = { method: 'GET', headers: {}, signal: new AbortController().signal }
    await assert.rejects(exchange('https://localhost/', request, { fetch, timeout: 20 }), {
      code: 'CREDENTIALS_UNAVAILABLE',
    })
  }
  const aborted = { method: 'GET', headers: {}, signal: AbortSignal.abort() }
  await assert.rejects(exchange('https://localhost/', aborted, { fetch: never }), /given up by the login/)
})
