import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { unsecuredToken } from 'ottla/sasl'
import { ottla as run } from './harness/command.js'
import { theRing } from './harness/ring.js'

const folder = mkdtempSync(join(tmpdir(), 'ottla-cli-'))
after(() => {
  rmSync(folder, { recursive: true })
})
const { ca, stranger } = theRing().certificates

/** Runs the command as a user would; the password and a token are in the environment. */
async function ottla(...args: readonly string[]): Promise<{ code: number | null; out: string; err: string }> {
  const tokenOf = (now: number): string => unsecuredToken({ unsecuredLoginStringClaim_sub: 'alice' }, now)?.token ?? ''
  const [token, expired] = [tokenOf(Date.now()), tokenOf(Date.now() - 2 * 3_600_000)]
  const env = { PASSWORD: 'alice-secret', WRONG: 'wrong-secret', TOKEN: token, EXPIRED: expired }
  const { code, stdout: out, stderr: err } = await run(args, env)
  for (const secret of ['alice-secret', 'wrong-secret', token, expired]) assert.ok(!`${out}${err}`.includes(secret))
  return { code, out, err }
}

const alice = ['--username', 'alice', '--password-env', 'PASSWORD']

for (const { version, ports } of theRing().brokers) {
  const secure = [`localhost:${ports.SASLSSL}`, '--ca', ca]
  describe(`the command line at Kafka ${version}`, () => {
    for (const mechanism of ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512']) {
      test(`connect with ${mechanism}`, async () => {
        const { code, out, err } = await ottla('connect', ...secure, '--mechanism', mechanism, ...alice)
        assert.equal(code, 0, err)
        assert.match(out, /✓ dns[^]*✓ tcp[^]*✓ tls[^]*✓ api-versions[^]*✓ sasl-handshake[^]*✓ sasl-exchange/)
        assert.match(out, new RegExp(`ready in .*: ${mechanism}, session`))
        assert.match(out, new RegExp(`\\n {2}\\d+ {2}localhost:${ports.SASLSSL}\\b`))
      })
    }

    test('connect with OAUTHBEARER', async () => {
      const { code, out, err } = await ottla('connect', ...secure, '--token-env', 'TOKEN')
      assert.equal(code, 0, err)
      assert.match(out, /: OAUTHBEARER, session/)
    })

    test('connect with the best mechanism that there is', async () => {
      const { code, out, err } = await ottla('connect', ...secure, ...alice)
      assert.equal(code, 0, err)
      assert.match(out, /: SCRAM-SHA-512, session/)
    })

    test('connect with a client.properties', async () => {
      const file = join(folder, 'client.properties')
      const jaas =
        'org.apache.kafka.common.security.scram.ScramLoginModule required username="alice" password="alice-secret";'
      const lines = [
        `bootstrap.servers=localhost:${ports.SASLSSL}`,
        'security.protocol=SASL_SSL',
        'sasl.mechanism=SCRAM-SHA-256',
        `sasl.jaas.config=${jaas}`,
        'ssl.truststore.type=PEM',
        `ssl.truststore.location=${ca}`,
      ]
      writeFileSync(file, lines.join('\n'))
      const { code, out, err } = await ottla('connect', '--config', file)
      assert.equal(`${String(code)}${err}`, '0')
      assert.match(out, /: SCRAM-SHA-256, session/)
    })

    test('a wrong password is explained', async () => {
      const args = ['--mechanism', 'PLAIN', '--username', 'alice', '--password-env', 'WRONG']
      const { code, out, err } = await ottla('connect', ...secure, ...args)
      assert.equal(code, 1)
      assert.match(out, /✗ sasl-exchange/)
      assert.match(err, /AUTHENTICATION_FAILED in sasl-exchange[^]*Invalid username or password[^]*→ /)
    })

    test('the wrong port is explained: TLS expected, TLS not spoken', async () => {
      const plaintext = await ottla('connect', `localhost:${ports.SASLSSL}`)
      assert.equal(plaintext.code, 1)
      assert.match(plaintext.err, /TLS_EXPECTED in api-versions/)
      const encrypted = await ottla('connect', `localhost:${ports.SASL}`, '--ca', ca)
      assert.equal(encrypted.code, 1)
      assert.match(encrypted.err, /TLS_NOT_SPOKEN in tls/)
    })

    const diagnoses: Readonly<Record<string, [args: readonly string[], code: number, verdict: object | null]>> = {
      'that all is well': [[...secure, ...alice], 0, null],
      'that all is well without a login': [[`localhost:${ports.SSL}`, '--ca', ca], 0, null],
      'a wrong password': [
        [...secure, '--mechanism', 'PLAIN', '-u', 'alice', '--password-env', 'WRONG'],
        15,
        { step: 'login', code: 'AUTHENTICATION_FAILED' },
      ],
      'a mechanism that is not enabled': [
        [`localhost:${ports.EXTENSIONSSSL}`, '--ca', ca, ...alice],
        14,
        { step: 'mechanisms', code: 'UNSUPPORTED_MECHANISM' },
      ],
      'a login that is wanted': [secure, 14, { step: 'mechanisms', code: 'LOGIN_REQUIRED' }],
      'a login where there is none': [
        [`localhost:${ports.SSL}`, '--ca', ca, ...alice],
        14,
        { step: 'mechanisms', code: 'ILLEGAL_SASL_STATE' },
      ],
      'a TLS port': [[`localhost:${ports.SASLSSL}`, ...alice], 13, { step: 'protocol', code: 'TLS_EXPECTED' }],
      'a plaintext port': [[`localhost:${ports.SASL}`, '--ca', ca], 12, { step: 'tls', code: 'TLS_NOT_SPOKEN' }],
      'an authority that is not trusted': [
        [`localhost:${ports.SASLSSL}`, '--tls', ...alice],
        12,
        { step: 'tls', code: 'TLS_CERTIFICATE_UNTRUSTED' },
      ],
      'a client certificate that is missing': [
        [`localhost:${ports.MTLS}`, '--ca', ca],
        12,
        { step: 'tls', code: 'TLS_CLIENT_CERTIFICATE_REFUSED' },
      ],
      'a client certificate of another authority': [
        [`localhost:${ports.MTLS}`, '--ca', ca, '--cert', stranger, '--key', stranger],
        12,
        { step: 'tls', code: 'TLS_CLIENT_CERTIFICATE_REFUSED' },
      ],
      'another name in the certificate': [
        [`localhost:${ports.SASLSSL}`, '--ca', ca, '--servername', 'kafka.example.com', ...alice],
        12,
        { step: 'tls', code: 'TLS_HOSTNAME_MISMATCH' },
      ],
      'the port of a controller': [
        [`127.0.0.1:${ports.CONTROLLER}`],
        13,
        { step: 'protocol', code: 'CONTROLLER_LISTENER' },
      ],
      'an expired token': [[...secure, '--token-env', 'EXPIRED'], 15, { step: 'login', code: 'TOKEN_EXPIRED' }],
      'a token without the scope that is wanted': [
        [`localhost:${ports.SCOPE}`, '--token-env', 'TOKEN', '--allow-plaintext'],
        15,
        { step: 'login', code: 'TOKEN_REJECTED' },
      ],
      'an extension that is refused': [
        [`localhost:${ports.EXTENSIONSSSL}`, '--ca', ca, '--token-env', 'TOKEN', '--extension', 'bad=1'],
        15,
        { step: 'login', code: 'EXTENSIONS_REFUSED' },
      ],
      'that a short session is only worth a warning': [[`localhost:${ports.REAUTH}`, ...alice], 0, null],
    }
    for (const [name, [args, code, verdict]] of Object.entries(diagnoses)) {
      test(`the doctor finds ${name}`, async () => {
        const diagnosis = await ottla('doctor', ...args, '--json')
        const report = JSON.parse(diagnosis.out) as { verdict: unknown }
        assert.deepEqual([diagnosis.code, report.verdict], [code, verdict], diagnosis.out)
      })
    }

    test('request asks anything', async () => {
      const body = '{ "includeClusterAuthorizedOperations": false }'
      const { code, out, err } = await ottla('request', 'DescribeCluster', ...secure, ...alice, '--json', body)
      assert.equal(code, 0, err)
      const { brokers } = JSON.parse(out) as { brokers: { port: number }[] }
      assert.deepEqual(
        brokers.map(({ port }) => port),
        [ports.SASLSSL],
      )
    })
  })
}
