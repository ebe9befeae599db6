import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const root = new URL('../../../', import.meta.url)
const source = readFileSync(new URL('src/errors.ts', root), 'utf8')
const page = readFileSync(new URL('docs/guide/errors.md', root), 'utf8')

/** The codes of every class of errors, as the types have them. */
function codesInSource(): Map<string, string[]> {
  const unions = source.matchAll(/^export type (\w+)ErrorCode =\s([^=]*?)(?=\n\n)/gm)
  const classes = [...unions].map(([, name = '', union = '']): [string, string[]] => [
    `${name}Error`,
    [...union.matchAll(/'([A-Z_]+)'/g)].map(([, code = '']) => code),
  ])
  return new Map(classes)
}

/** The same, as the page has them: a heading for each class, below it one for each code. */
function codesOnPage(): Map<string, string[]> {
  const chapters = page.split(/^## /m).slice(1)
  return new Map(
    chapters.map((chapter) => [
      /^\w+/.exec(chapter)?.[0] ?? '',
      [...chapter.matchAll(/^### (.+)$/gm)].map(([, code = '']) => code),
    ]),
  )
}

const sorted = (codes: Map<string, string[]>): unknown => [...codes].map(([name, list]) => [name, list.sort()]).sort()

test('the page has every code below its class, and no other', () => {
  const codes = codesInSource()
  assert.ok([...codes.values()].flat().length >= 40)
  assert.deepEqual(sorted(codesOnPage()), sorted(codes))
})

for (const section of page.split(/^### /m).slice(1)) {
  const [code = ''] = section.split('\n')
  test(`${code} has meaning, cause and remedy`, () => {
    for (const part of ['Meaning', 'Cause', 'Remedy']) {
      const text = new RegExp(`^- \\*\\*${part}:\\*\\* (.{12,})$`, 'm').exec(section)?.[1]
      assert.ok(text, `${part} is missing`)
    }
  })
}

test('every property that the page names is one of errors', () => {
  const table = /\| Property[^\n]*\n\|[^\n]*\n((?:\|.*\n)+)/.exec(page)?.[1] ?? ''
  const names = [...table.matchAll(/^\| `(\w+)`/gm)].map(([, name = '']) => name)
  assert.ok(names.length >= 5)
  for (const name of names) if (name !== 'cause') assert.match(source, new RegExp(`readonly ${name}\\b`))
})
