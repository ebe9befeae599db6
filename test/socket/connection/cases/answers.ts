import { DescribeClientQuotas, Metadata } from 'ottla/messages'
import type { HostileCase } from '../hostile.js'
import { answerFrame, framed, int32 } from '../peer.js'
import { closed, ready, sends, wait } from './requests.js'

const good = Metadata.response.defaults()

/** 9 MB of entries that are two empty arrays and no tags: three bytes each, objects of 100. */
const tinyStructs = Buffer.alloc(3 * 3_000_000, Buffer.from('010100', 'hex'))

/** Answers that are not those that are due, or cannot be read, or come in pieces. */
export const answerCases: readonly HostileCase[] = [
  {
    name: 'answers in the wrong order',
    peer: ready(async (c) => {
      const [a, b] = [await c.request(), await c.request()]
      c.metadata(b).metadata(a)
      await c.gone()
    }),
    ...sends(2),
    outcomes: [
      { code: 'OUT_OF_SYNC', phase: 'request', reason: 'out-of-sync' },
      { ...closed, reason: 'out-of-sync' },
    ],
    ends: 'out-of-sync',
  },
  {
    name: 'W-19 an answer too many',
    peer: ready(async (c) => {
      const r = await c.request()
      c.metadata(r).metadata(r)
      await c.gone()
    }),
    ...sends(1),
    outcomes: ['ok'],
    ends: 'out-of-sync',
  },
  {
    name: 'W-19 an answer that nobody asked for',
    peer: ready(async (c) => {
      await wait(30)
      c.write(framed('00000001', '00'))
      await c.gone()
    }),
    ends: 'out-of-sync',
  },
  {
    name: 'an answer of the reserved range',
    peer: ready(async (c) => {
      const { version } = await c.request()
      c.metadata({ id: 2147483640, version })
      await c.gone()
    }),
    ...sends(1),
    outcomes: [{ code: 'OUT_OF_SYNC' }],
    ends: 'out-of-sync',
  },
  {
    name: 'W-21 an answer that cannot be read',
    peer: ready(async (c) => {
      const { id } = await c.request()
      c.write(framed(int32(id), '00', '00000000', 'ffffffff0f'))
      await c.gone()
    }),
    ...sends(2),
    outcomes: [
      { code: 'DECODE_FAILED', phase: 'request', reason: 'protocol-error', retriable: false, message: /Metadata/ },
      { ...closed, reason: 'protocol-error' },
    ],
    ends: 'protocol-error',
  },
  {
    name: 'W-21 an answer with bytes behind it',
    peer: ready(async (c) => {
      const r = await c.request()
      c.write(framed(answerFrame(Metadata, r, good).subarray(4), '00'))
      await c.gone()
    }),
    ...sends(1),
    outcomes: [{ code: 'DECODE_FAILED', message: /1 bytes follow/ }],
    ends: 'protocol-error',
  },
  {
    name: 'an answer that is cut short',
    peer: ready(async (c) => {
      const r = await c.request()
      c.write(framed(answerFrame(Metadata, r, good).subarray(4, -3)))
      await c.gone()
    }),
    ...sends(1),
    outcomes: [{ code: 'DECODE_FAILED' }],
    ends: 'protocol-error',
  },
  {
    name: 'an array that claims 2^31 − 1 elements',
    peer: ready(async (c) => {
      const { id } = await c.request()
      c.write(framed(int32(id), '00', '00000000', '8080808008'))
      await c.gone()
    }),
    ...sends(1),
    outcomes: [{ code: 'DECODE_FAILED' }],
    ends: 'protocol-error',
  },
  {
    name: 'three million structs of three bytes',
    peer: async (c) => {
      await c.versions([[48, 0, 1]])
      const { id } = await c.request()
      const fields = Buffer.from('00' + '00000000' + '0000' + '00' + 'c18db701', 'hex')
      c.write(framed(int32(id), fields, tinyStructs, '00'))
      await c.gone()
    },
    act: (connection) => [connection.send(DescribeClientQuotas, { components: [], strict: false })],
    outcomes: [
      {
        code: 'DECODE_FAILED',
        phase: 'request',
        reason: 'protocol-error',
        retriable: false,
        message: /entries: the message would take more than 206 MiB/,
        hint: /ask for less at once/,
      },
    ],
    ends: 'protocol-error',
  },
  {
    name: 'a string that is no UTF-8',
    peer: ready(async (c) => {
      const r = await c.request()
      const bytes = answerFrame(Metadata, r, { ...good, clusterId: 'abcd' })
      bytes.fill(0xff, bytes.indexOf('abcd'), bytes.indexOf('abcd') + 4)
      c.write(bytes)
      await c.gone()
    }),
    ...sends(1),
    outcomes: [{ code: 'DECODE_FAILED' }],
    ends: 'protocol-error',
  },
  {
    name: 'a header with 2^32 − 1 tagged fields',
    peer: ready(async (c) => {
      const { id } = await c.request()
      c.write(framed(int32(id), 'ffffffff0f'))
      await c.gone()
    }),
    ...sends(1),
    outcomes: [{ code: 'DECODE_FAILED' }],
    ends: 'protocol-error',
  },
  {
    name: 'a header with a tagged field that nobody knows',
    peer: ready(async (c) => {
      const r = await c.request()
      const frame = answerFrame(Metadata, r, good)
      c.write(framed(frame.subarray(4, 8), '010703616263', frame.subarray(9)))
      await c.gone()
    }),
    ...sends(1),
    outcomes: ['ok'],
  },
  ...[-1, 0, 2, 2147483647, -2147483648].map((id): HostileCase => ({
    name: `an answer with the correlation id ${String(id)}, 1 is due`,
    peer: ready(async (c) => {
      const { version } = await c.request()
      c.metadata({ id, version })
      await c.gone()
    }),
    ...sends(1),
    outcomes: [{ code: 'OUT_OF_SYNC', reason: 'out-of-sync' }],
    ends: 'out-of-sync',
  })),
  ...[
    { name: 'brokers that are null', bytes: ['00', '00000000', '00'] },
    { name: 'a number of six bytes where five are the most', bytes: ['00', '00000000', 'ffffffffff01'] },
    { name: 'a host of 2^31 bytes', bytes: ['00', '00000000', '02', '00000001', 'ffffffff0f'] },
    { name: 'a broker without a host', bytes: ['00', '00000000', '02', '00000001', '00'] },
    { name: 'tagged fields of a header beyond the frame', bytes: ['01', '00', 'ff7f'] },
    { name: 'nothing but a header', bytes: ['00'] },
    { name: 'not even a header', bytes: [] },
  ].map(({ name, bytes }): HostileCase => ({
    name: `an answer with ${name}`,
    peer: ready(async (c) => {
      const { id } = await c.request()
      c.write(framed(int32(id), ...bytes))
      await c.gone()
    }),
    ...sends(1),
    outcomes: [{ code: 'DECODE_FAILED', reason: 'protocol-error', retriable: false }],
    ends: 'protocol-error',
  })),
  {
    name: 'a frame of no bytes in place of an answer',
    peer: ready(async (c) => {
      await c.request()
      c.write(framed())
      await c.gone()
    }),
    ...sends(1),
    outcomes: [{ ...closed, reason: 'protocol-error' }],
    ends: 'protocol-error',
  },
  {
    name: 'an answer and the end in one piece',
    peer: ready(async (c) => {
      const request = await c.request()
      c.socket.end(answerFrame(Metadata, request, good))
    }),
    ...sends(1),
    outcomes: ['ok'],
    ends: 'peer-closed',
  },
  {
    name: 'an answer, half of the next one, and the end',
    peer: ready(async (c) => {
      const [a, b] = [await c.request(), await c.request()]
      c.socket.end(Buffer.concat([answerFrame(Metadata, a, good), answerFrame(Metadata, b, good).subarray(0, -4)]))
    }),
    ...sends(2),
    outcomes: ['ok', { ...closed, reason: 'peer-closed', message: /in the middle of an answer/ }],
    ends: 'peer-closed',
  },
  {
    name: 'answers in single bytes',
    peer: ready(async (c) => {
      const [a, b] = [await c.request(), await c.request()]
      for (const byte of Buffer.concat([answerFrame(Metadata, a, good), answerFrame(Metadata, b, good)])) {
        c.write(Buffer.from([byte]))
        await new Promise((resolve) => setImmediate(resolve))
      }
      await c.gone()
    }),
    ...sends(2),
    outcomes: ['ok', 'ok'],
  },
]
