import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { root } from './files.js'

const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const guide = readdirSync(new URL('docs/guide', root)).filter((name) => name.endsWith('.md'))
const texts = ['README.md', ...guide.map((name) => `docs/guide/${name}`)]

test('a text says of speed only what a run of the benchmarks has written down', () => {
  const measured = new Set(read('bench/RESULTS.md').match(/\d+\.\d+×/g))
  assert.ok(measured.size > 20)
  for (const text of texts) {
    for (const [ratio] of read(text).matchAll(/\d+(?:\.\d+)?×/g)) {
      assert.ok(measured.has(ratio), `${text} says ${ratio}, bench/RESULTS.md does not`)
    }
  }
})

test('the README shows charts that are there, for light and for dark surroundings', () => {
  const shown = [...read('README.md').matchAll(/(?:src|srcset)="(bench\/charts\/[^"]+)"/g)].map(([, path = '']) => path)
  assert.ok(shown.some((path) => path.endsWith('-light.svg')) && shown.some((path) => path.endsWith('-dark.svg')))
  for (const path of shown) assert.ok(existsSync(new URL(path, root)), path)
})
