import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { run } from '#src/cli/run.js'
import { fakeTerminal } from '../terminal.js'
import { alice, diagnose as diagnoseIn, exitCodes, openClinic, page, to } from './clinic.js'
import { clusterFaults } from './cluster-faults.js'
import { loginFaults } from './login-faults.js'
import { networkFaults } from './network-faults.js'
import { closedPort, cluster, stranger, telling } from './stage.js'
import { tlsFaults } from './tls-faults.js'
import type { FakeWorld } from '../terminal.js'
import type { Clinic, Diagnosis } from './clinic.js'

let clinic: Clinic
before(async () => {
  clinic = await openClinic()
})
after(() => clinic.close())

const diagnose = (args: readonly string[], world: FakeWorld = {}): Promise<Diagnosis> => diagnoseIn(clinic, args, world)
const toSecure = (...args: readonly string[]): readonly string[] => to(clinic.secure.port, '--ca', 'ca', ...args)

const faults = { ...networkFaults, ...tlsFaults, ...loginFaults, ...clusterFaults }

for (const [name, { stage, args, step, code, advice, warning = false }] of Object.entries(faults)) {
  test(`the doctor finds ${name}`, async () => {
    const staged = (await stage?.(clinic)) ?? { port: 0, close: () => undefined }
    try {
      const { files, env } = staged
      const diagnosis = await diagnose(args(clinic, staged), { ...(files && { files }), ...(env && { env }) })
      const all = JSON.stringify(diagnosis.findings, null, 2)
      assert.deepEqual(diagnosis.verdict, warning ? null : { step, code }, all)
      assert.equal(diagnosis.code, warning ? 0 : exitCodes[step])
      const bad = diagnosis.findings.filter(({ verdict }) => ['failed', 'warning'].includes(verdict))
      assert.deepEqual(
        bad.map((finding) => [finding.node === null ? finding.step : 'advertised', finding.verdict, finding.code]),
        [[step, warning ? 'warning' : 'failed', code]],
      )
      assert.match(bad[0]?.advice ?? '', advice)
    } finally {
      await staged.close()
    }
  })
}

test('the page knows every code and every exit code', () => {
  const unknown = Object.values(faults).filter(({ code }) => !page.includes(`\`${code}\``))
  assert.deepEqual(unknown, [])
  for (const [step, code] of Object.entries(exitCodes)) assert.match(page, new RegExp(`\\| ${code} +\\| \`${step}\``))
})

test('where all is well, the doctor says so', async () => {
  const well: (readonly string[])[] = [
    to(clinic.open.port),
    toSecure(...alice),
    toSecure('--token-file', 'good'),
    to(clinic.plaintext.port, ...alice),
    [...to(clinic.open.port), ...to(clinic.open.servers[1]?.port ?? 0)],
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
  const { findings } = await diagnose(to(clinic.open.port))
  const steps = (node: number | null): string[] => findings.filter((one) => one.node === node).map(({ step }) => step)
  assert.deepEqual(steps(null), ['dns', 'tcp', 'protocol', 'mechanisms', 'login', 'metadata'])
  assert.deepEqual(steps(2), steps(null))
  assert.deepEqual(steps(3), steps(null))
  assert.deepEqual(steps(1), [])
})

test('credentials do not travel to a broker that is not trusted; what needs none is examined', async () => {
  let logins = 0
  for (const server of clinic.secure.servers) {
    server.events.on('login', () => {
      logins += 1
    })
  }
  const { findings } = await diagnose(to(clinic.secure.port, '--tls', ...alice))
  assert.deepEqual(
    findings.map(({ step, verdict }) => `${step} ${verdict}`),
    ['dns ok', 'tcp ok', 'tls failed', 'protocol ok', 'mechanisms ok', 'login skipped', 'metadata skipped'],
  )
  assert.equal(logins, 0)
  const insecure = await diagnose(to(clinic.secure.port, '--insecure', ...alice))
  assert.equal(insecure.code, 0)
  assert.deepEqual(
    insecure.findings.filter(({ verdict }) => verdict === 'warning').map(({ code }) => code),
    ['TLS_UNVERIFIED'],
  )
  assert.equal(logins, 1)
})

test('a broker that advertises its clients’ own machine', async () => {
  const port = await closedPort()
  const staged = await telling(() => cluster({ host: '127.0.0.1', port }))
  try {
    const { findings } = await diagnose([`[::ffff:127.0.0.1]:${staged.port}`])
    assert.match(findings.at(-1)?.advice ?? '', /which is their own machine/)
  } finally {
    await staged.close()
  }
})

test('the report for a person: a line a step, the way out, a conclusion', async () => {
  const terminal = fakeTerminal({ env: { P: 'wrong-secret' }, files: { ca: clinic.secure.ca ?? '' } })
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
  assert.equal(await run(['doctor', ...to(clinic.open.port)], well), 0)
  assert.match(well.written.out, /\n {2}✓ broker 2 {5}advertised as localhost:\d+ {3}5 steps in [\d.]+ ms\n/)
  assert.match(well.written.out, /\n✓ all is well: 3 addresses examined\n$/)
})

test('on a terminal the step under way is shown, and replaced', async () => {
  const terminal = fakeTerminal()
  const live = { ...terminal, out: { ...terminal.out, live: true } }
  await run(['doctor', ...to(clinic.open.port)], live)
  assert.match(terminal.written.out, / {2}… dns\r\x1b\[2K {2}✓ dns/)
})

test('a step that lasts counts its seconds on a terminal, on the other output too if the first is read by a machine', async () => {
  const staged = await stranger(() => undefined)
  try {
    for (const json of [[], ['--json']]) {
      const terminal = fakeTerminal()
      const live = {
        ...terminal,
        err: { ...terminal.err, live: true },
        out: { ...terminal.out, live: json.length === 0 },
      }
      await run(['doctor', `127.0.0.1:${staged.port}`, '--tls', '--timeout', '1500ms', ...json], live)
      const { out, err } = terminal.written
      assert.match(json.length > 0 ? err : out, / {2}… tls\r\x1b\[2K {2}… tls 1 s\r\x1b\[2K[^]*✗ tls/)
      if (json.length > 0) assert.doesNotMatch(out, /\x1b/)
    }
  } finally {
    await staged.close()
  }
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
