import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { crc32c } from '#src/testing/crc32c.js'
import { PartitionLog } from '#src/testing/partition-log.js'
import { batchOf, crc32cOf, valuesOf } from '../support/records.js'

test('CRC-32C is that of its definition, and of the known example', () => {
  assert.equal(crc32c(Buffer.from('123456789')), 0xe3069283)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      assert.equal(crc32c(bytes), crc32cOf(bytes))
    }),
  )
})

test('a read gives whole batches from the one that holds the offset, at least one, no more than was asked for', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 }),
      fc.nat(),
      fc.nat(800),
      (sizes, from, maxBytes) => {
        const log = new PartitionLog()
        const batches = sizes.map((size, index) => batchOf(Array.from({ length: size }, (_, nth) => `${index}-${nth}`)))
        for (const batch of batches) log.append(batch)
        const total = sizes.reduce((sum, size) => sum + size, 0)
        assert.equal(log.endOffset, BigInt(total))
        const offset = from % total
        let start = 0
        const first = sizes.findIndex((size) => (start += size) > offset)
        const wanted: string[] = []
        let bytes = 0
        for (const [index, size] of sizes.entries()) {
          if (index < first) continue
          const length = batches[index]?.length ?? 0
          if (bytes > 0 && bytes + length > maxBytes) break
          bytes += length
          for (let nth = 0; nth < size; nth += 1) wanted.push(`${index}-${nth}`)
        }
        const read = log.read(BigInt(offset), maxBytes)
        assert.deepEqual(valuesOf(read), wanted)
        assert.equal(read.readBigInt64BE(0), BigInt(sizes.slice(0, first).reduce((sum, size) => sum + size, 0)))
      },
    ),
  )
})

test('a damaged batch is refused, wherever the damage is behind the leader epoch', () => {
  const batch = batchOf(['a', 'bc'])
  for (let at = 17; at < batch.length; at += 1) {
    const damaged = Buffer.from(batch)
    damaged[at] = (damaged[at] ?? 0) ^ 0x10
    assert.throws(() => new PartitionLog().append(damaged), { name: 'Error' }, `byte ${at}`)
  }
})

test('a batch that claims more bytes than there are, no bytes or another format is refused', () => {
  const change = (write: (batch: Buffer) => void): Buffer => {
    const batch = batchOf(['a'])
    write(batch)
    return batch
  }
  for (const batch of [
    change((b) => b.writeInt32BE(1_000_000, 8)),
    change((b) => b.writeInt32BE(-1, 8)),
    change((b) => b.writeInt32BE(0, 8)),
    change((b) => b.writeInt8(1, 16)),
    batchOf(['a']).subarray(0, 40),
    Buffer.alloc(0),
  ]) {
    const log = new PartitionLog()
    assert.throws(() => log.append(batch))
    assert.equal(log.endOffset, 0n)
  }
})

test('times lead to offsets', () => {
  const log = new PartitionLog()
  for (const timestamp of [100n, 300n, 200n]) log.append(batchOf(['x', 'y'], { timestamp }))
  assert.deepEqual(log.offsetFor(50n), { offset: 0n, timestamp: 100n })
  assert.deepEqual(log.offsetFor(150n), { offset: 2n, timestamp: 300n })
  assert.equal(log.offsetFor(301n), null)
  assert.deepEqual(log.latestTimestamp(), { offset: 3n, timestamp: 300n })
  assert.equal(new PartitionLog().latestTimestamp(), null)
})

test('what is deleted is gone, and the log begins behind it', () => {
  const log = new PartitionLog()
  for (const value of ['a', 'b', 'c']) log.append(batchOf([value]))
  log.deleteBefore(2n)
  assert.deepEqual([log.startOffset, log.endOffset, valuesOf(log.read(0n, 1000))], [2n, 3n, ['c']])
  log.deleteBefore(99n)
  assert.deepEqual([log.startOffset, log.read(0n, 1000).length], [3n, 0])
})
