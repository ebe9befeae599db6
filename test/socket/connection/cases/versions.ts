import { ApiVersions, Metadata, Produce } from 'ottla/messages'
import type { HostileCase } from '../hostile.js'
import { answerFrame, framed, int32, standardRanges, type PeerConnection, type Ranges } from '../peer.js'

const phase = 'api-versions'
const offering =
  (ranges: Ranges) =>
  async (c: PeerConnection): Promise<void> => {
    await c.versions(ranges)
    await c.serve()
  }
const refusing =
  (times: number, entries: Ranges = [[18, 0, 4]]) =>
  async (c: PeerConnection): Promise<void> => {
    for (let i = 0; i < times; i++) {
      const { id } = await c.request()
      const apiKeys = entries.map(([apiKey, minVersion, maxVersion]) => ({ apiKey, minVersion, maxVersion }))
      c.answer({ id, version: 0 }, ApiVersions, { ...ApiVersions.response.defaults(), errorCode: 35, apiKeys })
    }
    await c.versions()
    await c.gone()
  }
const metadata: Pick<HostileCase, 'act'> = { act: (connection) => [connection.send(Metadata, { topics: [] })] }
const unsupported = {
  code: 'UNSUPPORTED_VERSION',
  message: /Ottla speaks \d+ to \d+, the broker/,
  retriable: false,
} as const

/** What brokers say they speak. */
export const versionCases: readonly HostileCase[] = [
  { name: 'error 35 in the form of version 0, naming a range', peer: refusing(1) },
  { name: 'error 35 twice', peer: refusing(2) },
  { name: 'error 35 for ever', peer: refusing(9), refused: { code: 'UNSUPPORTED_VERSION', phase } },
  { name: 'error 35 without a range', peer: refusing(1, []) },
  { name: 'error 35 naming a version above the one that was asked', peer: refusing(1, [[18, 0, 99]]) },
  { name: 'error 35 naming a negative version', peer: refusing(1, [[18, -5, -3]]) },
  {
    name: 'error 35 in the form that was asked for',
    peer: async (c) => {
      const request = await c.request()
      c.answer(request, ApiVersions, { ...ApiVersions.response.defaults(), errorCode: 35 })
      await c.versions()
      await c.gone()
    },
  },
  {
    name: 'error 35 and nothing else',
    peer: async (c) => {
      const { id } = await c.request()
      c.write(framed(int32(id), '0023'))
      await c.versions()
      await c.gone()
    },
  },
  {
    name: 'W-25 error 42',
    peer: async (c) => {
      c.answer(await c.request(), ApiVersions, { ...ApiVersions.response.defaults(), errorCode: 42 })
      await c.gone()
    },
    refused: { code: 'BROKER_ERROR', phase, message: /42/ },
  },
  {
    name: 'an error code that nobody knows',
    peer: async (c) => {
      c.answer(await c.request(), ApiVersions, { ...ApiVersions.response.defaults(), errorCode: 12345 })
      await c.gone()
    },
    refused: { code: 'BROKER_ERROR', phase, message: /12345/ },
  },
  { name: 'W-27 a range turned round', peer: offering([[3, 5, 2]]), refused: { code: 'DECODE_FAILED', phase } },
  { name: 'a negative range', peer: offering([[3, -2, 12]]), refused: { code: 'DECODE_FAILED', phase } },
  { name: 'W-24 no API at all', peer: offering([]), ...metadata, outcomes: [unsupported] },
  {
    name: 'no Metadata',
    peer: offering([[18, 0, 4]]),
    ...metadata,
    outcomes: [{ ...unsupported, message: /does not speak it/ }],
  },
  {
    name: 'a broker that is too new',
    peer: offering([[3, 90, 99]]),
    ...metadata,
    outcomes: [{ ...unsupported, message: /the broker 90 to 99/, hint: /newer/ }],
  },
  {
    name: 'a broker that is too old',
    peer: offering([[0, 0, 2]]),
    act: (connection) => [connection.send(Produce, { acks: 1, timeoutMs: 100, topicData: [] })],
    outcomes: [{ ...unsupported, hint: /KIP-896/ }],
  },
  {
    name: 'an API twice',
    peer: offering([
      [3, 0, 1],
      [3, 0, 12],
    ]),
    ...metadata,
    outcomes: ['ok'],
  },
  {
    name: 'a version that is asked for and not to be had',
    peer: offering(standardRanges),
    act: (c) => [c.send(Metadata, { topics: [] }, { version: 99 })],
    outcomes: [unsupported],
  },
  {
    name: 'the oldest version that is asked for',
    peer: offering(standardRanges),
    act: (c) => [c.send(Metadata, { topics: [] }, { version: 0 })],
    outcomes: ['ok'],
  },
  {
    name: '2,000 APIs',
    peer: offering(Array.from({ length: 2_000 }, (_, key) => [key, 0, 1])),
    ...metadata,
    outcomes: ['ok'],
  },
  {
    name: 'a list that claims 2^31 − 1 APIs',
    peer: async (c) => {
      const { id } = await c.request()
      c.write(framed(int32(id), '0000', 'ffffffff07'))
      await c.gone()
    },
    refused: { code: 'DECODE_FAILED', phase },
  },
  {
    name: 'bytes behind the answer',
    peer: async (c) => {
      const request = await c.request()
      const frame = answerFrame(ApiVersions, request, ApiVersions.response.defaults())
      c.write(framed(frame.subarray(4), '00'))
      await c.gone()
    },
    refused: { code: 'DECODE_FAILED', phase, message: /1 bytes follow/ },
  },
  {
    name: 'the answer with another correlation id',
    peer: async (c) => {
      const { version } = await c.request()
      c.answer({ id: 7, version }, ApiVersions, ApiVersions.response.defaults())
      await c.gone()
    },
    refused: { code: 'OUT_OF_SYNC', phase, reason: 'out-of-sync' },
  },
  {
    name: 'the answer twice',
    peer: async (c) => {
      const request = await c.request()
      const frame = answerFrame(ApiVersions, request, ApiVersions.response.defaults())
      c.write(Buffer.concat([frame, frame]))
      await c.gone()
    },
    refused: { code: 'OUT_OF_SYNC', reason: 'out-of-sync' },
  },
  {
    name: 'W-26 a hang-up in place of an answer',
    peer: async (c) => {
      await c.request()
      c.socket.end()
    },
    refused: { code: 'CONNECTION_CLOSED', phase, hint: /TLS/ },
  },
  ...[
    { name: 'a list that is null', bytes: ['0000', '00', '00000000', '00'] },
    { name: '2^32 − 1 tagged fields', bytes: ['0000', '01', '00000000', 'ffffffff0f'] },
    { name: 'a tagged field beyond the frame', bytes: ['0000', '01', '00000000', '01', '09', 'ff7f'] },
    { name: 'a tagged field of 2^31 − 1 bytes', bytes: ['0000', '01', '00000000', '01', '09', 'ffffffff07'] },
    { name: 'a number of six bytes where five are the most', bytes: ['0000', 'ffffffffff01', '00000000', '00'] },
    { name: 'a list that claims one API more than there is', bytes: ['0000', '02', '00000000', '00'] },
    { name: 'no pause', bytes: ['0000', '01'] },
  ].map(({ name, bytes }): HostileCase => ({
    name,
    peer: async (c) => {
      const { id } = await c.request()
      c.write(framed(int32(id), ...bytes))
      await c.gone()
    },
    refused: { code: 'DECODE_FAILED', phase, reason: 'protocol-error', retriable: false },
  })),
  ...[-1, -(2 ** 31), 2 ** 31 - 1].map((throttleTimeMs): HostileCase => ({
    name: `a pause of ${String(throttleTimeMs)} ms with the first answer`,
    peer: async (c) => {
      const apiKeys = standardRanges.map(([apiKey, minVersion, maxVersion]) => ({ apiKey, minVersion, maxVersion }))
      c.answer(await c.request(), ApiVersions, { ...ApiVersions.response.defaults(), apiKeys, throttleTimeMs })
      await c.serve()
    },
    ...metadata,
    outcomes: ['ok'],
  })),
  {
    name: 'features whose ranges are turned round, of a negative epoch',
    peer: async (c) => {
      const odd = { ...ApiVersions.response.defaults(), finalizedFeaturesEpoch: -(2n ** 63n) }
      const supportedFeatures = [{ name: '', minVersion: 9, maxVersion: -9 }]
      c.answer(await c.request(), ApiVersions, { ...odd, supportedFeatures })
      await c.gone()
    },
  },
  { name: 'an API below 0', peer: offering([...standardRanges, [-1, 0, 1]]), ...metadata, outcomes: ['ok'] },
  {
    name: 'the answer once more, later',
    peer: async (c) => {
      const request = await c.versions()
      setTimeout(() => c.sayVersions(request), 30)
      await c.gone()
    },
    ends: 'out-of-sync',
  },
  {
    name: 'error 35, and garbage in place of a range',
    peer: async (c) => {
      const { id } = await c.request()
      c.write(framed(int32(id), '0023', 'ffffffffffffffff'))
      await c.versions()
      await c.gone()
    },
  },
]
