import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { FrameSplitter } from '#src/protocol/frame-splitter.js'

function framed(...frames: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    frames.flatMap((frame) => {
      const size = Buffer.alloc(4)
      size.writeInt32BE(frame.length)
      return [size, frame]
    }),
  )
}

function split(splitter: FrameSplitter, chunks: readonly Uint8Array[]): string[] {
  const frames: string[] = []
  for (const chunk of chunks) {
    splitter.push(chunk)
    for (let frame = splitter.next(); frame !== null; frame = splitter.next()) frames.push(frame.toString('hex'))
  }
  return frames
}

test('every split point of two frames and an empty one gives the same frames', () => {
  const frames = [Buffer.from('abc'), Buffer.alloc(0), Buffer.from('defgh')]
  const stream = framed(...frames)
  const expected = frames.map((frame) => frame.toString('hex'))
  for (let a = 0; a <= stream.length; a++) {
    for (let b = a; b <= stream.length; b++) {
      const splitter = new FrameSplitter(100)
      const chunks = [stream.subarray(0, a), stream.subarray(a, b), stream.subarray(b)]
      assert.deepEqual(split(splitter, chunks), expected, `${a}, ${b}`)
      assert.equal(splitter.pending, 0)
    }
  }
})

test('any frames in any chunks', () => {
  const frame = fc.uint8Array({ maxLength: 300 })
  fc.assert(
    fc.property(
      fc.array(frame, { maxLength: 20 }),
      fc.infiniteStream(fc.integer({ min: 1, max: 500 })),
      (frames, sizes) => {
        const stream = framed(...frames)
        const chunks: Buffer[] = []
        for (let at = 0; at < stream.length;) {
          const size = Number(sizes.next().value)
          chunks.push(stream.subarray(at, at + size))
          at += size
        }
        assert.deepEqual(
          split(new FrameSplitter(300), chunks),
          frames.map((bytes) => Buffer.from(bytes).toString('hex')),
        )
      },
    ),
  )
})

test('a large frame that comes in pieces is whole, and takes no memory before it comes', () => {
  const frame = Buffer.alloc(3_000_000, 'kafka')
  const stream = framed(frame)
  const splitter = new FrameSplitter(100 * 1024 * 1024)
  // Only the beginning of a frame of 100 MiB: the test itself must not allocate what it measures.
  const beginning = Buffer.alloc(1000)
  beginning.writeInt32BE(100 * 1024 * 1024)
  const before = process.memoryUsage().arrayBuffers
  splitter.push(beginning)
  assert.equal(splitter.next(), null)
  assert.ok(process.memoryUsage().arrayBuffers - before < 16 * 1024 * 1024, 'a size is only a claim')
  const chunks = Array.from({ length: Math.ceil(stream.length / 65536) }, (_, i) =>
    stream.subarray(i * 65536, (i + 1) * 65536),
  )
  assert.deepEqual(split(new FrameSplitter(frame.length), chunks), [frame.toString('hex')])
})

test('a frame that lies in one chunk is a view of it', () => {
  const stream = framed(Buffer.from('abc'))
  const splitter = new FrameSplitter(10)
  splitter.push(stream)
  const frame = splitter.next()
  stream.write('x', 4)
  assert.equal(frame?.toString(), 'xbc')
})

test('a size is refused as soon as it is there, after the frames before it', () => {
  const splitter = new FrameSplitter(10)
  splitter.push(Buffer.concat([framed(Buffer.from('abc')), Buffer.from('0000000b', 'hex')]))
  assert.equal(splitter.next()?.toString(), 'abc')
  assert.throws(() => splitter.next(), { code: 'FRAME_TOO_LARGE', message: 'a frame claims 11 bytes, 10 are allowed' })
  const negative = new FrameSplitter(10)
  negative.push(Buffer.from('ffffffff', 'hex'))
  assert.throws(() => negative.next(), { code: 'FRAME_TOO_SMALL' })
})

test('the limit may change between two frames of one chunk', () => {
  const splitter = new FrameSplitter(3)
  splitter.push(framed(Buffer.from('abc'), Buffer.from('defgh')))
  assert.equal(splitter.next()?.toString(), 'abc')
  splitter.maxFrameSize = 5
  assert.equal(splitter.next()?.toString(), 'defgh')
})

test('what is pending tells whether the stream may end', () => {
  const splitter = new FrameSplitter(10)
  splitter.push(framed(Buffer.from('abc')).subarray(0, 2))
  assert.equal(splitter.next(), null)
  assert.equal(splitter.pending, 2)
  splitter.push(framed(Buffer.from('abc')).subarray(2, 6))
  assert.equal(splitter.next(), null)
  assert.equal(splitter.pending, 6)
})
