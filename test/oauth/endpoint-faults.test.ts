import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { suite, test } from 'node:test'
import { AuthenticationError } from '#src/errors.js'
import { clientCredentials } from '#src/oauth/client-credentials.js'
import type { HttpOptions } from '#src/oauth/http.js'
import { json, respond, standIn } from './stand-in.js'
import type { Answer } from './stand-in.js'
import { caOf, serverCertificate } from './certificates.js'

const SECRET = 'swordfish+/= "quoted"'
const never = new AbortController().signal

/** The error of a login at an endpoint that answers so. */
async function failure(tokenEndpoint: string, http: HttpOptions = {}): Promise<AuthenticationError> {
  using source = clientCredentials({
    tokenEndpoint,
    clientId: 'orders',
    clientSecret: SECRET,
    http,
    retry: { backoff: 0 },
  })
  const error = await Promise.resolve(source.token({ signal: never })).then(
    () => assert.fail('a token came'),
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof AuthenticationError, String(error))
  assert.equal(error.code, 'CREDENTIALS_UNAVAILABLE')
  assert.equal(error.phase, 'sasl-exchange')
  assert.ok(error.hint, 'a hint')
  for (const form of [SECRET, encodeURIComponent(SECRET), Buffer.from(`orders:${SECRET}`).toString('base64')]) {
    assert.ok(!inspect(error, { depth: Infinity, showHidden: true }).includes(form), 'the secret shows')
  }
  return error
}

async function answered(answer: Answer, http?: HttpOptions): Promise<AuthenticationError> {
  await using service = await standIn(answer)
  // Awaited here: the service lives only as long as this function.
  return await failure(`${service.url}/token`, http)
}

suite('what a token endpoint can do wrong', () => {
  test('down', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    server.close()
    await once(server, 'close')
    const error = await failure(`http://127.0.0.1:${port}/token?tenant=secret`)
    assert.equal(error.endpoint?.problem, 'unreachable')
    assert.equal(error.endpoint.url, `http://127.0.0.1:${port}/token`)
    assert.match(error.message, /ECONNREFUSED/)
    assert.equal(error.retriable, true)
  })

  test('cut off in the middle of an answer', async () => {
    const error = await answered((_request, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('{"access_')
      setImmediate(() => response.destroy())
    })
    assert.equal(error.endpoint?.problem, 'unreachable')
  })

  test('slow: no answer at all, and one that trickles', async () => {
    const silent = await answered(() => undefined, { timeout: 50 })
    assert.equal(silent.endpoint?.problem, 'timeout')
    assert.equal(silent.retriable, true)
    let drip: NodeJS.Timeout | undefined
    const trickling = await answered(
      (_request, response) => {
        response.writeHead(200)
        drip = setInterval(() => response.write(' '), 5)
        response.on('close', () => clearInterval(drip))
      },
      { timeout: 80 },
    )
    clearInterval(drip)
    assert.equal(trickling.endpoint?.problem, 'timeout')
  })

  test('500', async () => {
    const error = await answered((_request, response) => respond(response, 500, 'oops'))
    assert.deepEqual([error.endpoint?.problem, error.endpoint?.status, error.retriable], ['status', 500, true])
  })

  test('404: wrong path', async () => {
    const error = await answered((_request, response) => respond(response, 404, 'not here'))
    assert.deepEqual([error.endpoint?.problem, error.endpoint?.status, error.retriable], ['status', 404, false])
    assert.match(error.hint ?? '', /path/)
  })

  test('garbage, HTML, an empty body, JSON that is no token', async () => {
    const bodies = [
      '\u0000\u0001garbage',
      '<!DOCTYPE html><html><title>Sign in</title></html>',
      '',
      '[]',
      '{}',
      '{"access_token":1}',
      '{"access_token":"x","expires_in":"soon"}',
    ]
    for (const body of bodies) {
      const error = await answered((_request, response) =>
        respond(response, 200, { body: body, headers: { 'content-type': 'text/html' } }),
      )
      assert.equal(error.endpoint?.problem, 'malformed', body)
      assert.equal(error.endpoint.status, 200)
    }
  })

  test('a redirect elsewhere is not followed: the secret would go along', async () => {
    await using elsewhere = await standIn(() => ({ access_token: 'stolen', token_type: 'bearer' }))
    for (const status of [301, 302, 303, 307, 308]) {
      const error = await answered((_request, response) =>
        respond(response, status, { body: '', headers: { location: `${elsewhere.url}/collect?x=1` } }),
      )
      assert.deepEqual([error.endpoint?.problem, error.endpoint?.status], ['redirect', status])
      assert.match(error.message, /\/collect/)
    }
    assert.equal(elsewhere.requests.length, 0)
  })

  test('a wrong secret, in the words of OAuth; the service repeats what it got', async () => {
    const error = await answered((request, response) =>
      json(response, 401, {
        error: 'invalid_client',
        error_description: `no such secret: ${SECRET} ${String(request.headers.authorization)}`,
      }),
    )
    assert.equal(error.endpoint?.problem, 'refused')
    assert.equal(error.endpoint.error, 'invalid_client')
    assert.match(error.endpoint.errorDescription ?? '', /no such secret: \*\*\*/)
    assert.equal(error.retriable, false)
    assert.match(error.hint ?? '', /client_secret_post/)
  })

  test('an error cannot forge lines of a log', async () => {
    const error = await answered((_request, response) =>
      json(response, 400, {
        error: 'invalid_scope\n2026-01-01 login ok',
        error_description: `\u001b[31m\u2028${'x'.repeat(5000)}`,
      }),
    )
    assert.doesNotMatch(error.message, /[\u0000-\u001f\u2028]/)
    assert.ok(error.message.length < 1000)
  })

  test('an answer without end', async () => {
    const error = await answered((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const pump = (): void => {
        while (!response.destroyed && response.write(' '.repeat(65_536)));
        if (!response.destroyed) response.once('drain', pump)
      }
      pump()
    })
    assert.equal(error.endpoint?.problem, 'too-large')
  })

  test('a token of 1 MB does not fit a broker', async () => {
    const error = await answered(() => ({ access_token: 'x'.repeat(1_000_000), token_type: 'bearer', expires_in: 60 }))
    assert.match(error.message, /1000000 characters/)
    assert.ok(error.message.length < 200)
  })

  test('TLS: an authority that is not trusted, then is', async () => {
    const certificate = serverCertificate()
    await using service = await standIn(
      () => ({ access_token: 'abc', token_type: 'bearer', expires_in: 60 }),
      certificate,
    )
    const error = await failure(`${service.url}/token`)
    assert.equal(error.endpoint?.problem, 'tls')
    assert.match(error.hint ?? '', /tls\.ca/)
    assert.equal(service.requests.length, 0)
    using source = clientCredentials({
      tokenEndpoint: `${service.url}/token`,
      clientId: 'orders',
      clientSecret: SECRET,
      http: { tls: { ca: caOf(certificate) } },
    })
    assert.equal((await source.token({ signal: never })).token, 'abc')
  })

  test('http: to another machine is refused before anything is sent', async () => {
    using source = clientCredentials({
      tokenEndpoint: 'http://login.example.com/token',
      clientId: 'a',
      clientSecret: 'b',
    })
    await assert.rejects(async () => source.token({ signal: never }), { name: 'UsageError', code: 'PLAINTEXT_REFUSED' })
  })
})
