import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startBroker } from 'ottla/testing'
import { run } from '#src/cli/run.js'
import { certified, closedPort, greeter, stranger, telling } from './faults.js'
import { fakeTerminal } from './terminal.js'
import type { Broker } from 'ottla/testing'
import type { FakeWorld } from './terminal.js'
import type { Staged } from './faults.js'

let secure: Broker
let plaintext: Broker
let open: Broker
let mutual: Broker
before(async () => {
  const users = { alice: 'alice-secret' }
  const quick = { users, failedLoginDelay: 0 }
  secure = await startBroker({
    ...quick,
    tls: true,
    maxSessionLifetime: 60_000,
    validateExtensions: (validation) => {
      if (validation.inputExtensions.has('tenant')) validation.error('tenant', 'no tenants here')
    },
  })
  plaintext = await startBroker({ ...quick, mechanisms: ['SCRAM-SHA-256'] })
  open = await startBroker({ brokers: 3 })
  mutual = await startBroker({ tls: { clientAuth: 'required' } })
})
after(async () => {
  await Promise.all([secure, plaintext, open, mutual].map((broker) => broker.close()))
})

interface Finding {
  readonly step: string
  readonly broker: string
  readonly node: number | null
  readonly verdict: string
  readonly duration: number | null
  readonly code: string | null
  readonly found: string
  readonly advice: string | null
}

interface Diagnosis {
  readonly code: number
  readonly verdict: { readonly step: string; readonly code: string } | null
  readonly findings: readonly Finding[]
}

/** What the doctor says; the texts go through the same run without `--json`. */
async function diagnose(args: readonly string[], world: FakeWorld = {}): Promise<Diagnosis> {
  const files = {
    ca: secure.ca ?? '',
    mutual: mutual.ca ?? '',
    good: secure.unsecuredToken({ principal: 'alice' }),
    expired: secure.unsecuredToken({ principal: 'alice', lifetime: -60 }),
    ...world.files,
  }
  const env = { P: 'alice-secret', WRONG: 'wrong-secret', ...world.env }
  const terminal = fakeTerminal({ ...world, files, env })
  const code = await run(['doctor', ...args, '--json'], terminal)
  for (const secret of [env.P, env.WRONG, files.good, files.expired]) {
    assert.ok(!`${terminal.written.out}${terminal.written.err}`.includes(secret), 'a secret was printed')
  }
  assert.notEqual(code, 2, terminal.written.err)
  return { code, ...(JSON.parse(terminal.written.out) as Omit<Diagnosis, 'code'>) }
}

const alice = ['-u', 'alice', '--password-env', 'P']
const exitCodes = { dns: 10, tcp: 11, tls: 12, protocol: 13, mechanisms: 14, login: 15, metadata: 16, advertised: 17 }

interface Fault {
  /** The server that is at fault, if it is none of the brokers. */
  readonly stage?: () => Promise<Staged>
  readonly args: (staged: { readonly port: number }) => readonly string[]
  readonly step: keyof typeof exitCodes
  readonly code: string
  /** What the advice must speak of. */
  readonly advice: RegExp
}

const to = (port: number, ...args: readonly string[]): readonly string[] => [`localhost:${port}`, ...args]
const toSecure = (...args: readonly string[]): readonly string[] => to(secure.port, '--ca', 'ca', ...args)

/** A broker that tells of brokers elsewhere. */
const advertising =
  (...brokers: readonly { readonly host: string; readonly port: number }[]) =>
  (): Promise<Staged> =>
    telling(() => ({
      brokers: brokers.map((broker, at) => ({ nodeId: at + 1, ...broker })),
      clusterId: 'staged',
      controllerId: 1,
      topics: [],
    }))

const faults: Readonly<Record<string, Fault>> = {
  'a name that does not exist': {
    args: () => ['no-such-host.invalid:9092'],
    step: 'dns',
    code: 'DNS_NOT_FOUND',
    advice: /spelt/,
  },
  'a closed port': {
    args: ({ port }) => to(port),
    stage: async () => ({ port: await closedPort(), close: () => Promise.resolve() }),
    step: 'tcp',
    code: 'CONNECTION_REFUSED',
    advice: /broker running/,
  },
  'a server that never answers': {
    stage: () => stranger(() => undefined),
    args: ({ port }) => to(port, '--timeout', '300ms'),
    step: 'protocol',
    code: 'CONNECT_TIMEOUT',
    advice: /TLS/,
  },
  'a server that never answers a TLS client': {
    stage: () => stranger(() => undefined),
    args: ({ port }) => to(port, '--tls', '--timeout', '300ms'),
    step: 'tls',
    code: 'CONNECT_TIMEOUT',
    advice: /without TLS/,
  },
  'a server that hangs up': {
    stage: () => stranger((socket) => socket.end()),
    args: ({ port }) => to(port),
    step: 'protocol',
    code: 'CONNECTION_CLOSED',
    advice: /TLS/,
  },
  'a server that resets': {
    stage: () => stranger((socket) => socket.resetAndDestroy()),
    args: ({ port }) => to(port),
    step: 'protocol',
    code: 'CONNECTION_RESET',
    advice: /./,
  },
  'an HTTP server': {
    stage: () => stranger((socket) => socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')),
    args: ({ port }) => to(port),
    step: 'protocol',
    code: 'NOT_KAFKA',
    advice: /./,
  },
  'an SSH server': {
    stage: () => greeter('SSH-2.0-OpenSSH_9.2\r\n'),
    args: ({ port }) => to(port),
    step: 'protocol',
    code: 'NOT_KAFKA',
    advice: /./,
  },
  'a TLS client at an HTTP server': {
    stage: () => stranger((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    args: ({ port }) => to(port, '--tls'),
    step: 'tls',
    code: 'TLS_NOT_SPOKEN',
    advice: /without --tls/,
  },
  'a plaintext client at a TLS port that answers with an alert': {
    stage: () => stranger((socket) => socket.end(Buffer.from('15030300020246', 'hex'))),
    args: ({ port }) => to(port),
    step: 'protocol',
    code: 'TLS_EXPECTED',
    advice: /tls/,
  },
  'a plaintext client at a TLS port that hangs up': {
    args: () => to(secure.port),
    step: 'protocol',
    code: 'TLS_EXPECTED',
    advice: /--tls/,
  },
  'a TLS client at a plaintext broker': {
    args: () => to(open.port, '--tls'),
    step: 'tls',
    code: 'TLS_NOT_SPOKEN',
    advice: /without --tls/,
  },
  'an authority that is not trusted': {
    args: () => to(secure.port, '--tls', ...alice),
    step: 'tls',
    code: 'TLS_CERTIFICATE_UNTRUSTED',
    advice: /--ca FILE/,
  },
  'another authority': {
    args: () => to(secure.port, '--ca', 'mutual', ...alice),
    step: 'tls',
    code: 'TLS_CERTIFICATE_UNTRUSTED',
    advice: /--ca FILE/,
  },
  'another name in the certificate': {
    args: () => toSecure('--servername', 'kafka.example.com', ...alice),
    step: 'tls',
    code: 'TLS_HOSTNAME_MISMATCH',
    advice: /--servername NAME/,
  },
  'a certificate for other names': {
    stage: () => certified(0, ['kafka.example.com']),
    args: ({ port }) => to(port, '--ca', 'staged'),
    step: 'tls',
    code: 'TLS_HOSTNAME_MISMATCH',
    advice: /--servername NAME/,
  },
  'an expired certificate': {
    stage: () => certified(-400),
    args: ({ port }) => to(port, '--ca', 'staged'),
    step: 'tls',
    code: 'TLS_CERTIFICATE_EXPIRED',
    advice: /./,
  },
  'a certificate of tomorrow': {
    stage: () => certified(3),
    args: ({ port }) => to(port, '--ca', 'staged'),
    step: 'tls',
    code: 'TLS_CERTIFICATE_EXPIRED',
    advice: /clock/,
  },
  'a client certificate that is missing': {
    args: () => to(mutual.port, '--ca', 'mutual'),
    step: 'tls',
    code: 'TLS_CLIENT_CERTIFICATE_REFUSED',
    advice: /certificate/,
  },
  'a login that is wanted': {
    args: () => toSecure(),
    step: 'mechanisms',
    code: 'LOGIN_REQUIRED',
    advice: /PLAIN, SCRAM-SHA-256, SCRAM-SHA-512, OAUTHBEARER/,
  },
  'a login where there is none': {
    args: () => to(open.port, ...alice),
    step: 'mechanisms',
    code: 'ILLEGAL_SASL_STATE',
    advice: /PLAINTEXT/,
  },
  'a mechanism that is not enabled': {
    args: () => to(plaintext.port, ...alice, '--mechanism', 'SCRAM-SHA-512'),
    step: 'mechanisms',
    code: 'UNSUPPORTED_MECHANISM',
    advice: /sasl\.enabled\.mechanisms/,
  },
  ...Object.fromEntries(
    ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'].flatMap((mechanism) => [
      [
        `a wrong password with ${mechanism}`,
        {
          args: () => toSecure('--mechanism', mechanism, '-u', 'alice', '--password-env', 'WRONG'),
          step: 'login',
          code: 'AUTHENTICATION_FAILED',
          advice: /password/i,
        },
      ],
      [
        `an unknown user with ${mechanism}`,
        {
          args: () => toSecure('--mechanism', mechanism, '-u', 'nobody', '--password-env', 'P'),
          step: 'login',
          code: 'AUTHENTICATION_FAILED',
          advice: /user/i,
        },
      ],
    ]),
  ),
  'an expired token': {
    args: () => toSecure('--token-file', 'expired'),
    step: 'login',
    code: 'TOKEN_REJECTED',
    advice: /./,
  },
  'a token that is none': {
    args: () => toSecure('--token-file', 'ca-name'),
    step: 'login',
    code: 'TOKEN_REJECTED',
    advice: /./,
  },
  'an extension that is refused': {
    args: () => toSecure('--token-file', 'good', '--extension', 'tenant=red'),
    step: 'login',
    code: 'EXTENSIONS_REFUSED',
    advice: /extensions/,
  },
  'a cluster without brokers': {
    stage: () => telling(() => ({ brokers: [], clusterId: 'staged', controllerId: -1, topics: [] })),
    args: ({ port }) => to(port),
    step: 'metadata',
    code: 'NO_BROKERS',
    advice: /controllers/,
  },
  'an advertised name that does not exist': {
    stage: advertising({ host: 'broker-1.invalid', port: 9092 }),
    args: ({ port }) => to(port),
    step: 'advertised',
    code: 'DNS_NOT_FOUND',
    advice: /advertised\.listeners/,
  },
  'an advertised port that is closed': {
    stage: async () => advertising({ host: '127.0.0.1', port: await closedPort() })(),
    args: ({ port }) => to(port),
    step: 'advertised',
    code: 'CONNECTION_REFUSED',
    advice: /advertised\.listeners/,
  },
  'an advertised port that speaks TLS': {
    stage: () => advertising({ host: 'localhost', port: secure.port })(),
    args: ({ port }) => to(port),
    step: 'advertised',
    code: 'TLS_EXPECTED',
    advice: /SASL_SSL/,
  },
  'an advertised port that is no Kafka': {
    stage: async () => {
      const other = await stranger((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
      const staged = await advertising({ host: 'localhost', port: other.port })()
      return {
        ...staged,
        close: async () => {
          await Promise.all([staged.close(), other.close()])
        },
      }
    },
    args: ({ port }) => to(port),
    step: 'advertised',
    code: 'NOT_KAFKA',
    advice: /./,
  },
  'one of three brokers down': {
    stage: async () => {
      const port = await closedPort()
      return telling((own) => ({
        brokers: [own, open.port, port].map((at, index) => ({ nodeId: index + 1, host: 'localhost', port: at })),
        clusterId: 'staged',
        controllerId: 1,
        topics: [],
      }))
    },
    args: ({ port }) => to(port),
    step: 'advertised',
    code: 'CONNECTION_REFUSED',
    advice: /./,
  },
}

for (const [name, { stage, args, step, code, advice }] of Object.entries(faults)) {
  test(`the doctor finds ${name}`, async () => {
    const staged = await stage?.()
    try {
      const files = { 'ca-name': 'garbage', ...(staged?.ca !== undefined && { staged: staged.ca }) }
      const diagnosis = await diagnose(args({ port: staged?.port ?? 0 }), { files })
      assert.deepEqual(diagnosis.verdict, { step, code }, JSON.stringify(diagnosis.findings, null, 2))
      assert.equal(diagnosis.code, exitCodes[step])
      const failed = diagnosis.findings.filter(({ verdict }) => verdict === 'failed')
      assert.equal(failed.length, 1)
      assert.match(failed[0]?.advice ?? '', advice)
    } finally {
      await staged?.close()
    }
  })
}

test('where all is well, the doctor says so', async () => {
  const well: (readonly string[])[] = [
    to(open.port),
    toSecure(...alice),
    toSecure('--token-file', 'good'),
    to(plaintext.port, ...alice),
    [...to(open.port), ...to(open.servers[1]?.port ?? 0)],
  ]
  for (const args of well) {
    const { code, verdict, findings } = await diagnose(args)
    assert.equal(code, 0)
    assert.equal(verdict, null)
    assert.deepEqual(
      findings.filter((finding) => !['ok', 'skipped'].includes(finding.verdict) || finding.advice !== null),
      [],
    )
  }
})

test('every broker of a cluster is visited, by the name that it advertises', async () => {
  const { findings } = await diagnose(to(open.port))
  const steps = (node: number | null): string[] => findings.filter((one) => one.node === node).map(({ step }) => step)
  assert.deepEqual(steps(null), ['dns', 'tcp', 'protocol', 'mechanisms', 'login', 'metadata'])
  assert.deepEqual(steps(2), steps(null))
  assert.deepEqual(steps(3), steps(null))
  assert.deepEqual(steps(1), [])
})

test('credentials do not travel to a broker that is not trusted; what needs none is examined', async () => {
  let logins = 0
  for (const server of secure.servers) {
    server.events.on('login', () => {
      logins += 1
    })
  }
  const { findings } = await diagnose(to(secure.port, '--tls', ...alice))
  assert.deepEqual(
    findings.map(({ step, verdict }) => `${step} ${verdict}`),
    ['dns ok', 'tcp ok', 'tls failed', 'protocol ok', 'mechanisms ok', 'login skipped', 'metadata skipped'],
  )
  assert.equal(logins, 0)
  const insecure = await diagnose(to(secure.port, '--insecure', ...alice))
  assert.equal(insecure.code, 0)
  assert.deepEqual(
    insecure.findings.filter(({ verdict }) => verdict === 'warning').map(({ code }) => code),
    ['TLS_UNVERIFIED'],
  )
  assert.equal(logins, 1)
})

test('a certificate that ends soon is a warning', async () => {
  const staged = await certified(-350)
  try {
    const { findings } = await diagnose(to(staged.port, '--ca', 'staged'), {
      files: { staged: staged.ca ?? '' },
    })
    const tls = findings.find(({ step }) => step === 'tls')
    assert.equal(tls?.code, 'TLS_CERTIFICATE_ENDS_SOON')
    assert.equal(tls.verdict, 'warning')
  } finally {
    await staged.close()
  }
})

test('a broker that advertises its clients’ own machine', async () => {
  const port = await closedPort()
  const staged = await telling(() => ({
    brokers: [{ nodeId: 1, host: '127.0.0.1', port }],
    clusterId: 'staged',
    controllerId: 1,
    topics: [],
  }))
  try {
    const { findings } = await diagnose([`[::ffff:127.0.0.1]:${staged.port}`])
    assert.match(findings.at(-1)?.advice ?? '', /which is their own machine/)
  } finally {
    await staged.close()
  }
})

test('the report for a person: a line a step, the way out, a conclusion', async () => {
  const terminal = fakeTerminal({ env: { P: 'wrong-secret' }, files: { ca: secure.ca ?? '' } })
  const code = await run(
    ['doctor', ...toSecure('--mechanism', 'PLAIN', '-u', 'alice', '--password-env', 'P')],
    terminal,
  )
  assert.equal(code, 15)
  const { out, err } = terminal.written
  assert.equal(err, '')
  assert.match(
    out,
    /^localhost:\d+\n {2}✓ dns +[\d.]+ ms {3}.*\n {2}✓ tcp .*\n {2}✓ tls .*CN=localhost, valid until \d{4}-/,
  )
  assert.match(
    out,
    /\n {2}✗ login +[\d.]+ ms {3}AUTHENTICATION_FAILED: .*\n {6}→ \S[^]*\n {2}· metadata +– {3}needs login\n/,
  )
  assert.match(out, /\n✗ AUTHENTICATION_FAILED at the step login\n$/)
  const well = fakeTerminal()
  assert.equal(await run(['doctor', ...to(open.port)], well), 0)
  assert.match(well.written.out, /localhost:\d+ {2}as broker 2 advertises itself\n/)
  assert.match(well.written.out, /\n✓ all is well: 3 addresses examined\n$/)
})

test('on a terminal the step under way is shown, and replaced', async () => {
  const terminal = fakeTerminal()
  const live = { ...terminal, out: { ...terminal.out, live: true } }
  await run(['doctor', ...to(open.port)], live)
  assert.match(terminal.written.out, / {2}… dns\r\x1b\[2K {2}✓ dns/)
})

test('Ctrl-C ends an examination at once', async () => {
  const staged = await stranger(() => undefined)
  const abort = new AbortController()
  const terminal = { ...fakeTerminal(), signal: abort.signal }
  setImmediate(() => {
    abort.abort()
  })
  try {
    assert.equal(await run(['doctor', ...to(staged.port, '--timeout', '60s')], terminal), 130)
  } finally {
    await staged.close()
  }
})
