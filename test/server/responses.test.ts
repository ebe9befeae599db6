import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ResponseQueue } from '#src/server/responses.js'

test('answers leave in the order of their requests, each as soon as those before it are out', () => {
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }),
      fc.infiniteStream(fc.nat()),
      (answered, dice) => {
        const out: number[] = []
        const queue = new ResponseQueue((frame) => out.push(frame[0] ?? -1))
        const open = answered.map((has, index) => ({ index, has, place: queue.reserve() }))
        const done = new Set<number>()
        while (open.length > 0) {
          const [next] = open.splice((dice.next().value ?? 0) % open.length, 1)
          if (next === undefined) break
          queue.fill(next.place, next.has ? Uint8Array.of(next.index) : null)
          done.add(next.index)
          let ready = 0
          while (done.has(ready)) ready += 1
          assert.deepEqual(
            out,
            answered.flatMap((has, index) => (has && index < ready ? [index] : [])),
          )
        }
        assert.equal(queue.size, 0)
      },
    ),
  )
})
