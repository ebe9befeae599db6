import assert from 'node:assert/strict'
import { test } from 'node:test'
import { numbers } from '../connection/numbers.js'
import { guardless, mutations } from './list.js'
import { mutated } from './mutation.js'

test('every number has a guard that `npm run mutations` takes away, or a reason why not', () => {
  const listed = new Set([...mutations.map(({ number }) => number), ...Object.keys(guardless)])
  assert.deepEqual([...listed].sort(), Object.keys(numbers).sort())
})

test('every guard is where the list says', () => {
  for (const edit of mutations.flatMap(({ edits }) => edits)) assert.notEqual(mutated(edit), '')
})
