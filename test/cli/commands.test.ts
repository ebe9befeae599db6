import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { run } from '#src/cli/run.js'
import { startBroker } from '#src/testing/index.js'
import { fakeTerminal } from './terminal.js'
import type { Broker } from '#src/testing/index.js'
import type { FakeWorld } from './terminal.js'

let secure: Broker
let open: Broker
before(async () => {
  secure = await startBroker({
    tls: true,
    users: { alice: 'alice-secret' },
    topics: { orders: 3 },
    failedLoginDelay: 0,
    validateExtensions: (validation) => {
      if (validation.inputExtensions.has('tenant')) validation.error('tenant', 'no tenants here')
    },
  })
  open = await startBroker()
})
after(async () => {
  await Promise.all([secure.close(), open.close()])
})

/** Runs `ottla` with a broker's authority in the file `ca`, a password in `password` and a token in `token`. */
async function ottla(
  args: readonly string[],
  world: FakeWorld = {},
): Promise<{ code: number; out: string; err: string }> {
  const token = secure.unsecuredToken({ principal: 'alice' })
  const files = { ca: secure.ca ?? '', password: 'alice-secret\n', wrong: 'wrong-secret\n', token, ...world.files }
  const terminal = fakeTerminal({ ...world, files })
  const code = await run(args, terminal)
  for (const secret of ['alice-secret', 'wrong-secret', token]) {
    assert.ok(!`${terminal.written.out}${terminal.written.err}`.includes(secret), 'a secret was printed')
  }
  return { code, ...terminal.written }
}

/** `HOST:PORT` and what makes a connection to the broker with TLS. */
function target(): string[] {
  return ['connect', `localhost:${secure.port}`, '--ca', 'ca']
}

test('connect shows phases, login, cluster and versions', async () => {
  const { code, out, err } = await ottla([...target(), '-u', 'alice', '--password-file', 'password'])
  assert.equal(err, '')
  assert.equal(code, 0)
  const figures = out.replace(/\d+(\.\d+)? (ms|s)\b/g, '# ms').replaceAll(String(secure.port), 'PORT')
  assert.match(
    figures,
    /^localhost:PORT\n {2}✓ dns +# ms {3}.+\n {2}✓ tcp +# ms .*\n {2}✓ tls +# ms {3}TLSv1\.3, \S+\n/,
  )
  assert.match(
    figures,
    /✓ api-versions +# ms .*\n {2}✓ sasl-handshake +# ms {3}SCRAM-SHA-512\n {2}✓ sasl-exchange +# ms/,
  )
  assert.match(figures, /\n {2}ready in # ms: SCRAM-SHA-512, session without an end\n/)
  assert.match(figures, /\ncluster \S+\n {2}1 {2}localhost:PORT {2}\(controller\)\n/)
  assert.match(figures, /\nversions of \d+ APIs\n(.*\n)*.*\bMetadata 0–13\b/)
})

for (const mechanism of ['PLAIN', 'SCRAM-SHA-256', 'scram-sha-512']) {
  test(`connect logs in with ${mechanism}, the password from a variable or a prompt`, async () => {
    const args = [...target(), '--mechanism', mechanism, '--username', 'alice']
    const asked = await ottla(args, { secret: 'alice-secret' })
    assert.equal(asked.code, 0, asked.err)
    const named = await ottla([...args, '--password-env', 'SECRET'], { env: { SECRET: 'alice-secret' } })
    assert.equal(named.code, 0, named.err)
    assert.match(named.out, new RegExp(`: ${mechanism.toUpperCase()}, session`))
  })
}

test('connect --json tells everything in one object', async () => {
  const { code, out, err } = await ottla([
    ...target(),
    '--token-file',
    'token',
    '--extension',
    'traceId=1a2b',
    '--json',
  ])
  assert.equal(`${code}${err}`, '0')
  const report = JSON.parse(out) as Record<string, unknown>
  assert.deepEqual(Object.keys(report), [
    'broker',
    'ok',
    'secure',
    'mechanism',
    'sessionLifetime',
    'versions',
    'cluster',
    'phases',
  ])
  assert.equal(report.mechanism, 'OAUTHBEARER')
  assert.equal(report.ok, true)
  assert.deepEqual(
    (report.phases as { phase: string }[]).map(({ phase }) => phase),
    ['dns', 'tcp', 'tls', 'api-versions', 'sasl-handshake', 'sasl-exchange'],
  )
  assert.deepEqual(
    (report.versions as unknown[]).find((one) => (one as { api: string }).api === 'SaslHandshake'),
    {
      key: 17,
      api: 'SaslHandshake',
      min: 0,
      max: 1,
    },
  )
})

test('a client.properties of Kafka says where and how', async () => {
  const jaas =
    'org.apache.kafka.common.security.plain.PlainLoginModule required username="alice" password="alice-secret";'
  const lines = [
    `bootstrap.servers=localhost:${secure.port}`,
    'security.protocol=SASL_SSL',
    'sasl.mechanism=PLAIN',
    'ssl.truststore.type=PEM',
    'ssl.truststore.location=ca',
    'no.such.property=1',
  ]
  const inline = await ottla(['connect', '--config', 'c'], {
    files: { c: [...lines, `sasl.jaas.config=${jaas}`].join('\n') },
  })
  assert.equal(inline.code, 0, inline.err)
  assert.match(inline.err, /^! .*no\.such\.property/)
  assert.match(inline.out, /: PLAIN, session/)
  const login = await ottla(['connect', `localhost:${secure.port}`, '-c', 'c', '--json'], {
    files: { c: lines.slice(1, 5).join('\n'), 'jaas.conf': `KafkaClient {\n  ${jaas}\n};\n` },
    env: { KAFKA_OPTS: '-Xmx1g -Djava.security.auth.login.config=jaas.conf' },
  })
  assert.equal(login.code, 0, login.out)
  const wrong = await ottla(['connect', '--config', 'c'], { files: { c: `${lines[0]}\nsecurity.protocol=TLS` } })
  assert.equal(wrong.code, 1)
  assert.match(wrong.err, /INVALID_ARGUMENT/)
})

test('a refused login is explained, with its phase, and exits 1', async () => {
  const { code, out, err } = await ottla([
    ...target(),
    '--mechanism',
    'PLAIN',
    '-u',
    'alice',
    '--password-file',
    'wrong',
  ])
  assert.equal(code, 1)
  assert.match(out, /✓ sasl-handshake.*\n {2}✗ sasl-exchange\n$/)
  assert.match(err, /^\n✗ AUTHENTICATION_FAILED in sasl-exchange at localhost:\d+\n {2}\S.*\n(.*\n)* {2}→ \S/)
})

test('a refused extension is told with the text of the broker, for machines too', async () => {
  const args = [...target(), '--token-file', 'token', '--extension', 'tenant=red']
  const { code, err } = await ottla(args)
  assert.equal(code, 1)
  assert.match(err, /EXTENSIONS_REFUSED[^]*tenant: no tenants here/)
  const machine = await ottla([...args, '--json'])
  assert.equal(machine.code, 1)
  assert.equal(machine.err, '')
  const report = JSON.parse(machine.out) as { ok: boolean; error: Record<string, unknown>; phases: unknown[] }
  assert.equal(report.ok, false)
  assert.equal(report.error.code, 'EXTENSIONS_REFUSED')
  assert.equal(report.error.phase, 'sasl-exchange')
  assert.equal(report.error.mechanism, 'OAUTHBEARER')
  assert.equal(report.phases.length, 5)
})

test('TLS and plaintext taken for each other', async () => {
  const plaintext = await ottla(['connect', `localhost:${secure.port}`])
  assert.equal(plaintext.code, 1)
  assert.match(plaintext.err, /✗ (TLS_EXPECTED|CONNECTION_CLOSED) in api-versions[^]*--tls/)
  const encrypted = await ottla(['connect', `localhost:${open.port}`, '--tls'])
  assert.equal(encrypted.code, 1)
  assert.match(encrypted.err, /✗ TLS_NOT_SPOKEN in tls/)
  const untrusted = await ottla(['connect', `localhost:${secure.port}`, '--tls'])
  assert.match(untrusted.err, /✗ TLS_CERTIFICATE_UNTRUSTED in tls/)
  const wrongName = await ottla([...target(), '--servername', 'kafka.example.com'])
  assert.match(wrongName.err, /✗ TLS_HOSTNAME_MISMATCH in tls/)
  const insecure = await ottla([
    'connect',
    `localhost:${secure.port}`,
    '--insecure',
    '-u',
    'alice',
    '--password-file',
    'password',
  ])
  assert.equal(insecure.code, 0, insecure.err)
})

test('a broker without a login', async () => {
  const { code, out } = await ottla(['connect', `127.0.0.1:${open.port}`])
  assert.equal(code, 0)
  assert.match(out, /ready in .*: no login\n/)
})

test('a token does not travel without TLS unless that is allowed', async () => {
  const args = ['connect', `localhost:${open.port}`, '--token-file', 'token']
  const { code, err } = await ottla(args)
  assert.equal(code, 1)
  assert.match(err, /PLAINTEXT_REFUSED/)
  assert.match((await ottla([...args, '--allow-plaintext'])).err, /ILLEGAL_SASL_STATE/)
})

test('wrong use exits 2 and says what is wrong', async () => {
  const wrong: [string[], RegExp][] = [
    [['conect'], /there is no command conect; did you mean connect\?/],
    [['connect'], /HOST:PORT is missing/],
    [['connect', 'a:1', 'b:2'], /one HOST:PORT, please, not also b:2/],
    [['connect', '--config', 'token', '--tls'], /--config and --tls exclude each other/],
    [['connect', '--config', 'nowhere'], /--config nowhere cannot be read/],
    [['connect', 'a:1', '--mechanism', 'PLAIN'], /--mechanism PLAIN needs --username NAME/],
    [['connect', 'a:1', '--mechanism', 'NTLM'], /--mechanism NTLM: ottla knows PLAIN, /],
    [['connect', 'a:1', '-u', 'alice'], /no password: give --password-file/],
    [['connect', 'a:1', '--password-env', 'P'], /--password-env needs --mechanism or --username/],
    [['connect', 'a:1', '--mechanism', 'oauthbearer', '-u', 'a'], /--username is not for OAUTHBEARER/],
    [
      ['connect', 'a:1', '--mechanism', 'plain', '-u', 'a', '--extension', 'a=b'],
      /--extension is for OAUTHBEARER and SCRAM/,
    ],
    [['connect', 'a:1', '--keytab', 'k'], /--keytab needs --mechanism$/m],
    [['connect', 'a:1', '--mechanism', 'gssapi', '-u', 'a'], /--username is not for GSSAPI/],
    [['connect', 'a:1', '--cert', 'ca'], /--cert and --key belong together/],
    [['connect', 'a:1', '--ca', 'nowhere'], /--ca nowhere cannot be read: ENOENT/],
    [['connect', 'a:1', '--timeout', 'soon'], /--timeout soon is no duration/],
    [['demo', 'now'], /takes nothing/],
  ]
  for (const [args, message] of wrong) {
    const { code, out, err } = await ottla(args)
    assert.equal(code, 2, args.join(' '))
    assert.equal(out, '')
    assert.match(err, message)
    assert.match(err, /--help tells more\n$/)
  }
})

test('what a connection cannot be made of exits 1: the way out is in the text, not in a stack', async () => {
  const { code, err } = await ottla([...target(), '--token-env', 'T', '--extension', 'auth=x'], { env: { T: 'abc' } })
  assert.equal(code, 1)
  assert.match(err, /→ /)
  assert.doesNotMatch(err, /\n\s+at /)
})

test('help: of all, of a command, before anything else', async () => {
  for (const args of [[], ['--help'], ['-h'], ['help']]) {
    const { code, out } = await ottla(args)
    assert.equal(code, 0)
    assert.match(out, /\n {2}demo +logs in[^]*\n {2}connect +logs in/)
  }
  for (const args of [
    ['connect', '--help'],
    ['connect', 'a:1', '-h'],
  ]) {
    const { code, out } = await ottla(args)
    assert.equal(code, 0)
    assert.match(out, /^ottla connect \[HOST:PORT\] \[options\]\n[^]*--extension K=V +SASL extension/)
    assert.ok(out.split('\n').every((line) => line.length <= 130))
  }
  assert.equal((await ottla(['help', 'nothing'])).code, 2)
})

test('demo logs in with every mechanism, and shows a refusal', async () => {
  const { code, out, err } = await ottla(['demo'])
  assert.equal(`${code}${err}`, '0')
  const rows = [...out.matchAll(/^ {2}(PLAIN|SCRAM-SHA-256|SCRAM-SHA-512|OAUTHBEARER) +(?:[\d.]+ +){7}User:alice$/gm)]
  assert.deepEqual(
    rows.map(([, mechanism]) => mechanism),
    ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'OAUTHBEARER'],
  )
  assert.match(out, /validated by the broker \(KIP-342\): traceId=4bf92f3577b34da6, tenant=blue\n +ignored: note\n/)
  assert.match(out, /topic orders with 3 partitions/)
  assert.match(out, /✗ EXTENSIONS_REFUSED in sasl-exchange[^]*there is no tenant red[^]*→ /)
  assert.doesNotMatch(out, /\x1b/)
  const colourful = await ottla(['demo'], { color: true })
  assert.match(colourful.out, /\x1b\[35m━+\x1b\[39m/)
})
