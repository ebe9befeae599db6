import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { createPublicKey } from 'node:crypto'
import { jwtVerify } from 'jose'
import { azureManagedIdentity } from '#src/oauth/azure/managed-identity.js'
import { azureWorkloadIdentity } from '#src/oauth/azure/workload-identity.js'
import { googleMetadataServer } from '#src/oauth/google/metadata-server.js'
import { googleServiceAccount } from '#src/oauth/google/service-account.js'
import { issuerKey, token } from './jwt.js'
import { json, respond, standIn } from './stand-in.js'
import type { Answer } from './stand-in.js'

const signal = new AbortController().signal
const RESOURCE = 'https://hub.servicebus.windows.net'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ottla-cloud-'))
})
after(() => rm(folder, { recursive: true }))

suite('Azure', () => {
  test('managed identity by the instance metadata service', async () => {
    const expires = Math.floor(Date.now() / 1000) + 3000
    const strict: Answer = ({ method, path, query, headers }, response) =>
      method === 'GET' &&
      path === '/metadata/identity/oauth2/token' &&
      headers['metadata'] === 'true' &&
      query.get('api-version') === '2018-02-01' &&
      query.get('resource') === RESOURCE
        ? {
            access_token: `for-${query.get('client_id')}`,
            expires_in: '3000',
            expires_on: String(expires),
            token_type: 'Bearer',
          }
        : json(response, 400, { error: 'invalid_request', error_description: 'Required metadata header not specified' })
    await using metadata = await standIn(strict)
    using source = azureManagedIdentity({
      resource: RESOURCE,
      clientId: 'c',
      environment: { AZURE_POD_IDENTITY_AUTHORITY_HOST: metadata.url },
    })
    const found = await source.token({ signal })
    assert.equal(found.token, 'for-c')
    assert.equal(found.expiresAt, expires * 1000)
  })

  test('is asked again while the identity is being set up or the service is busy', async () => {
    let calls = 0
    const answers = [404, 410, 429, 500]
    await using metadata = await standIn((_request, response) => {
      const status = answers[calls++]
      return status === undefined ? { access_token: 'abc', expires_in: 60 } : respond(response, status, '')
    })
    using source = azureManagedIdentity({
      resource: RESOURCE,
      environment: { AZURE_POD_IDENTITY_AUTHORITY_HOST: metadata.url },
    })
    assert.equal((await source.token({ signal })).token, 'abc')
    assert.equal(metadata.requests.length, 5)
  })

  test('managed identity of App Service', async () => {
    const strict: Answer = ({ query, headers }, response) =>
      headers['x-identity-header'] === 'header-secret' &&
      query.get('api-version') === '2019-08-01' &&
      query.get('resource') === RESOURCE
        ? { access_token: 'app', expires_on: '1900000000', token_type: 'Bearer' }
        : respond(response, 403, 'header-secret')
    await using service = await standIn(strict)
    const environment = { IDENTITY_ENDPOINT: `${service.url}/msi/token`, IDENTITY_HEADER: 'header-secret' }
    using source = azureManagedIdentity({ resource: RESOURCE, environment })
    assert.deepEqual((await source.token({ signal })).expiresAt, 1_900_000_000_000)
    using wrong = azureManagedIdentity({ resource: RESOURCE, environment: { ...environment, IDENTITY_HEADER: 'x' } })
    await assert.rejects(async () => wrong.token({ signal }), { code: 'CREDENTIALS_UNAVAILABLE' })
  })

  test('workload identity: the projected token proves the client, read anew for each request', async () => {
    const file = join(folder, 'federated')
    await writeFile(file, 'first.projected.token\n')
    const strict: Answer = ({ method, path, form }, response) =>
      method === 'POST' &&
      path === '/tenant/oauth2/v2.0/token' &&
      form.get('grant_type') === 'client_credentials' &&
      form.get('client_id') === 'client' &&
      form.get('client_assertion_type') === 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' &&
      form.get('scope') === `${RESOURCE}/.default`
        ? {
            access_token: `by ${form.get('client_assertion')}`.replaceAll(' ', '-'),
            expires_in: 3600,
            token_type: 'Bearer',
          }
        : json(response, 400, { error: 'invalid_request' })
    await using entra = await standIn(strict)
    const environment = {
      AZURE_CLIENT_ID: 'client',
      AZURE_TENANT_ID: 'tenant',
      AZURE_FEDERATED_TOKEN_FILE: file,
      AZURE_AUTHORITY_HOST: `${entra.url}/`,
    }
    using source = azureWorkloadIdentity({ scope: `${RESOURCE}/.default`, environment })
    assert.equal((await source.token({ signal })).token, 'by-first.projected.token')
    await writeFile(file, 'the.second.projected.token')
    source.close()
    assert.equal((await source.token({ signal })).token, 'by-the.second.projected.token')
    assert.throws(() => azureWorkloadIdentity({ scope: 'x', environment: { AZURE_CLIENT_ID: 'c' } }), /AZURE_TENANT_ID/)
  })

  test('options that contradict each other', () => {
    assert.throws(() => azureManagedIdentity({ resource: '' }), { code: 'INVALID_ARGUMENT' })
    assert.throws(() => azureManagedIdentity({ resource: 'r', clientId: 'a', objectId: 'b' }), {
      code: 'INVALID_ARGUMENT',
    })
  })
})

suite('Google', () => {
  const email = 'kafka@project.iam.gserviceaccount.com'
  const base = '/computeMetadata/v1/instance/service-accounts/default'
  const idToken = token(issuerKey('g'), { aud: 'broker', exp: 1_900_000_000 })
  const flavored: Answer = ({ path, query, headers }, response) => {
    const send = (body: string): void =>
      respond(response, 200, { body: body, headers: { 'Metadata-Flavor': 'Google' } })
    if (headers['metadata-flavor'] !== 'Google') return respond(response, 403, 'Missing Metadata-Flavor:Google header.')
    if (path === `${base}/email`) return send(email)
    if (path === `${base}/token`)
      return send(
        JSON.stringify({
          access_token: `ya29.${query.get('scopes') ?? 'all'}`,
          expires_in: 3599,
          token_type: 'Bearer',
        }),
      )
    if (path === `${base}/identity` && query.get('audience') === 'broker') return send(idToken)
    return respond(response, 404, '')
  }

  test('metadata server: an access token in the form of Managed Kafka', async () => {
    await using metadata = await standIn(flavored)
    using source = googleMetadataServer({ environment: { GCE_METADATA_HOST: metadata.host } })
    const { token: value, principal, expiresAt = 0 } = await source.token({ signal })
    const [header, payload, access] = value.split('.').map((part) => Buffer.from(part, 'base64url').toString())
    assert.deepEqual(JSON.parse(header ?? ''), { typ: 'JWT', alg: 'GOOG_OAUTH2_TOKEN' })
    const { exp, iat, ...claims } = JSON.parse(payload ?? '') as Record<string, unknown>
    assert.deepEqual(claims, { iss: 'Google', scope: 'kafka', sub: email })
    assert.ok(Number(exp) - Number(iat) > 3590)
    assert.equal(access, 'ya29.all')
    assert.equal(principal, email)
    assert.ok(expiresAt > Date.now() + 3_500_000)
  })

  test('metadata server: a plain access token with less scope, and an identity token', async () => {
    await using metadata = await standIn(flavored)
    const environment = { GCE_METADATA_HOST: metadata.host }
    using access = googleMetadataServer({ environment, format: 'access-token', scopes: ['a', 'b'] })
    assert.equal((await access.token({ signal })).token, 'ya29.a,b')
    using identity = googleMetadataServer({ environment, format: 'id-token', audience: 'broker' })
    assert.deepEqual(
      [(await identity.token({ signal })).token, (await identity.token({ signal })).expiresAt],
      [idToken, 1_900_000_000_000],
    )
    assert.throws(() => googleMetadataServer({ format: 'id-token' }), { code: 'INVALID_ARGUMENT' })
  })

  test('a host of that name which is not Google’s', async () => {
    await using metadata = await standIn(() => ({ access_token: 'x', expires_in: 60 }))
    using source = googleMetadataServer({ environment: { GCE_METADATA_HOST: metadata.host } })
    await assert.rejects(async () => source.token({ signal }), /not a metadata server/)
  })

  test('service account: a signed assertion for a token; where it goes is not read from the file', async () => {
    const pem = generateKeyPairSync('rsa', { modulusLength: 2048 })
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString()
    const keyFile = join(folder, 'key.json')
    await writeFile(
      keyFile,
      JSON.stringify({
        type: 'service_account',
        client_email: email,
        private_key: pem,
        private_key_id: 'kid-1',
        token_uri: 'http://evil.example.com',
      }),
    )
    await using service = await standIn(({ form }) => ({
      ...(form.get('assertion')?.includes('.') === true ? { access_token: 'ya29.sa' } : {}),
      expires_in: 3600,
      token_type: 'Bearer',
    }))
    using source = googleServiceAccount({ keyFile, tokenEndpoint: service.url, managedKafka: false })
    assert.equal((await source.token({ signal })).token, 'ya29.sa')
    const form = service.requests[0]?.form
    assert.equal(form?.get('grant_type'), 'urn:ietf:params:oauth:grant-type:jwt-bearer')
    const { payload, protectedHeader } = await jwtVerify(form.get('assertion') ?? '', createPublicKey(pem))
    assert.deepEqual(protectedHeader, { kid: 'kid-1', alg: 'RS256', typ: 'JWT' })
    assert.deepEqual(
      [payload.iss, payload.aud, payload['scope']],
      [email, service.url, 'https://www.googleapis.com/auth/cloud-platform'],
    )
    using managed = googleServiceAccount({ keyFile, tokenEndpoint: service.url })
    assert.equal((await managed.token({ signal })).principal, email)
    service.answer = () => ({ id_token: idToken })
    using identity = googleServiceAccount({ keyFile, tokenEndpoint: service.url, audience: 'broker' })
    assert.equal((await identity.token({ signal })).token, idToken)
  })

  test('a key file that is none', async () => {
    const keyFile = join(folder, 'none.json')
    for (const text of ['{}', 'x', '{"type":"authorized_user","client_id":"x"}']) {
      await writeFile(keyFile, text)
      using source = googleServiceAccount({ keyFile, tokenEndpoint: 'https://oauth2.googleapis.com/token' })
      await assert.rejects(async () => source.token({ signal }), { code: 'INVALID_ARGUMENT' })
    }
  })
})
