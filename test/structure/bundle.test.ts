import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { test } from 'node:test'
import { OttlaError, UsageError } from 'ottla'
import * as kafkajs from 'ottla/adapters/kafkajs'
import * as platformatic from 'ottla/adapters/platformatic'
import { rdkafkaTokenRefresh } from 'ottla/adapters/rdkafka'
import { readClientConfig } from 'ottla/config'
import { Metadata } from 'ottla/messages/Metadata'
import { clientCredentials } from 'ottla/oauth'
import { unsecuredValidator } from 'ottla/sasl'
import { listen } from 'ottla/server'
import { startBroker } from 'ottla/testing'
import { root } from './files.js'

const dist = new URL('dist/', root)
const { exports } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  exports: Readonly<Record<string, string | { readonly default: string }>>
}
const entries = Object.entries(exports).flatMap(([entry, file]) =>
  typeof file === 'string' || entry.includes('*') ? [] : [{ name: `ottla${entry.slice(1)}`, file: file.default }],
)

/** The files of dist/ that are read when one of them is imported, before anything that is loaded later. */
function loaded(file: string): URL[] {
  const found = new Set([new URL(file, root).href])
  for (const each of found) {
    const statements = readFileSync(new URL(each), 'utf8').matchAll(
      /^(?:import|export) (?:[^'"]*? from )?'(\.[^']+)'/gm,
    )
    for (const [, specifier = ''] of statements) found.add(new URL(specifier, each).href)
  }
  return [...found].map((each) => new URL(each))
}

function allFiles(ending: string): string[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending))
}

test('what a program imports is a few files', () => {
  const most: Readonly<Record<string, number>> = { 'ottla/messages': 120, 'ottla/testing': 130, 'ottla/oauth': 20 }
  for (const { name, file } of entries) {
    const files = loaded(file).map((each) => basename(each.pathname))
    assert.ok(files.length <= (most[name] ?? 9), `${name} loads ${String(files.length)} files: ${files.join(', ')}`)
  }
  assert.ok(loaded('./dist/index.js').length > 1, 'shared chunks are found')
})

test('ottla loads nothing of servers, tests, tokens, files of settings and the command line', () => {
  const sources = loaded('./dist/index.js').flatMap((file) => {
    const map = JSON.parse(readFileSync(new URL(`${file.href}.map`), 'utf8')) as { sources: readonly string[] }
    return map.sources
  })
  assert.ok(sources.some((source) => source.endsWith('src/connection/connect.ts')))
  assert.deepEqual(
    sources.filter((source) => !/\/src\/(index\.ts|errors\.ts|(connection|sasl|protocol|messages)\/)/.test(source)),
    [],
  )
})

test('ottla loads of Node what a connection without TLS and a login with a token need', () => {
  const loads = (code: string): string[] =>
    execFileSync(
      process.execPath,
      ['--input-type=module', '--eval', `${code}\nprocess.stdout.write(String(process.moduleLoadList))`],
      {
        cwd: root,
        encoding: 'utf8',
      },
    ).split(',')
  const dear = ['crypto', 'tls', 'https', 'perf_hooks'].map((name) => `NativeModule ${name}`)
  const listed = new Set(loads("import 'node:https'\nimport 'node:perf_hooks'"))
  assert.deepEqual(
    dear.filter((name) => !listed.has(name)),
    [],
    'Node lists what it loads by these names',
  )
  const loaded = new Set(loads("import 'ottla'"))
  assert.deepEqual(
    dear.filter((name) => loaded.has(name)),
    [],
  )
})

test('a module is in one file of dist/, and a chunk has the name of a room', () => {
  const homes = new Map<string, string[]>()
  for (const name of allFiles('.js.map')) {
    const { sources } = JSON.parse(readFileSync(new URL(name, dist), 'utf8')) as { sources: readonly string[] }
    for (const source of sources) {
      const { href } = new URL(source, new URL(name, dist))
      homes.set(href, [...(homes.get(href) ?? []), name])
    }
  }
  assert.ok(homes.size > 300)
  assert.deepEqual(
    [...homes].filter(([, names]) => names.length > 1),
    [],
  )
  const rooms = readdirSync(new URL('src/', root)).map((name) => name.replace(/\.ts$/, ''))
  const chunks = readdirSync(new URL('chunks/', dist)).filter((name) => name.endsWith('.js'))
  assert.ok(chunks.length > 5)
  assert.deepEqual(
    chunks.filter((name) => !rooms.some((room) => name === `${room}.js` || name.startsWith(`${room}-`))),
    [],
  )
})

test('an error is of one class, whichever entry point it comes from', async () => {
  const wrong = undefined as never
  const failures: Readonly<Record<string, () => unknown>> = {
    kafkajs: () => kafkajs.kafkajsSecurity({ sasl: {} as never }),
    platformatic: () => platformatic.platformaticSasl(wrong),
    rdkafka: () => rdkafkaTokenRefresh({ token: () => ({ token: 'a' }), assumedLifetime: 0 }),
    config: () => readClientConfig('security.protocol=NONE', {}),
    messages: () => Metadata.request.encode(wrong, -1, wrong),
    oauth: () => clientCredentials({} as never),
    sasl: () => unsecuredValidator({ unsecuredValidatorAllowableClockSkewMs: '-1' }),
    server: () => listen({ port: 0, maxFrameSize: -1 } as never),
    testing: () => startBroker({ listeners: [] }),
  }
  for (const [name, fail] of Object.entries(failures)) {
    const error: unknown = await (async () => fail())().then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    assert.ok(error instanceof OttlaError, `${name}: ${String(error)}`)
  }
  const error = new UsageError('INVALID_ARGUMENT', 'it is asked for')
  for (const adapter of [kafkajs, platformatic]) assert.equal(adapter.ottlaErrorIn(error), error)
})

test('a class has the name by which it is exported', async () => {
  const found: string[] = []
  for (const { name } of entries) {
    for (const [key, value] of Object.entries((await import(name)) as Record<string, unknown>)) {
      if (typeof value !== 'function' || !/^class\b/.test(Function.prototype.toString.call(value))) continue
      assert.equal(value.name, key, name)
      found.push(key)
    }
  }
  assert.ok(found.includes('OttlaError') && found.includes('FakeClock'))
})
