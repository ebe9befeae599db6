import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Inlet } from '#src/connection/inlet.js'
import { encodeAlone, encodeClientId, encodeWithin } from '#src/connection/request-frame.js'
import { Produce } from '#src/messages/Produce.js'

describe('a request that may not wait', () => {
  const clientId = encodeClientId('ottla')
  const head = { api: Produce, version: 9, id: 1 }
  const request = {
    acks: 1,
    timeoutMs: 1,
    topicData: [{ name: 't', partitionData: [{ index: 0, records: Buffer.alloc(100_000, 7) }] }],
  }

  test('gives no frame, and leaves nothing in the next one', () => {
    const expected = encodeAlone(head, clientId, request)
    assert.equal(encodeWithin(expected.length - 1, { head, clientId }, request), undefined)
    assert.deepEqual(encodeWithin(expected.length, { head, clientId }, request), expected)
    assert.deepEqual(encodeAlone(head, clientId, request), expected)
  })
})

describe('what a socket reads', () => {
  const landing = (inlet: Inlet): Uint8Array => {
    const { buffer } = inlet.onread
    return typeof buffer === 'function' ? buffer() : buffer
  }
  const read = (inlet: Inlet, text: string): void => {
    landing(inlet).set(Buffer.from(text))
    inlet.onread.callback(text.length, landing(inlet))
  }

  test('is not lost before somebody takes it, and not changed by what is read next', () => {
    const inlet = new Inlet()
    const other = new Inlet()
    const taken: Buffer[] = []
    read(inlet, 'first')
    read(other, 'other')
    read(inlet, 'second')
    inlet.feed((chunk) => taken.push(chunk))
    read(inlet, 'third')
    read(other, 'fourth')
    assert.deepEqual(taken.map(String), ['first', 'second', 'third'])
  })
})
