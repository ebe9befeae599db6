import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { mskIam, mskIamPayload } from '#src/oauth/aws/msk-iam.js'
import { mskIamAuthToken, mskIamToken } from '#src/oauth/aws/msk-iam-token.js'
import type { MskIamTokenOptions } from '#src/oauth/aws/msk-iam-token.js'
import type { Environment } from '#src/oauth/environment.js'
import { respond, standIn } from './stand-in.js'
import type { Answer } from './stand-in.js'

const signal = new AbortController().signal
const peer = { host: 'b-1.demo.abc123.c2.kafka.eu-central-1.amazonaws.com', port: 9098, secure: true }
const NOW = Date.UTC(2026, 0, 2, 3, 4, 5)

let home = ''
before(async () => {
  home = await mkdtemp(join(tmpdir(), 'ottla-aws-'))
})
after(() => rm(home, { recursive: true }))

/** The environment of a process that has nothing but this. */
const only = (variables: Environment): Environment => ({
  HOME: home,
  AWS_REGION: 'eu-central-1',
  AWS_EC2_METADATA_DISABLED: 'true',
  ...variables,
})

/** Whose key signed the token, with which session token. */
async function signer(options: MskIamTokenOptions): Promise<{ key: string; session: string | null }> {
  using source = mskIamToken(options)
  const { token } = await source.token({ signal })
  const url = new URL(Buffer.from(token, 'base64url').toString())
  return {
    key: url.searchParams.get('X-Amz-Credential')?.split('/')[0] ?? '',
    session: url.searchParams.get('X-Amz-Security-Token'),
  }
}

const role = (name: string): string => `arn:aws:iam::123456789012:role/${name}`
const stsAnswer = (key: string, expiration = new Date(Date.now() + 3_600_000).toISOString()): string =>
  `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials><AccessKeyId>${key}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t&amp;${key}</SessionToken><Expiration>${expiration}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`
const containerAnswer = (key: string): object => ({
  AccessKeyId: key,
  SecretAccessKey: 's',
  Token: `t-${key}`,
  Expiration: new Date(Date.now() + 3_600_000).toISOString(),
})

suite('tokens for MSK with IAM over OAUTHBEARER', () => {
  test('a signed URL of 15 minutes for the action Connect', async () => {
    const credentials = { accessKeyId: 'AKID', secretAccessKey: 'secret', sessionToken: 'session/+=' }
    const text = Buffer.from(mskIamAuthToken('eu-central-1', credentials, NOW), 'base64url').toString()
    const url = new URL(text)
    assert.equal(url.origin + url.pathname, 'https://kafka.eu-central-1.amazonaws.com/')
    const { 'X-Amz-Signature': signature, ...rest } = Object.fromEntries(url.searchParams)
    assert.deepEqual(rest, {
      Action: 'kafka-cluster:Connect',
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Credential': 'AKID/20260102/eu-central-1/kafka-cluster/aws4_request',
      'X-Amz-Date': '20260102T030405Z',
      'X-Amz-Expires': '900',
      'X-Amz-Security-Token': 'session/+=',
      'X-Amz-SignedHeaders': 'host',
      'User-Agent': 'ottla',
    })
    assert.match(signature ?? '', /^[0-9a-f]{64}$/)
    assert.ok(!text.includes('secret'))
  })

  test('end with the signature, or with the credentials', async () => {
    const credentials = { accessKeyId: 'AKID', secretAccessKey: 'secret' }
    const clock = { now: () => NOW, setTimeout: () => 0, clearTimeout: () => undefined }
    using whole = mskIamToken({ region: 'eu-central-1', credentials, clock })
    assert.equal((await whole.token({ signal })).expiresAt, NOW + 900_000)
    using short = mskIamToken({
      region: 'eu-central-1',
      credentials: { ...credentials, expiresAt: NOW + 60_000 },
      clock,
    })
    assert.equal((await short.token({ signal })).expiresAt, NOW + 60_000)
  })

  test('need a region', async () => {
    using source = mskIamToken({ credentials: { accessKeyId: 'a', secretAccessKey: 'b' }, environment: {} })
    await assert.rejects(async () => source.token({ signal }), { code: 'INVALID_ARGUMENT' })
  })
})

suite('the mechanism AWS_MSK_IAM', () => {
  const credentials = { accessKeyId: 'AKID', secretAccessKey: 'secret', sessionToken: 'session' }

  test('sends the signed request as JSON in lower case; the region is the broker’s', async () => {
    const mechanism = mskIam({ credentials, environment: { AWS_REGION: 'us-west-2' }, now: () => NOW })
    assert.equal(mechanism.name, 'AWS_MSK_IAM')
    const session = await mechanism.start(peer, signal)
    const { token, done } = await session.next(null)
    assert.equal(done, false)
    const { 'x-amz-signature': signature, ...payload } = JSON.parse(Buffer.from(token ?? []).toString()) as Record<
      string,
      string
    >
    assert.deepEqual(payload, {
      version: '2020_10_22',
      host: peer.host,
      'user-agent': 'ottla',
      action: 'kafka-cluster:Connect',
      'x-amz-algorithm': 'AWS4-HMAC-SHA256',
      'x-amz-credential': 'AKID/20260102/eu-central-1/kafka-cluster/aws4_request',
      'x-amz-date': '20260102T030405Z',
      'x-amz-expires': '900',
      'x-amz-security-token': 'session',
      'x-amz-signedheaders': 'host',
    })
    assert.match(signature ?? '', /^[0-9a-f]{64}$/)
    const end = await session.next(Buffer.from('{"version":"2020_10_22","request-id":"r"}'))
    assert.deepEqual(end, { done: true })
    await assert.rejects(async () => session.next(null), { code: 'SASL_MESSAGE_INVALID' })
  })

  test('does not take another answer', async () => {
    for (const answer of ['', '{}', '{"version":"2030_01_01"}', 'null', '<html>']) {
      const session = await mskIam({ credentials, now: () => NOW }).start(peer, signal)
      await session.next(null)
      await assert.rejects(async () => session.next(Buffer.from(answer)), { code: 'SASL_MESSAGE_INVALID' }, answer)
    }
  })

  test('is not for a connection without TLS', () => {
    const target = { host: peer.host, port: 9098, secure: false }
    assert.throws(() => mskIam({ credentials }).check?.(target), { code: 'PLAINTEXT_REFUSED' })
    mskIam({ credentials, allowPlaintext: true }).check?.(target)
    mskIam({ credentials }).check?.({ ...target, secure: true })
  })

  test('signs for the host that is asked', () => {
    const sign = (host: string): string | undefined =>
      mskIamPayload({ host, region: 'eu-central-1' }, credentials, NOW)['x-amz-signature']
    assert.notEqual(sign('a.example.com'), sign('b.example.com'))
  })
})

suite('credentials of AWS', () => {
  test('environment', async () => {
    const environment = only({ AWS_ACCESS_KEY_ID: 'ENV', AWS_SECRET_ACCESS_KEY: 's', AWS_SESSION_TOKEN: 't' })
    assert.deepEqual(await signer({ environment }), { key: 'ENV', session: 't' })
  })

  test('web identity: STS is asked without a signature, by a session name that stays', async () => {
    const file = join(home, 'web-identity')
    await writeFile(file, 'projected.service.account\n')
    await using sts = await standIn((_request, response) =>
      respond(response, 200, { body: stsAnswer('WEB'), headers: { 'content-type': 'text/xml' } }),
    )
    const environment = only({
      AWS_WEB_IDENTITY_TOKEN_FILE: file,
      AWS_ROLE_ARN: role('kafka'),
      AWS_ENDPOINT_URL_STS: sts.url,
    })
    assert.deepEqual(await signer({ environment, sessionName: 'orders' }), { key: 'WEB', session: 't&WEB' })
    const [sent] = sts.requests
    assert.deepEqual(Object.fromEntries(sent?.form ?? []), {
      Action: 'AssumeRoleWithWebIdentity',
      Version: '2011-06-15',
      RoleArn: role('kafka'),
      RoleSessionName: 'orders',
      WebIdentityToken: 'projected.service.account',
    })
    assert.equal(sent?.headers.authorization, undefined)
  })

  test('the session name is made once for a source, whatever it asks for later', async () => {
    const file = join(home, 'web-identity-2')
    await writeFile(file, 'x')
    const soon = new Date(Date.now() + 1000).toISOString()
    await using sts = await standIn((_request, response) => respond(response, 200, stsAnswer('WEB', soon)))
    const environment = only({
      AWS_WEB_IDENTITY_TOKEN_FILE: file,
      AWS_ROLE_ARN: role('kafka'),
      AWS_ENDPOINT_URL_STS: sts.url,
    })
    using source = mskIamToken({ environment })
    await source.token({ signal })
    source.close()
    await source.token({ signal })
    const names = sts.requests.map(({ form }) => form.get('RoleSessionName'))
    assert.equal(names.length, 2)
    assert.equal(names[0], names[1])
    assert.match(names[0] ?? '', /^ottla-[0-9a-f-]{36}$/)
  })

  test('what STS refuses', async () => {
    const file = join(home, 'web-identity-3')
    await writeFile(file, 'x')
    const body =
      '<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>Not authorized to perform &lt;x&gt;</Message></Error></ErrorResponse>'
    await using sts = await standIn((_request, response) => respond(response, 403, body))
    const environment = only({
      AWS_WEB_IDENTITY_TOKEN_FILE: file,
      AWS_ROLE_ARN: role('kafka'),
      AWS_ENDPOINT_URL_STS: sts.url,
    })
    await assert.rejects(signer({ environment }), (error: Error & { readonly endpoint?: object }) => {
      assert.deepEqual(error.endpoint, {
        url: `${sts.url}/`,
        problem: 'refused',
        status: 403,
        error: 'AccessDenied',
        errorDescription: 'Not authorized to perform <x>',
      })
      return true
    })
  })

  test('shared files: keys, profiles, roles with a source profile', async () => {
    await using sts = await standIn((_request, response) => respond(response, 200, stsAnswer('ROLE')))
    const config = join(home, 'config')
    const credentials = join(home, 'credentials')
    await writeFile(
      credentials,
      '# comment\n[default]\naws_access_key_id = DEFAULT ; comment\naws_secret_access_key=s\n\n[base]\naws_access_key_id=BASE\naws_secret_access_key=s=/+\n',
    )
    await writeFile(
      config,
      `[default]\nregion = eu-central-1\ns3 =\n  role_arn = nested\n[profile role]\nrole_arn = ${role('x')}\nsource_profile = base\nexternal_id = e\n[profile circle]\nrole_arn = ${role('y')}\nsource_profile = circle\n[profile sso]\nsso_session = x\n`,
    )
    const environment = only({
      AWS_CONFIG_FILE: config,
      AWS_SHARED_CREDENTIALS_FILE: credentials,
      AWS_ENDPOINT_URL_STS: sts.url,
    })
    assert.equal((await signer({ environment })).key, 'DEFAULT')
    assert.equal((await signer({ environment, profile: 'base' })).key, 'BASE')
    assert.equal((await signer({ environment: { ...environment, AWS_PROFILE: 'base' } })).key, 'BASE')
    assert.deepEqual(await signer({ environment, profile: 'role' }), { key: 'ROLE', session: 't&ROLE' })
    const [sent] = sts.requests
    assert.equal(sent?.form.get('ExternalId'), 'e')
    assert.match(
      sent.headers.authorization ?? '',
      /^AWS4-HMAC-SHA256 Credential=BASE\/\d{8}\/eu-central-1\/sts\/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=[0-9a-f]{64}$/,
    )
    for (const profile of ['circle', 'sso', 'missing']) {
      await assert.rejects(signer({ environment, profile }), { code: 'CREDENTIALS_UNAVAILABLE' }, profile)
    }
  })

  test('a role assumed with what was found', async () => {
    await using sts = await standIn((_request, response) => respond(response, 200, stsAnswer('ASSUMED')))
    const environment = only({ AWS_ENDPOINT_URL_STS: sts.url })
    const credentials = { accessKeyId: 'OWN', secretAccessKey: 's', sessionToken: 't' }
    assert.equal((await signer({ environment, credentials, roleArn: role('z'), sessionName: 'me' })).key, 'ASSUMED')
    const [sent] = sts.requests
    assert.equal(sent?.headers['x-amz-security-token'], 't')
    assert.equal(sent.form.get('RoleSessionName'), 'me')
  })

  test('a container of ECS or EKS, with its token', async () => {
    const file = join(home, 'pod-token')
    await writeFile(file, 'pod-token\n')
    const strict: Answer = ({ method, path, headers }, response) =>
      method === 'GET' && path === '/v1/credentials' && headers.authorization === 'pod-token'
        ? containerAnswer('POD')
        : respond(response, 401, '{"code":"AccessDenied","message":"no"}')
    await using agent = await standIn(strict)
    const environment = only({ AWS_CONTAINER_CREDENTIALS_FULL_URI: `${agent.url}/v1/credentials` })
    const withFile = { ...environment, AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: file }
    assert.deepEqual(await signer({ environment: withFile }), { key: 'POD', session: 't-POD' })
    assert.equal(
      (await signer({ environment: { ...environment, AWS_CONTAINER_AUTHORIZATION_TOKEN: 'pod-token' } })).key,
      'POD',
    )
    await assert.rejects(signer({ environment }), { code: 'CREDENTIALS_UNAVAILABLE' })
    const far = only({ AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://example.com/credentials' })
    await assert.rejects(signer({ environment: far }), { code: 'INVALID_ARGUMENT' })
  })

  test('an instance of EC2, by IMDSv2', async () => {
    const strict: Answer = ({ method, path, headers }, response) => {
      if (
        method === 'PUT' &&
        path === '/latest/api/token' &&
        Number(headers['x-aws-ec2-metadata-token-ttl-seconds']) > 0
      )
        return respond(response, 200, 'imds-session')
      if (method !== 'GET' || headers['x-aws-ec2-metadata-token'] !== 'imds-session') return respond(response, 401, '')
      if (path === '/latest/meta-data/iam/security-credentials/') return respond(response, 200, 'kafka-role')
      return path === '/latest/meta-data/iam/security-credentials/kafka-role'
        ? containerAnswer('EC2')
        : respond(response, 404, '')
    }
    await using metadata = await standIn(strict)
    const environment = only({
      AWS_EC2_METADATA_DISABLED: 'false',
      AWS_EC2_METADATA_SERVICE_ENDPOINT: `${metadata.url}/`,
    })
    assert.deepEqual(await signer({ environment }), { key: 'EC2', session: 't-EC2' })
    assert.equal(metadata.requests.length, 3)
  })

  test('credentials are fetched once while they are good', async () => {
    await using agent = await standIn(() => containerAnswer('POD'))
    using source = mskIamToken({ environment: only({ AWS_CONTAINER_CREDENTIALS_FULL_URI: `${agent.url}/` }) })
    for (let i = 0; i < 3; i++) {
      await source.token({ signal })
      source.close()
    }
    assert.equal(agent.requests.length, 1)
  })

  test('a login that gives up does not end the search of the others', async () => {
    let answer: (() => void) | undefined
    let asked = (): void => undefined
    const request = new Promise<void>((resolve) => {
      asked = resolve
    })
    await using agent = await standIn((_request, response) => {
      answer = () => response.end(JSON.stringify(containerAnswer('POD')))
      asked()
    })
    const mechanism = mskIam({ environment: only({ AWS_CONTAINER_CREDENTIALS_FULL_URI: `${agent.url}/` }) })
    const impatient = new AbortController()
    const sessions = await Promise.all([mechanism.start(peer, impatient.signal), mechanism.start(peer, signal)])
    const steps = sessions.map(async (session) => session.next(null))
    await request
    impatient.abort()
    answer?.()
    assert.equal((await steps[1])?.done, false)
    assert.equal(agent.requests.length, 1)
    await Promise.allSettled(steps)
  })

  test('nowhere: the error names where was looked, and nothing secret', async () => {
    await assert.rejects(
      signer({ environment: only({}) }),
      (error: Error & { readonly code?: string; readonly hint?: string }) => {
        assert.equal(error.code, 'CREDENTIALS_UNAVAILABLE')
        assert.match(error.message, /environment, web identity, shared files, container, instance/)
        assert.ok(error.hint)
        return true
      },
    )
  })
})
