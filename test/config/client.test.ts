import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { UsageError } from 'ottla'
import { readClientConfig, type ClientConfigOptions, type ConfigSource } from 'ottla/config'

const S = 'org.apache.kafka.common.security'
const signal = new AbortController().signal
const peer = { host: 'broker', port: 9093, secure: true }

/** The first bytes that the configured login sends. */
async function firstToken(source: ConfigSource, options: ClientConfigOptions = {}): Promise<string> {
  const { connect } = await readClientConfig(source, options)
  const session = await connect.sasl?.start(peer, signal)
  const step = await session?.next(null)
  return Buffer.from(step?.token ?? []).toString()
}

function sasl(mechanism: string, jaas: string, more: Record<string, string> = {}): Record<string, string> {
  return {
    'bootstrap.servers': 'localhost:19093',
    'security.protocol': 'SASL_PLAINTEXT',
    'sasl.mechanism': mechanism,
    'sasl.jaas.config': jaas,
    ...more,
  }
}

describe('client.properties', () => {
  it('gives endpoints and options of connect', async () => {
    const config = await readClientConfig(`
      bootstrap.servers = one:9092, PLAINTEXT://two:9093 ,[::1]:9094
      client.id = reporter
      socket.connection.setup.timeout.ms = 2000
      request.timeout.ms = 4000
      connections.max.idle.ms = 60000
    `)
    assert.deepEqual(config.endpoints, [
      { host: 'one', port: 9092 },
      { host: 'two', port: 9093 },
      { host: '::1', port: 9094 },
    ])
    assert.deepEqual(config.connect, {
      clientId: 'reporter',
      connectTimeout: 2000,
      requestTimeout: 4000,
      idleTimeout: 60_000,
      maxInFlight: 100,
    })
    assert.equal(config.protocol.name, 'PLAINTEXT')
    assert.deepEqual(config.warnings, [])
  })

  it('has the defaults of the client that it is for', async () => {
    const limits = async (client?: 'admin' | 'producer' | 'consumer') => {
      const { connect } = await readClientConfig({ 'bootstrap.servers': 'a:1' }, { client })
      return [connect.idleTimeout, connect.maxInFlight]
    }
    assert.deepEqual(await limits('admin'), [300_000, 1])
    assert.deepEqual(await limits('producer'), [540_000, 5])
    assert.deepEqual(await limits('consumer'), [540_000, 100])
    assert.deepEqual(await limits(), [540_000, 100])
  })

  it('switches the idle limit off by a negative number and by one that no timer can count', async () => {
    for (const limit of ['-1', '9223372036854775807']) {
      const config = await readClientConfig({ 'bootstrap.servers': 'a:1', 'connections.max.idle.ms': limit })
      assert.equal(config.connect.idleTimeout, 0)
    }
  })

  it('logs in with PLAIN', async () => {
    const jaas = `${S}.plain.PlainLoginModule required username="alice" password="alice-secret";`
    assert.equal(await firstToken(sasl('PLAIN', jaas)), '\0alice\0alice-secret')
  })

  it('logs in with SCRAM, and with a delegation token', async () => {
    const jaas = `${S}.scram.ScramLoginModule required username="a,b" password="x"`
    assert.match(await firstToken(sasl('SCRAM-SHA-256', `${jaas};`)), /^n,,n=a=2Cb,r=[0-9a-z]+$/)
    assert.match(await firstToken(sasl('SCRAM-SHA-512', `${jaas} tokenauth=True;`)), /,tokenauth=true$/)
  })

  it("logs in with KIP-342's example from a login file", async () => {
    const file = `KafkaClient {
      ${S}.oauthbearer.OAuthBearerLoginModule Required
      unsecuredLoginStringClaim_sub="thePrincipalName"
      unsecuredLoginExtension_traceId="123"
      unsecuredLoginExtension_logLevel="WARN";
    };`
    const token = await firstToken(
      { 'bootstrap.servers': 'a:1', 'security.protocol': 'sasl_ssl', 'sasl.mechanism': 'OAUTHBEARER' },
      {
        readFile: (path) => (path === '/etc/jaas.conf' ? file : assert.fail(path)),
        systemProperties: { 'java.security.auth.login.config': '/etc/jaas.conf' },
        clock: () => 1_700_000_000_000,
      },
    )
    assert.match(
      token,
      /^n,,\x01auth=Bearer [^\x01]+\x01(?:traceId=123\x01logLevel=WARN|logLevel=WARN\x01traceId=123)\x01\x01$/,
    )
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64').toString()) as object
    assert.deepEqual(claims, { exp: 1_700_003_600, iat: 1_700_000_000, sub: 'thePrincipalName' })
  })

  it('takes mechanisms of the user by their names', async () => {
    const source = sasl('X-OWN', 'com.example.LoginModule required session="x";')
    await assert.rejects(readClientConfig(source), { code: 'UNSUPPORTED', hint: /mechanisms: \{ 'X-OWN'/ })
    const { connect } = await readClientConfig(source, {
      mechanisms: {
        'X-OWN': ({ mechanism, entry }) => ({
          name: `${mechanism} ${entry?.options.get('session') ?? ''}`,
          start: () => assert.fail(),
        }),
      },
    })
    assert.equal(connect.sasl?.name, 'X-OWN x')
  })

  it('gives the servers of the command line precedence, as the tools do', async () => {
    const config = await readClientConfig({}, { bootstrapServers: 'a:1, b:2' })
    assert.deepEqual(config.endpoints, [
      { host: 'a', port: 1 },
      { host: 'b', port: 2 },
    ])
    await assert.rejects(readClientConfig({}), {
      message: 'Missing required configuration "bootstrap.servers" which has no default value.',
    })
  })

  it('takes canonical names where it is told to', async () => {
    const source = {
      'bootstrap.servers': 'alias:1,gone:2,alias:1',
      'client.dns.lookup': 'resolve_canonical_bootstrap_servers_only',
    }
    const without = await readClientConfig(source)
    assert.deepEqual(
      without.warnings.map(({ code }) => code),
      ['IGNORED'],
    )
    assert.deepEqual(
      without.endpoints.map(({ host }) => host),
      ['alias', 'gone'],
    )
    const { endpoints } = await readClientConfig(source, {
      dns: {
        lookup: (name) =>
          name === 'alias'
            ? Promise.resolve([{ address: '10.0.0.1' }, { address: '10.0.0.2' }])
            : Promise.reject(new Error(name)),
        lookupService: (address) =>
          address === '10.0.0.1' ? Promise.resolve({ hostname: 'one.example' }) : Promise.reject(new Error(address)),
      },
    })
    assert.deepEqual(endpoints, [
      { host: 'one.example', port: 1 },
      { host: '10.0.0.2', port: 1 },
      { host: 'gone', port: 2 },
    ])
  })

  it('lets an admin client go to controllers', async () => {
    const controllers = { 'bootstrap.controllers': 'c:1' }
    const config = await readClientConfig(controllers, { client: 'admin' })
    assert.deepEqual(config.endpoints, [{ host: 'c', port: 1 }])
    await assert.rejects(readClientConfig({ ...controllers, 'bootstrap.servers': 'b:1' }, { client: 'admin' }), {
      message: 'You cannot set both bootstrap.servers and bootstrap.controllers',
    })
    await assert.rejects(readClientConfig({}, { client: 'admin' }), {
      message: 'You must set either bootstrap.servers or bootstrap.controllers',
    })
  })
})

describe('a login by ottla/oauth in a client’s properties', () => {
  const bearer = `${S}.oauthbearer.OAuthBearerLoginModule required extension_traceId="123";`

  it('gets tokens as Kafka’s OIDC handler does', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'ottla-token-'))
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
    const jwt = `${part({ alg: 'x' })}.${part({ sub: 'alice', exp: 4_000_000_000 })}.signature`
    const file = path.join(folder, 'token')
    await writeFile(file, `${jwt}\n`)
    const url = pathToFileURL(file).href
    for (const handler of ['OAuthBearerLoginCallbackHandler', 'secured.OAuthBearerLoginCallbackHandler']) {
      for (const prefix of ['', 'oauthbearer.']) {
        const token = await firstToken(
          sasl('OAUTHBEARER', bearer, {
            'sasl.login.callback.handler.class': `${S}.oauthbearer.${handler}`,
            [`${prefix}sasl.oauthbearer.token.endpoint.url`]: url,
          }),
        )
        assert.equal(token, `n,,\x01auth=Bearer ${jwt}\x01traceId=123\x01\x01`)
      }
    }
    await rm(folder, { recursive: true })
  })

  it('has Kafka’s texts for what is missing', async () => {
    const handler = { 'sasl.login.callback.handler.class': `${S}.oauthbearer.OAuthBearerLoginCallbackHandler` }
    await assert.rejects(readClientConfig(sasl('OAUTHBEARER', bearer, handler)), {
      code: 'INVALID_ARGUMENT',
      message: /sasl\.oauthbearer\.token\.endpoint\.url/,
    })
    const endpoint = { ...handler, 'sasl.oauthbearer.token.endpoint.url': 'https://idp.example/token' }
    const stores = bearer.replace(
      'extension',
      'clientId="a" clientSecret="b" ssl.truststore.location="/nowhere" extension',
    )
    await assert.rejects(readClientConfig(sasl('OAUTHBEARER', stores, endpoint)), { hint: /readFile/ })
  })

  it('is Amazon MSK’s, under the names of its Java library', async () => {
    const IAM = 'software.amazon.msk.auth.iam'
    const module = `${IAM}.IAMLoginModule required awsProfileName="dev" awsRoleSessionName="session";`
    const own = sasl('AWS_MSK_IAM', module, { 'sasl.client.callback.handler.class': `${IAM}.IAMClientCallbackHandler` })
    assert.equal((await readClientConfig(own)).connect.sasl?.name, 'AWS_MSK_IAM')
    const tokens = sasl('OAUTHBEARER', bearer, {
      'security.protocol': 'SASL_SSL',
      'sasl.login.callback.handler.class': `${IAM}.IAMOAuthBearerLoginCallbackHandler`,
    })
    assert.equal((await readClientConfig(tokens)).connect.sasl?.name, 'OAUTHBEARER')
    const other = { ...own, 'sasl.client.callback.handler.class': 'com.example.Handler' }
    await assert.rejects(readClientConfig(other), { code: 'UNSUPPORTED', hint: /mskIam/ })
  })
})

describe('a login by Kerberos in a client’s properties', () => {
  const module = 'com.sun.security.auth.module.Krb5LoginModule required'
  const keytab = `${module} useKeyTab=true keyTab="/etc/alice.keytab" principal="alice@EXAMPLE";`
  const service = { 'sasl.kerberos.service.name': 'kafka' }

  it('is GSSAPI, also where no mechanism is said', async () => {
    const { connect, warnings } = await readClientConfig(sasl('GSSAPI', keytab, service))
    assert.equal(connect.sasl?.name, 'GSSAPI')
    assert.deepEqual(warnings, [])
    const byDefault = { ...sasl('', keytab, service), 'sasl.mechanism': undefined }
    assert.equal((await readClientConfig(byDefault)).connect.sasl?.name, 'GSSAPI')
  })

  it('needs one service name', async () => {
    await assert.rejects(readClientConfig(sasl('GSSAPI', keytab)), {
      code: 'INVALID_ARGUMENT',
      message: 'No serviceName defined in either JAAS or Kafka config',
    })
    const inJaas = keytab.replace(';', ' serviceName="other";')
    assert.equal((await readClientConfig(sasl('GSSAPI', inJaas))).connect.sasl?.name, 'GSSAPI')
    await assert.rejects(readClientConfig(sasl('GSSAPI', inJaas, service)), {
      message: /^Conflicting serviceName values/,
    })
  })

  it('leaves renewal and the cache to the system', async () => {
    const cache = `${module} useTicketCache=true ticketCache="/tmp/cache";`
    const { warnings } = await readClientConfig(
      sasl('GSSAPI', cache, { ...service, 'sasl.kerberos.kinit.cmd': '/bin/kinit' }),
    )
    assert.deepEqual(
      warnings.map(({ code, property }) => [code, property]),
      [
        ['WITHOUT_COUNTERPART', 'sasl.kerberos.kinit.cmd'],
        ['WITHOUT_COUNTERPART', 'sasl.jaas.config'],
      ],
    )
  })
})

describe('what a client’s properties say in vain', () => {
  const codes = async (properties: Record<string, string>) =>
    (await readClientConfig({ 'bootstrap.servers': 'a:1', ...properties })).warnings.map(({ code, property }) => [
      code,
      property,
    ])

  it('is a warning: settings for SASL or TLS without such a protocol (W-39), unknown names', async () => {
    assert.deepEqual(await codes({ 'sasl.mechanism': 'PLAIN', 'ssl.truststore.location': '/x' }), [
      ['IGNORED', 'sasl.mechanism'],
      ['IGNORED', 'ssl.truststore.location'],
    ])
    assert.deepEqual(await codes({ 'no.such.property': 'x', 'receive.buffer.bytes': '1', acks: 'all' }), [
      ['UNKNOWN', 'no.such.property'],
      ['WITHOUT_COUNTERPART', 'receive.buffer.bytes'],
    ])
    assert.deepEqual(await codes({ 'security.protocol': 'SSL', 'ssl.endpoint.identification.algorithm': '' }), [
      ['INSECURE', 'ssl.endpoint.identification.algorithm'],
    ])
  })

  it('names the property that may be meant', async () => {
    const { warnings } = await readClientConfig({ 'bootstrap.servers': 'a:1', 'ssl.truststore.locatoin': 'x' })
    assert.match(warnings[0]?.message ?? '', /is ssl\.truststore\.location meant/)
  })
})

describe('a Java class in a client’s properties', () => {
  const bearer = `${S}.oauthbearer.OAuthBearerLoginModule required unsecuredLoginStringClaim_sub="alice";`

  it('of Kafka’s own is what Ottla does anyway', async () => {
    const config = await readClientConfig(
      sasl('OAUTHBEARER', bearer, {
        'sasl.login.callback.handler.class': `${S}.oauthbearer.internals.unsecured.OAuthBearerUnsecuredLoginCallbackHandler`,
        'sasl.client.callback.handler.class': `${S}.oauthbearer.internals.OAuthBearerSaslClientCallbackHandler`,
        'sasl.login.class': `${S}.oauthbearer.internals.OAuthBearerRefreshingLogin`,
      }),
    )
    assert.equal(config.connect.sasl?.name, 'OAUTHBEARER')
    assert.deepEqual(
      config.warnings.map(({ code }) => code),
      ['INSECURE'],
    )
  })

  it('of somebody else has a counterpart', async () => {
    const cases = [
      [
        sasl('OAUTHBEARER', bearer, { 'sasl.login.callback.handler.class': 'com.example.Handler' }),
        /oauthBearer\(\{ token \}\)/,
      ],
      [sasl('PLAIN', 'com.example.VaultLoginModule required;'), /mechanisms: \{ 'PLAIN'/],
      [
        { 'bootstrap.servers': 'a:1', 'security.protocol': 'SSL', 'ssl.engine.factory.class': 'com.example.Engine' },
        /option `tls`/,
      ],
    ] as const
    for (const [source, hint] of cases) await assert.rejects(readClientConfig(source), { code: 'UNSUPPORTED', hint })
  })
})

describe('a client’s secrets', () => {
  it('show neither in what was read nor in an error', async () => {
    const jaas = `${S}.plain.PlainLoginModule required username="alice" password="top-secret";`
    const good = await readClientConfig(sasl('PLAIN', jaas, { 'ssl.key.password': 'top-secret' }))
    assert.doesNotMatch(inspect(good, { depth: 12, showHidden: false }) + JSON.stringify(good), /top-secret/)
    const bad = [
      sasl('PLAIN', jaas.replace(' required', '')),
      sasl('PLAIN', jaas.replace('password=', 'pass word=')),
      sasl('PLAIN', jaas.replace('";', '"')),
      sasl('PLAIN', jaas.replace('username=', 'user=')),
      sasl('NONE', jaas),
      sasl('GSSAPI', jaas),
      sasl('PLAIN', jaas, { 'security.protocol': 'SASL_SSL', 'ssl.keystore.password': 'top-secret' }),
      sasl('PLAIN', jaas, { 'security.protocol': 'SASL_SSL', 'ssl.keystore.key': 'top-secret' }),
      sasl('PLAIN', jaas, { 'security.protocol': 'SASL_SSL', 'ssl.truststore.certificates': 'top-secret' }),
    ]
    for (const source of bad) {
      await assert.rejects(
        readClientConfig(source),
        (error) => error instanceof UsageError && !inspect(error, { depth: 12 }).includes('top-secret'),
      )
    }
  })

  it('come from anywhere but never through a crash', async () => {
    const names = fc.constantFrom(
      'bootstrap.servers',
      'security.protocol',
      'sasl.mechanism',
      'sasl.jaas.config',
      'ssl.enabled.protocols',
      'ssl.cipher.suites',
      'ssl.keystore.key',
      'ssl.keystore.certificate.chain',
      'ssl.truststore.certificates',
      'request.timeout.ms',
      'config.providers',
    )
    const values = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'a:1',
        'SASL_SSL',
        'SSL',
        'PLAIN',
        'OAUTHBEARER',
        'TLSv1.2',
        `${S}.plain.PlainLoginModule required;`,
        '-1',
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.dictionary(names, values, { noNullPrototype: true }), async (properties) => {
        try {
          await readClientConfig(properties)
        } catch (error) {
          assert.ok(error instanceof UsageError, inspect(error))
        }
      }),
    )
  })
})
