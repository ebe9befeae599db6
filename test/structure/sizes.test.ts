import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isGenerated, typescriptFiles } from './files.js'
import { limits, lines, longFunctions, median } from './sizes.js'

const handWritten = [...typescriptFiles()].filter(([file, text]) => !isGenerated(file, text))

test(`no hand-written file has more than ${String(limits.file)} lines, half of them at most ${String(limits.medianFile)}`, () => {
  const sizes = handWritten.map(([file, text]) => ({ file, lines: lines(text) }))
  assert.deepEqual(
    sizes.filter((one) => one.lines > limits.file),
    [],
  )
  assert.ok(median(sizes.map((one) => one.lines)) <= limits.medianFile)
})

test(`no function has more than ${String(limits.function)} lines without a reason on top`, () => {
  assert.deepEqual(
    handWritten.flatMap(([file, text]) => longFunctions(file, text)),
    [],
  )
})

test('no file is called after nothing in particular', () => {
  const vague = /(^|\/)(utils?|helpers?|types|constants|common|misc)(\.test)?\.ts$/
  assert.deepEqual(
    handWritten.map(([file]) => file).filter((file) => vague.test(file)),
    [],
  )
})

test('whoever silences a rule says why', () => {
  const silenced =
    /(eslint-disable(?!.* -- \S)|@ts-ignore|@ts-nocheck|@ts-expect-error(?!:? \S)|(c8|v8|istanbul) ignore)/
  const found = handWritten
    .filter(([file]) => file !== 'test/structure/sizes.test.ts')
    .flatMap(([file, text]) =>
      text.split('\n').flatMap((line, at) => (silenced.test(line) ? [`${file}:${String(at + 1)}`] : [])),
    )
  assert.deepEqual(found, [])
})

test('long functions are found, and excused by a reason only', () => {
  const body = '  step()\n'.repeat(limits.function)
  assert.equal(longFunctions('a.ts', `function a() {\n${body}}`).length, 1)
  assert.equal(longFunctions('a.ts', `const a = () => {\n${body}}`).length, 1)
  assert.equal(longFunctions('a.ts', `class A {\n  a() {\n${body}  }\n}`).length, 1)
  assert.equal(longFunctions('a.ts', `/* Long on purpose: a table. */\nfunction a() {\n${body}}`).length, 0)
  assert.equal(longFunctions('a.ts', `/* It is long. */\nfunction a() {\n${body}}`).length, 1)
  assert.equal(longFunctions('a.ts', `describe('a', () => {\n${body}})`).length, 0)
})

test('lines and medians are counted right', () => {
  assert.equal(lines('a\nb\n'), 2)
  assert.equal(lines('a\nb'), 2)
  assert.equal(median([3, 1, 2]), 2)
})
