import assert from 'node:assert/strict'
import { test } from 'node:test'
import { typescriptFiles } from './files.js'
import { importsOf } from './imports.js'
import { copies, violationsOutside } from './outside.js'
import { cycle, violationsInSource } from './table.js'

const texts = typescriptFiles()
const files = new Set(texts.keys())
const sources = new Map([...texts].filter(([file]) => file.startsWith('src/')))

test('every import in src/ keeps to the table', () => {
  assert.ok(sources.size > 3)
  assert.deepEqual(
    [...sources].flatMap(([file, text]) => violationsInSource(file, text, files)),
    [],
  )
})

test('there are no cycles', () => {
  assert.equal(cycle(sources), null)
  assert.equal(cycle(new Map([...texts].filter(([file]) => !file.startsWith('src/')))), null)
})

test('tests, examples, benchmarks and the generator see only what they may', () => {
  const outside = [...texts].filter(([file]) => !file.startsWith('src/'))
  assert.deepEqual(
    outside.flatMap(([file, text]) => violationsOutside(file, text)),
    [],
  )
})

test('no test runs with two copies of Ottla', () => {
  assert.deepEqual(copies(texts), [])
})

test('the reader of imports sees every syntax', () => {
  const text = `
    import a from './a.js'
    import type { B } from './b.js'
    import { type C, type D } from './c.js'
    import { type E, f as g } from './e.js'
    import * as h from './h.js'
    import './i.js'
    export { j } from './j.js'
    export type { K } from './k.js'
    export * from './l.js'
    const m = await import('./m.js')
    type N = import('./n.js').N
    const o = await import(name)
    const p = require('./p.js')
    import q = require('./q.js')
  `
  const summary = importsOf('x.ts', text).map(({ specifier, typeOnly, names, line }) =>
    [line, specifier, typeOnly ? 'types' : 'values', ...names].join(' '),
  )
  assert.deepEqual(summary, [
    '2 ./a.js values',
    '3 ./b.js types B',
    '4 ./c.js types C D',
    '5 ./e.js values E f',
    '6 ./h.js values',
    '7 ./i.js values',
    '8 ./j.js values j',
    '9 ./k.js types K',
    '10 ./l.js values',
    '11 ./m.js values',
    '12 ./n.js types',
    '13 <computed> values',
    '14 ./p.js values',
    '15 ./q.js values',
  ])
})

test('violations in src/ are found, whatever their syntax', () => {
  const others = ['src/errors.ts', 'src/connection/dial.ts', 'src/server/listen.ts', 'src/sasl/plain.ts']
  const check = (file: string, text: string): string[] => violationsInSource(file, text, new Set([file, ...others]))
  const fine: [string, string][] = [
    ['src/sasl/scram/client.ts', `import { OttlaError } from '../../errors.js'`],
    ['src/sasl/client.ts', `import type { PeerCertificate } from 'node:tls'`],
    ['src/config/client.ts', `import type { ConnectOptions } from '../connection/dial.js'`],
    ['src/adapters/kafkajs.ts', `import { dial } from '../connection/dial.js'`],
    ['src/connection/tcp.ts', `import net from 'node:net'`],
    ['src/index.ts', `export { plain } from './sasl/plain.js'`],
  ]
  for (const [file, text] of fine) assert.deepEqual(check(file, text), [], `${file}: ${text}`)
  const faulty: [string, string][] = [
    ['src/sasl/client.ts', `import type { Dial } from '../connection/dial.js'`],
    ['src/sasl/client.ts', `const x = await import('../connection/dial.js')`],
    ['src/sasl/client.ts', `type X = import('../connection/dial.js').Dial`],
    ['src/sasl/client.ts', `import net from 'node:net'`],
    ['src/sasl/client.ts', `import { connect } from 'node:tls'`],
    ['src/connection/a.ts', `export type { Listen } from '../server/listen.js'`],
    ['src/config/client.ts', `import { dial } from '../connection/dial.js'`],
    ['src/adapters/kafkajs.ts', `import { dial, secret } from '../connection/dial.js'`],
    ['src/adapters/kafkajs.ts', `import * as all from '../connection/dial.js'`],
    ['src/cli/doctor.ts', `import tls from 'node:tls'`],
    ['src/connection/a.ts', `import http from 'node:http'`],
    ['src/connection/a.ts', `import { jwtVerify } from 'jose'`],
    ['src/connection/a.ts', `import { plain } from 'ottla'`],
    ['src/connection/a.ts', `import { plain } from '#src/sasl/plain.js'`],
    ['src/connection/a.ts', `import { plain } from '../sasl/plain'`],
    ['src/connection/a.ts', `import { plain } from '../sasl/nothing.js'`],
    ['src/connection/a.ts', `import { x } from '../../test/structure/files.js'`],
    ['src/connection/a.ts', `const m = await import(name)`],
    ['src/utils/a.ts', ``],
  ]
  for (const [file, text] of faulty) assert.equal(check(file, text).length, 1, `${file}: ${text}`)
})

test('violations outside src/ are found', () => {
  const fine: [string, string][] = [
    ['test/sasl/plain.test.ts', `import { plain } from '#src/sasl/plain.js'`],
    ['test/server/frames.test.ts', `import { Writer } from '#src/protocol/writer.js'`],
    ['test/server/frames.test.ts', `import { FakeClock } from '#src/testing/index.js'`],
    ['test/socket/login.test.ts', `import { connect } from 'ottla'`],
    ['test/generator/schema.test.ts', `import { parse } from '../../generator/schema.js'`],
    ['examples/plain.ts', `import { connect } from 'ottla'`],
  ]
  for (const [file, text] of fine) assert.deepEqual(violationsOutside(file, text), [], `${file}: ${text}`)
  const faulty: [string, string][] = [
    ['test/sasl/plain.test.ts', `import { connect } from '#src/connection/connect.js'`],
    ['test/sasl/plain.test.ts', `import { plain } from '../../src/sasl/plain.js'`],
    ['test/socket/login.test.ts', `import { plain } from '#src/sasl/plain.js'`],
    ['test/vectors/sasl.ts', `import type { Plain } from '#src/sasl/plain.js'`],
    ['test/other.test.ts', `import { plain } from '#src/sasl/plain.js'`],
    ['test/elsewhere/other.test.ts', `import { plain } from '#src/sasl/plain.js'`],
    ['examples/plain.ts', `import { plain } from '../dist/sasl/plain.js'`],
    ['generator/main.ts', `import { Writer } from 'ottla/protocol'`],
    ['generator/main.ts', `import { helper } from '../test/helper.js'`],
  ]
  for (const [file, text] of faulty) assert.equal(violationsOutside(file, text).length, 1, `${file}: ${text}`)
})

test('two copies of Ottla are found, types and what other files import considered', () => {
  const files = new Map([
    ['test/a.test.ts', `import { plain } from '#src/sasl/plain.js'\nimport { deep } from './deep.js'`],
    ['test/b.test.ts', `import type { Plain } from '#src/sasl/plain.js'\nimport { deep } from './deep.js'`],
    ['test/c.test.ts', `import { plain } from '#src/sasl/plain.js'\nimport type { Connection } from 'ottla'`],
    ['test/deep.ts', `export { published } from './deeper.js'`],
    ['test/deeper.ts', `const { startBroker } = await import('ottla/testing')`],
  ])
  assert.deepEqual(copies(files), ['test/a.test.ts: #src/ by test/a.test.ts, ottla by test/deeper.ts'])
})

test('cycles are found, type imports included', () => {
  const files = new Map([
    ['src/a.ts', `import { b } from './b.js'`],
    ['src/b.ts', `import type { C } from './c.js'`],
    ['src/c.ts', `type A = import('./a.js').A`],
  ])
  assert.equal(cycle(files), 'src/a.ts → src/b.ts → src/c.ts → src/a.ts')
})
