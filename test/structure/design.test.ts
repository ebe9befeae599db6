import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { root } from './files.js'
import { rooms } from './table.js'

const design = readFileSync(new URL('DESIGN.md', root), 'utf8')

/** The rows of the table whose head begins with an empty cell and `errors`. */
function tableOfImports(): Record<string, Record<string, string>> {
  const rows = design
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    )
  const start = rows.findIndex((row) => row[0] === '' && row[1] === 'errors')
  const [, ...columns] = rows[start] ?? []
  return Object.fromEntries(
    rows
      .slice(start + 2)
      .map(([name = '', ...cells]) => [
        name,
        Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']).filter(([, cell]) => cell !== '')),
      ]),
  )
}

test('the table of DESIGN.md is the one that is enforced', () => {
  const enforced = Object.fromEntries(
    Object.entries(rooms).map(([room, permissions]) => [
      room,
      Object.fromEntries(
        Object.entries(permissions).map(([other, permission]) => [
          other,
          permission === true ? 'x' : permission === 'types' ? 'types' : 'dial',
        ]),
      ),
    ]),
  )
  assert.deepEqual(tableOfImports(), enforced)
})

test('every file that DESIGN.md names exists', () => {
  const named = [...design.matchAll(/`([a-z][\w/-]*\/[\w-]+\.(?:ts|mjs))`/g)].map(([, path = '']) => path)
  assert.ok(named.length > 20)
  const missing = named.filter((path) => ![path, `src/${path}`].some((at) => existsSync(new URL(at, root))))
  assert.deepEqual(missing, [])
})
