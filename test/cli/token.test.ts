import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { after, before, test } from 'node:test'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { run } from '#src/cli/run.js'
import { unsecuredToken } from '#src/sasl/index.js'
import { fakeTerminal } from './terminal.js'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FakeWorld } from './terminal.js'

let provider: Server
let issuer: string
let keys: string
let sign: (claims: Record<string, unknown>, end?: string) => Promise<string>

/** An identity provider: metadata, keys, and tokens for the client `orders`. */
before(async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' }] })
  sign = (claims, end = '1h') =>
    new SignJWT({ iss: issuer, sub: 'alice', aud: 'kafka', ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setIssuedAt()
      .setExpirationTime(end)
      .sign(privateKey)
  provider = createServer((request, response) => {
    const answer = async (): Promise<string> => {
      if (request.url === '/jwks') return keys
      if (request.url === '/token') {
        const who = Buffer.from(request.headers.authorization?.split(' ')[1] ?? '', 'base64').toString()
        if (who !== 'orders:orders-secret') response.statusCode = 401
        if (who !== 'orders:orders-secret') return '{"error":"invalid_client"}'
        return JSON.stringify({ access_token: await sign({ sub: 'orders' }), token_type: 'Bearer', expires_in: 3600 })
      }
      const endpoints = { token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks` }
      return JSON.stringify({ issuer, authorization_endpoint: `${issuer}/auth`, ...endpoints })
    }
    void answer().then((body) => response.setHeader('content-type', 'application/json').end(body))
  }).listen(0, '127.0.0.1')
  await once(provider, 'listening')
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`
})
after(() => {
  provider.close()
})

async function token(
  args: readonly string[],
  world: FakeWorld = {},
): Promise<{ code: number; out: string; err: string }> {
  const terminal = fakeTerminal(world)
  const code = await run(['token', ...args], terminal)
  assert.ok(!`${terminal.written.out}${terminal.written.err}`.includes('orders-secret'), 'a secret was printed')
  return { code, ...terminal.written }
}

test('a given token: claims, times, and that nobody checked it; itself only by --reveal', async () => {
  const jwt = await sign({ scope: 'read write', tenant: { id: 7 } })
  const { code, out, err } = await token([], { input: `${jwt}\n` })
  assert.equal(`${code}${err}`, '0')
  assert.match(out, /token +JWT, ES256, \d+ characters, from the input\n/)
  assert.match(out, /\n {2}sub +alice\n/)
  assert.match(out, /\n {2}tenant +\{"id":7\}\n/)
  assert.match(out, /\n {2}exp +\d{4}-\S+Z \(in 60 minutes\)\n/)
  assert.match(out, /\n {2}signature +not checked: .*--issuer or --jwks/)
  assert.ok(!out.includes(jwt) && !out.includes(jwt.split('.')[2] ?? ''))
  assert.ok((await token(['--reveal'], { input: jwt })).out.includes(jwt))
})

test('a signature is checked by an issuer, by keys from a URL or from a file; audience and issuer with it', async () => {
  const world = { env: { T: await sign({}) }, files: { keys } }
  const good: string[][] = [
    ['--issuer', issuer],
    ['--jwks', `${issuer}/jwks`],
    ['--jwks', 'keys', '--audience', 'kafka'],
  ]
  for (const args of good) {
    const { code, out } = await token(['--token-env', 'T', ...args], world)
    assert.match(out, /signature +good, by the keys of /)
    assert.equal(code, 0)
  }
  const bad: [string[], RegExp][] = [
    [['--jwks', 'keys', '--audience', 'other'], /claim aud fails/],
    [['--jwks', 'keys', '--issuer', 'https://elsewhere.example'], /claim iss fails/],
  ]
  for (const [args, reason] of bad) {
    const { code, out } = await token(['--token-env', 'T', ...args], world)
    assert.match(out, /signature +refused by the keys of /)
    assert.match(out, reason)
    assert.match(out, /✗ not good: the check failed\n$/)
    assert.equal(code, 1)
  }
  const [header, , signature] = world.env.T.split('.')
  const [, payload] = (await sign({ sub: 'root' })).split('.')
  const forged = [header, payload, signature].join('.')
  assert.equal((await token(['--jwks', 'keys'], { ...world, input: forged })).code, 1)
})

test('a token that has ended, and one that is no JWT', async () => {
  const ended = await token([], { input: await sign({}, '-10 minutes') })
  assert.equal(ended.code, 1)
  assert.match(ended.out, /exp +\S+ \(10 minutes ago\)[^]*✗ not good: it has ended\n$/)
  const opaque = await token(['--json'], { input: 'ya29.opaque' })
  assert.equal(opaque.code, 0)
  assert.deepEqual(JSON.parse(opaque.out), {
    source: 'the input',
    header: null,
    claims: null,
    principal: null,
    expiresAt: null,
    ended: false,
    extensions: {},
    check: null,
  })
})

test('fetched by client credentials, and checked where the issuer is known', async () => {
  const world = { env: { S: 'orders-secret', WRONG: 'x' } }
  const client = ['--issuer', issuer, '--client-id', 'orders', '--client-secret-env']
  const { code, out } = await token([...client, 'S', '--json'], world)
  assert.equal(code, 0, out)
  const report = JSON.parse(out) as Record<string, unknown>
  assert.equal(report.principal, 'orders')
  assert.deepEqual(report.check, { valid: true, by: `the keys of ${issuer}`, reason: null })
  assert.ok(!('token' in report))
  const refused = await token([...client, 'WRONG'], world)
  assert.equal(refused.code, 1)
  assert.match(refused.err, /CREDENTIALS_UNAVAILABLE[^]*invalid_client/)
})

const jaas = (options: string): string =>
  `sasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required ${options};`
const bearer = 'security.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\n'

test('as a client.properties says, or variables, with the extensions that would travel along', async () => {
  const login = jaas('unsecuredLoginStringClaim_sub="alice" unsecuredLoginExtension_traceId="123"')
  const { code, out, err } = await token(['--config', 'c'], { files: { c: bearer + login } })
  assert.equal(`${code}${err}`, '0')
  assert.match(out, /JWT, none, .* from c\n[^]*sub +alice\n[^]*extension traceId +123\n/)
  const env = {
    KAFKA_SECURITY_PROTOCOL: 'SASL_SSL',
    KAFKA_SASL_MECHANISM: 'OAUTHBEARER',
    KAFKA_SASL_JAAS_CONFIG: login.replace('sasl.jaas.config=', ''),
  }
  assert.match((await token(['--env'], { env })).out, /sub +alice\n/)
  const handler = 'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler'
  const oidc = [
    bearer + jaas('clientId="orders" clientSecret="orders-secret"'),
    `sasl.login.callback.handler.class=${handler}`,
    `sasl.oauthbearer.token.endpoint.url=${issuer}/token`,
  ].join('\n')
  assert.match((await token(['--config', 'c'], { files: { c: oidc } })).out, /sub +orders\n/)
})

test('wrong use of token exits 2', async () => {
  const plain = `security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="b";`
  const wrong: [string[], RegExp][] = [
    [['abc'], /no place on a command line/],
    [[], /no token: give/],
    [['--token-env', 'T', '--config', 'c'], /exclude each other/],
    [['--client-id', 'x'], /needs --token-endpoint URL or --issuer URL/],
    [['--config', 'plain'], /logs in with PLAIN: only OAUTHBEARER has tokens/],
    [['--token-env', 'T', '--jwks', 'broken'], /--jwks broken is no JSON/],
    [['--token-env', 'T', '--jwks', 'nowhere'], /--jwks nowhere cannot be read/],
  ]
  for (const [args, message] of wrong) {
    const { code, err } = await token(args, { env: { T: 'abc' }, files: { broken: '{', plain } })
    assert.equal(code, 2, args.join(' '))
    assert.match(err, message)
  }
})

test('an unsecured token is shown as such', async () => {
  const made = unsecuredToken({ unsecuredLoginStringClaim_sub: 'alice' }, Date.now())?.token ?? ''
  assert.match((await token([], { input: made })).out, /JWT, none/)
})
