import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { createPublicKey } from 'node:crypto'
import { jwtVerify } from 'jose'
import { clientCredentials } from '#src/oauth/client-credentials.js'
import { jwtBearer } from '#src/oauth/jwt-bearer.js'
import { kafkaLogin } from '#src/oauth/kafka-login.js'
import { kafkaValidator } from '#src/oauth/kafka-validator.js'
import { tokenFile } from '#src/oauth/token-file.js'
import type { CredentialRequest } from '#src/sasl/credentials.js'
import { SaslExtensions } from '#src/sasl/extensions.js'
import type { BearerToken } from '#src/sasl/oauthbearer/token-source.js'
import { clientCertificate, caOf, serverCertificate } from './certificates.js'
import { issuerKey, token } from './jwt.js'
import { json, respond, standIn } from './stand-in.js'
import type { Answer } from './stand-in.js'

const signal = new AbortController().signal
const request: CredentialRequest = { mechanism: 'OAUTHBEARER', host: 'localhost', port: 9093, signal }
const issued = { access_token: 'abc', token_type: 'Bearer', expires_in: 3600 }
const issuer = issuerKey('k')
const seconds = (): number => Math.floor(Date.now() / 1000)
const jwt = (claims: object = {}): string =>
  token(issuer, { sub: 'orders', iat: seconds(), exp: seconds() + 600, ...claims })

const extensionsOf = ({ extensions }: BearerToken): Record<string, string> =>
  Object.fromEntries(extensions instanceof SaslExtensions ? extensions : [])

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ottla-oauth-'))
})
after(() => rm(folder, { recursive: true }))

suite('client credentials on the wire', () => {
  test('as RFC 6749 has them: id and secret form-encoded in the header', async () => {
    await using service = await standIn(() => issued)
    using source = clientCredentials({
      tokenEndpoint: `${service.url}/token`,
      clientId: 'a:b',
      clientSecret: 'p@ss word',
      scope: ' read write ',
      audience: 'kafka',
      resource: ['urn:a', 'urn:b'],
      parameters: { tenant: 't' },
    })
    assert.equal((await source.token({ signal })).token, 'abc')
    const [sent] = service.requests
    assert.ok(sent)
    assert.deepEqual(
      [sent.method, sent.path, sent.headers.accept, sent.headers['cache-control']],
      ['POST', '/token', 'application/json', 'no-cache'],
    )
    assert.equal(sent.headers.authorization, `Basic ${Buffer.from('a%3Ab:p%40ss+word').toString('base64')}`)
    assert.match(sent.headers['content-type'] ?? '', /^application\/x-www-form-urlencoded/)
    assert.deepEqual([...sent.form].sort(), [
      ['audience', 'kafka'],
      ['grant_type', 'client_credentials'],
      ['resource', 'urn:a'],
      ['resource', 'urn:b'],
      ['scope', 'read write'],
      ['tenant', 't'],
    ])
  })

  test('retried by Kafka’s rule: 503 is, 400 is not', async () => {
    let calls = 0
    const flaky: Answer = (_request, response) => (++calls < 3 ? respond(response, 503, '') : issued)
    await using service = await standIn(flaky)
    using source = clientCredentials({
      tokenEndpoint: service.url,
      clientId: 'a',
      clientSecret: 'b',
      retry: { backoff: 1 },
    })
    assert.equal((await source.token({ signal })).token, 'abc')
    assert.equal(service.requests.length, 3)
    service.answer = (_request, response) => json(response, 400, { error: 'invalid_scope' })
    source.close()
    await assert.rejects(async () => source.token({ signal }), { code: 'CREDENTIALS_UNAVAILABLE' })
    assert.equal(service.requests.length, 4)
  })

  test('status 201, no token_type, no content type, and an id token beside: taken, as Kafka does', async () => {
    await using service = await standIn((_request, response) =>
      respond(response, 201, '{"access_token":"abc","id_token":"not.a.jwt"}'),
    )
    using source = clientCredentials({ tokenEndpoint: service.url, clientId: 'a', clientSecret: 'b' })
    assert.equal((await source.token({ signal })).token, 'abc')
  })

  test('the end of the token: what it says, or what the service says, whichever is first', async () => {
    const exp = seconds() + 600
    await using service = await standIn(() => ({ ...issued, access_token: jwt({ exp }), expires_in: 60 }))
    using source = clientCredentials({ tokenEndpoint: service.url, clientId: 'a', clientSecret: 'b' })
    const { expiresAt = 0, principal } = await source.token({ signal })
    assert.ok(expiresAt <= Date.now() + 60_000 && expiresAt > Date.now() + 50_000)
    assert.equal(principal, 'orders')
    service.answer = () => ({ ...issued, access_token: jwt({ exp }), expires_in: 10_000 })
    source.close()
    assert.equal((await source.token({ signal })).expiresAt, exp * 1000)
  })

  test('mutual TLS proves the client (RFC 8705)', async () => {
    const server = serverCertificate({ requestCert: true, ca: clientCertificate.cert })
    await using service = await standIn(({ form }) => (form.get('client_id') === 'orders' ? issued : undefined), server)
    const tls = { ca: caOf(server), ...clientCertificate }
    using source = clientCredentials({
      tokenEndpoint: service.url,
      clientId: 'orders',
      method: 'tls_client_auth',
      http: { tls },
    })
    assert.equal((await source.token({ signal })).token, 'abc')
    using without = clientCredentials({
      tokenEndpoint: service.url,
      clientId: 'orders',
      method: 'tls_client_auth',
      http: { tls: { ca: caOf(server) } },
      retry: { backoff: 0 },
    })
    await assert.rejects(async () => without.token({ signal }), { code: 'CREDENTIALS_UNAVAILABLE' })
  })

  test('through a fetch of one’s own, a proxy for instance', async () => {
    const asked: string[] = []
    using source = clientCredentials({
      tokenEndpoint: 'https://login.example.com/token',
      clientId: 'a',
      clientSecret: 'b',
      http: {
        fetch: async (url, { method, redirect }) => {
          asked.push(`${method} ${url} ${redirect}`)
          return Response.json(issued)
        },
      },
    })
    assert.equal((await source.token({ signal })).token, 'abc')
    assert.deepEqual(asked, ['POST https://login.example.com/token manual'])
  })

  test('options that cannot work are refused before anything is asked', () => {
    const tokenEndpoint = 'https://login.example.com/token'
    for (const options of [
      { clientId: 'a', clientSecret: 'b' },
      { tokenEndpoint, clientId: '', clientSecret: 'b' },
      { tokenEndpoint, clientId: 'a', clientSecret: '' },
      { tokenEndpoint, clientId: 'a', clientSecret: undefined },
      { tokenEndpoint, clientId: 'a' },
      { tokenEndpoint: 'ftp://x', clientId: 'a', clientSecret: 'b' },
      { tokenEndpoint, clientId: 'a', clientSecret: 'b', retry: { backoff: 2, maxBackoff: 1 } },
      { tokenEndpoint, clientId: 'a', clientSecret: 'b', refresh: { windowFactor: 2 } },
    ]) {
      assert.throws(
        () => clientCredentials(options as never),
        { name: 'UsageError', code: 'INVALID_ARGUMENT' },
        JSON.stringify(options),
      )
    }
  })
})

suite('the jwt-bearer grant (KIP-1139)', () => {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

  test('an assertion made here: template under options, time and key over all', async () => {
    await using service = await standIn(() => issued)
    using source = jwtBearer({
      tokenEndpoint: service.url,
      privateKey: pem,
      assertionIssuer: 'me',
      assertionSubject: 'me too',
      assertionAudience: 'them',
      assertionId: true,
      scope: 'read',
      template: { header: { kid: 'k', alg: 'none' }, payload: { sub: 'template', tenant: 't', exp: 1 } },
    })
    await source.token({ signal })
    const form = service.requests[0]?.form
    assert.equal(form?.get('grant_type'), 'urn:ietf:params:oauth:grant-type:jwt-bearer')
    assert.equal(form.get('scope'), 'read')
    assert.equal(form.get('client_id'), null)
    const { payload, protectedHeader } = await jwtVerify(form.get('assertion') ?? '', createPublicKey(pem))
    assert.deepEqual(protectedHeader, { alg: 'RS256', typ: 'JWT', kid: 'k' })
    assert.deepEqual([payload.iss, payload.sub, payload.aud, payload['tenant']], ['me', 'template', 'them', 't'])
    assert.equal((payload.exp ?? 0) - (payload.iat ?? 0), 300)
    assert.equal((payload.iat ?? 0) - (payload.nbf ?? 0), 60)
    assert.match(payload.jti ?? '', /^[0-9a-f-]{36}$/)
  })

  test('a new assertion for every try', async () => {
    let calls = 0
    await using service = await standIn((_request, response) => (++calls < 3 ? respond(response, 500, '') : issued))
    using source = jwtBearer({ tokenEndpoint: service.url, privateKey: pem, assertionId: true, retry: { backoff: 1 } })
    await source.token({ signal })
    assert.equal(new Set(service.requests.map(({ form }) => form.get('assertion'))).size, 3)
  })

  test('an assertion from a file that is replaced', async () => {
    const path = join(folder, 'assertion')
    await writeFile(path, 'first\n')
    await using service = await standIn(() => issued)
    using source = jwtBearer({ tokenEndpoint: service.url, assertionFile: path })
    await source.token({ signal })
    await writeFile(`${path}.new`, 'second, longer')
    await rename(`${path}.new`, path)
    source.close()
    await source.token({ signal })
    assert.deepEqual(
      service.requests.map(({ form }) => form.get('assertion')),
      ['first', 'second, longer'],
    )
  })

  test('keys that are none, or do not fit; the key is in no error', async () => {
    await using service = await standIn(() => issued)
    const encrypted = keys.privateKey
      .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open' })
      .toString()
    for (const options of [
      { privateKey: 'SECRET' },
      { privateKey: pem, algorithm: 'ES256' },
      { privateKey: encrypted },
      { privateKey: encrypted, passphrase: 'shut' },
    ]) {
      using source = jwtBearer({ tokenEndpoint: service.url, ...options })
      await assert.rejects(
        async () => source.token({ signal }),
        (error: Error & { readonly code?: string }) =>
          error.code === 'INVALID_ARGUMENT' && !error.message.includes('SECRET') && error.cause === undefined,
      )
    }
    using source = jwtBearer({ tokenEndpoint: service.url, privateKey: encrypted, passphrase: 'open' })
    assert.equal((await source.token({ signal })).token, 'abc')
  })
})

suite('a token in a file', () => {
  test('is read again when it was replaced, as Kubernetes does it, and only then', async () => {
    const [link, path] = [join(folder, '..data'), join(folder, 'token')]
    const [first, second] = [jwt({ n: 1 }), jwt({ n: 2 })]
    await writeFile(join(folder, 'v1'), `${first}\n`)
    await writeFile(join(folder, 'v2'), second)
    await symlink(join(folder, 'v1'), link)
    await symlink(link, path)
    const source = tokenFile({ path, extensions: ({ claims }) => ({ logicalCluster: `lkc-${String(claims?.['n'])}` }) })
    const one = await source.token(request)
    assert.equal(typeof one === 'object' && one.token, first)
    assert.equal(await source.token(request), one)
    await symlink(join(folder, 'v2'), `${link}.new`)
    await rename(`${link}.new`, link)
    const two = await source.token(request)
    assert.ok(typeof two === 'object')
    assert.equal(two.token, second)
    assert.deepEqual(extensionsOf(two), { logicalCluster: 'lkc-2' })
  })

  test('missing, empty, or ended: each says so', async () => {
    const path = join(folder, 'other')
    const source = tokenFile({ path })
    await assert.rejects(async () => source.token(request), /ENOENT/)
    await writeFile(path, ' \n')
    await assert.rejects(async () => source.token(request), /empty/)
    await writeFile(path, jwt({ exp: seconds() - 1 }))
    await assert.rejects(async () => source.token(request), { code: 'CREDENTIALS_UNAVAILABLE', retriable: true })
  })
})

suite('Kafka’s properties', () => {
  const config = (properties: Record<string, string>): Record<string, string> =>
    Object.fromEntries(Object.entries(properties).map(([name, value]) => [`sasl.${name}`, value]))

  test('client credentials: options of JAAS, secret not encoded by default, extensions', async () => {
    await using service = await standIn(() => ({ access_token: jwt(), expires_in: 3600 }))
    const source = kafkaLogin({
      config: config({ 'oauthbearer.token.endpoint.url': `${service.url}/token`, 'login.retry.backoff.ms': '1' }),
      options: { clientId: ' orders ', clientSecret: 'p@ss', scope: 'read', extension_traceId: '1' },
    })
    const found = await source.token(request)
    assert.ok(typeof found === 'object')
    assert.equal(found.principal, 'orders')
    assert.deepEqual(extensionsOf(found), { traceId: '1' })
    const [sent] = service.requests
    assert.equal(sent?.headers.authorization, `Basic ${Buffer.from('orders:p@ss').toString('base64')}`)
    assert.equal(sent.body, 'grant_type=client_credentials&scope=read')
  })

  test('properties come before options of JAAS, those of the mechanism before all', async () => {
    await using service = await standIn(() => ({ access_token: jwt() }))
    const source = kafkaLogin({
      config: {
        'sasl.oauthbearer.token.endpoint.url': 'http://localhost:1/',
        'oauthbearer.sasl.oauthbearer.token.endpoint.url': service.url,
        'sasl.oauthbearer.client.credentials.client.id': 'property',
        'sasl.oauthbearer.client.credentials.client.secret': 's%',
        'sasl.oauthbearer.header.urlencode': 'true',
      },
      options: { clientId: 'jaas', clientSecret: 'jaas' },
    })
    await source.token(request)
    assert.equal(service.requests[0]?.headers.authorization, `Basic ${Buffer.from('property:s%25').toString('base64')}`)
  })

  test('a token that Kafka’s client would not take', async () => {
    await using service = await standIn(() => ({ access_token: 'opaque' }))
    const source = kafkaLogin({
      config: config({ 'oauthbearer.token.endpoint.url': service.url }),
      options: { clientId: 'a', clientSecret: 'b' },
    })
    await assert.rejects(async () => source.token(request), /Malformed JWT provided; expected three sections/)
  })

  test('jwt-bearer, and private_key_jwt by an assertion with an issuer', async () => {
    const pem = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString()
    const key = join(folder, 'key.pem')
    const template = join(folder, 'template.json')
    await writeFile(key, pem)
    await writeFile(template, '{"header":{"kid":"k"},"payload":{"tenant":"t"}}')
    await using service = await standIn(() => ({ access_token: jwt() }))
    const properties = config({
      'oauthbearer.token.endpoint.url': service.url,
      'oauthbearer.assertion.private.key.file': key,
      'oauthbearer.assertion.algorithm': 'es256',
      'oauthbearer.assertion.claim.iss': 'me',
      'oauthbearer.assertion.claim.exp.seconds': '30',
      'oauthbearer.assertion.template.file': template,
    })
    const retriever = {
      'sasl.oauthbearer.jwt.retriever.class': 'org.apache.kafka.common.security.oauthbearer.JwtBearerJwtRetriever',
    }
    await kafkaLogin({ config: { ...properties, ...retriever } }).token(request)
    await kafkaLogin({ config: properties }).token(request)
    const [bearer, client] = service.requests.map(({ form }) => form)
    for (const assertion of [bearer?.get('assertion'), client?.get('client_assertion')]) {
      const { payload } = await jwtVerify(assertion ?? '', createPublicKey(pem))
      assert.deepEqual([payload.iss, payload['tenant'], (payload.exp ?? 0) - (payload.iat ?? 0)], ['me', 't', 30])
    }
    assert.equal(client?.get('grant_type'), 'client_credentials')
  })

  test('a file as the token endpoint; a class of one’s own; what is missing', async () => {
    const path = join(folder, 'kafka-token')
    await writeFile(path, jwt())
    const found = await kafkaLogin({ config: config({ 'oauthbearer.token.endpoint.url': `file://${path}` }) }).token(
      request,
    )
    assert.equal(typeof found === 'object' && found.principal, 'orders')
    const url = { 'sasl.oauthbearer.token.endpoint.url': 'https://login.example.com/token' }
    const own = { ...url, 'sasl.oauthbearer.jwt.retriever.class': 'com.example.Mine' }
    assert.throws(() => kafkaLogin({ config: own }), { code: 'UNSUPPORTED' })
    assert.throws(() => kafkaLogin({ config: {} }), /token\.endpoint\.url value must be non-null/)
    assert.throws(() => kafkaLogin({ config: url, options: { clientId: 'a' } }), /clientSecret value must be non-null/)
  })

  test('the validator: audience and issuer or an explicit waiver, keys by http: or from a file, all extensions valid', async () => {
    await using service = await standIn(() => ({ keys: [issuer.jwk] }))
    const file = join(folder, 'jwks.json')
    await writeFile(file, JSON.stringify({ keys: [issuer.jwk] }))
    const expected = { 'sasl.oauthbearer.expected.audience': 'x, kafka', 'sasl.oauthbearer.expected.issuer': 'me' }
    const value = jwt({ iss: 'me', aud: 'kafka' })
    for (const url of [`${service.url}/jwks`, `file://${file}`]) {
      const keys = { 'sasl.oauthbearer.jwks.endpoint.url': url }
      const { validateToken } = kafkaValidator({ config: { ...keys, ...expected } })
      const peer = { host: 'localhost', port: 9093, secure: true }
      assert.ok('principalName' in (await validateToken(value, { peer, signal })))
      assert.ok('status' in (await validateToken(jwt({ iss: 'me', aud: 'mail' }), { peer, signal })))
      assert.throws(() => kafkaValidator({ config: keys }), /expected\.issuer|expected\.audience/)
      const waived = kafkaValidator({
        config: {
          ...keys,
          'sasl.oauthbearer.allow.unverified.audience': 'true',
          'sasl.oauthbearer.allow.unverified.issuer': 'true',
        },
      })
      assert.ok('principalName' in (await waived.validateToken(jwt({ aud: 'mail' }), { peer, signal })))
    }
  })
})
