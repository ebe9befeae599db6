import assert from 'node:assert/strict'
import { existsSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { root } from '../harness/paths.js'
import { run, tail } from '../harness/processes.js'
import { theRing } from '../harness/ring.js'
import { bundle, compile, consumerProject, runtimes } from './package.js'

/** The oldest Node that Ottla supports, and the lines that live, each in its folder by the packages of npm. */
const nodes = ['node20', 'node22', 'node24', 'node26']
const bunArch = process.arch === 'arm64' ? 'aarch64' : process.arch
const commands: Readonly<Record<string, readonly [file: string, ...first: string[]]>> = {
  ...Object.fromEntries(nodes.map((name) => [name, [`${name}-linux-${process.arch}/bin/node`]])),
  bun: [`@oven/bun-linux-${bunArch}/bin/bun`],
  deno: [`@deno/linux-${process.arch}-glibc/deno`, 'run', '--allow-all'],
}

const { brokers, certificates, folder } = theRing()
const environment = {
  // else a test runner in it would report to this one
  NODE_TEST_CONTEXT: undefined,
  KAFKA_PORT: String(brokers[0]?.ports.SASLSSL),
  KAFKA_CA: certificates.ca,
}
const expected = { kafka: 1, configured: 'shutdown', authorized: 'shutdown', refused: 'AUTHENTICATION_FAILED' }

/** What a program printed on a runtime. Whatever else it prints is a failure: a warning is what a user sees, too. */
async function runOn(name: string, project: string, program: string): Promise<unknown> {
  const [file = '', ...first] = commands[name] ?? []
  const command = join(runtimes, 'node_modules', file)
  assert.ok(existsSync(command), `${file} is not installed`)
  const options = { cwd: project, env: environment, timeout: 60_000 }
  const { code, stdout, stderr } = await run(command, [...first, program], options)
  assert.equal(code, 0, tail(stdout + stderr))
  assert.equal(stderr, '')
  return JSON.parse(stdout)
}

describe('the packed package', () => {
  let project: string
  before(async () => {
    project = await consumerProject(mkdtempSync(join(folder, 'package-')))
    await Promise.all([compile(project, 'nodenext', 'nodenext'), compile(project, 'bundler', 'bundler')])
    await Promise.all([bundle(project, 'consumer.ts', 'bundle.mjs'), bundle(project, 'commonjs.cjs', 'bundle.cjs')])
  })

  for (const name of Object.keys(commands)) {
    for (const program of ['nodenext/consumer.js', 'bundler/consumer.js', 'bundle.mjs']) {
      test(`${program} on ${name}`, async () => assert.deepEqual(await runOn(name, project, program), expected))
    }
    for (const program of ['commonjs.cjs', 'bundle.cjs']) {
      test(`${program} on ${name}`, async () => {
        assert.deepEqual(await runOn(name, project, program), { apis: true })
      })
    }
  }
})

describe('the whole of npm test', () => {
  for (const name of nodes) {
    test(`on ${name}`, async () => {
      const node = join(runtimes, 'node_modules', commands[name]?.[0] ?? '')
      const { code, stdout, stderr } = await run(node, [join(root, 'scripts/test.mjs')], {
        env: environment,
        timeout: 600_000,
      })
      assert.equal(code, 0, tail(stdout + stderr, 80))
      assert.match(stdout, /^[1-9]\d{2,} passed, 0 failed, \d+ skipped$/m)
    })
  }
})
