import { scramSha256, type ConnectOptions } from 'ottla'
import { SaslAuthenticate } from 'ottla/messages'
import { secret, type HostileCase } from '../hostile.js'
import { opened, phase, refusing, talking } from './plain.js'

const asScram: Partial<ConnectOptions> = { sasl: scramSha256({ username: 'alice', password: secret }) }
const salt = Buffer.from('salt-of-alice').toString('base64')
const nonceOf = (message: string): string => /r=([^,\0]+)/.exec(message)?.[1] ?? ''
const serverFirst =
  (change: (nonce: string) => string) =>
  (message: string): string =>
    change(nonceOf(message))
const good = serverFirst((nonce) => `r=${nonce}SERVER,s=${salt},i=4096`)
const scram = 'SCRAM-SHA-256'
const invalid = { code: 'SASL_MESSAGE_INVALID', phase, reason: 'authentication-refused' } as const

export const scramCases: readonly HostileCase[] = [
  {
    name: 'an unknown user',
    peer: refusing(
      scram,
      'Authentication failed during authentication due to invalid credentials with SASL mechanism SCRAM-SHA-256',
    ),
    options: asScram,
    refused: { code: 'AUTHENTICATION_FAILED', phase },
  },
  { name: 'an empty server-first', peer: talking(scram, ''), options: asScram, refused: { ...invalid } },
  { name: 'garbage as server-first', peer: talking(scram, '\x00\xff\x80'), options: asScram, refused: { ...invalid } },
  {
    name: 'a nonce that is not ours',
    peer: talking(scram, `r=evil,s=${salt},i=4096`),
    options: asScram,
    refused: { ...invalid },
  },
  {
    name: 'W-49 a salt that is no base64',
    peer: talking(
      scram,
      serverFirst((nonce) => `r=${nonce}x,s=!!!,i=4096`),
    ),
    options: asScram,
    refused: { ...invalid },
  },
  {
    name: 'no salt',
    peer: talking(
      scram,
      serverFirst((nonce) => `r=${nonce}x,i=4096`),
    ),
    options: asScram,
    refused: { ...invalid },
  },
  {
    name: 'W-47 one iteration',
    peer: talking(
      scram,
      serverFirst((nonce) => `r=${nonce}x,s=${salt},i=1`),
    ),
    options: asScram,
    refused: { code: 'SASL_MESSAGE_INVALID', phase },
  },
  {
    name: 'W-47 2^31 − 1 iterations',
    peer: talking(
      scram,
      serverFirst((nonce) => `r=${nonce}x,s=${salt},i=2147483647`),
    ),
    options: asScram,
    refused: { code: 'SASL_MESSAGE_INVALID', phase },
  },
  {
    name: 'iterations of 400 digits',
    peer: talking(
      scram,
      serverFirst((nonce) => `r=${nonce}x,s=${salt},i=${'9'.repeat(400)}`),
    ),
    options: asScram,
    refused: { code: 'SASL_MESSAGE_INVALID', phase },
  },
  {
    name: 'W-48 an extension that must be understood',
    peer: talking(
      scram,
      serverFirst((nonce) => `m=x,r=${nonce}x,s=${salt},i=4096`),
    ),
    options: asScram,
    refused: { ...invalid },
  },
  {
    name: 'W-48 attributes in another order',
    peer: talking(
      scram,
      serverFirst((nonce) => `s=${salt},r=${nonce}x,i=4096`),
    ),
    options: asScram,
    refused: { ...invalid },
  },
  {
    name: 'a server that cannot prove itself',
    peer: talking(scram, good, `v=${Buffer.alloc(32).toString('base64')}`),
    options: asScram,
    refused: { code: 'SERVER_NOT_AUTHENTIC', phase },
  },
  {
    name: 'W-49 a signature of the wrong length',
    peer: talking(scram, good, 'v=AAAA'),
    options: asScram,
    refused: { code: 'SERVER_NOT_AUTHENTIC', phase },
  },
  {
    name: 'W-46 an error of the server',
    peer: talking(scram, good, 'e=unknown-user'),
    options: asScram,
    refused: { code: 'AUTHENTICATION_FAILED', phase, message: /unknown-user/ },
  },
  {
    name: 'success without a proof',
    peer: talking(scram, good, ''),
    options: asScram,
    refused: { phase, code: 'SASL_MESSAGE_INVALID' },
  },
  {
    name: 'success after the first message',
    peer: talking(scram, 'v=AAAA'),
    options: asScram,
    refused: { ...invalid },
  },
  {
    name: 'a hang-up after the first message',
    peer: async (c) => {
      await opened(c, scram)
      await c.request()
      c.socket.end()
    },
    options: asScram,
    refused: { code: 'CONNECTION_CLOSED', phase },
  },
  {
    name: 'a wrong password at the last message',
    peer: async (c) => {
      await opened(c, scram)
      const r = await c.request()
      c.answer(r, SaslAuthenticate, {
        ...SaslAuthenticate.response.defaults(),
        authBytes: Buffer.from(good(r.frame.toString('latin1'))),
      })
      await c.authenticate({ errorCode: 58, errorMessage: 'no' })
      c.socket.end()
    },
    options: asScram,
    refused: { code: 'AUTHENTICATION_FAILED', phase, message: /^no$/ },
  },
  {
    name: 'the salt of nobody: no bytes at all',
    peer: talking(
      scram,
      serverFirst((nonce) => `r=${nonce}x,s=,i=4096`),
      'v=AAAA',
    ),
    options: asScram,
    refused: { code: 'SERVER_NOT_AUTHENTIC', phase },
  },
  {
    name: 'a salt of 300 kB',
    peer: talking(
      scram,
      serverFirst((nonce) => `r=${nonce}x,s=${'A'.repeat(300_000)},i=4096`),
    ),
    options: asScram,
    refused: { ...invalid },
  },
  {
    name: 'a salt of 1 MiB',
    peer: talking(
      scram,
      serverFirst((nonce) => `r=${nonce}x,s=${'A'.repeat(1024 * 1024)},i=4096`),
    ),
    options: asScram,
    refused: { code: 'FRAME_TOO_LARGE', phase },
  },
  ...['0', '-1', '4095', '2147483648', '1000001', '4096.5', '0x2000', '+4096', ' 4096', '', '9'.repeat(10_000)].map(
    (iterations): HostileCase => ({
      name: `iterations of ${iterations.length > 20 ? '10,000 digits' : `“${iterations}”`}`,
      peer: talking(
        scram,
        serverFirst((nonce) => `r=${nonce}x,s=${salt},i=${iterations}`),
      ),
      options: asScram,
      refused: { ...invalid },
    }),
  ),
  {
    name: 'half of our nonce',
    peer: talking(
      scram,
      serverFirst((nonce) => `r=${nonce.slice(0, -4)},s=${salt},i=4096`),
    ),
    options: asScram,
    refused: { ...invalid },
  },
  {
    name: 'our nonce behind theirs',
    peer: talking(
      scram,
      serverFirst((nonce) => `r=x${nonce},s=${salt},i=4096`),
    ),
    options: asScram,
    refused: { ...invalid },
  },
  {
    name: 'our nonce and nothing of theirs, as Kafka’s client lets pass',
    peer: talking(
      scram,
      serverFirst((nonce) => `r=${nonce},s=${salt},i=4096`),
      'e=invalid-proof',
    ),
    options: asScram,
    refused: { code: 'AUTHENTICATION_FAILED', phase, message: /invalid-proof/ },
  },
  {
    name: 'an error in place of the challenge',
    peer: talking(scram, 'e=other-error'),
    options: asScram,
    refused: { ...invalid, message: /other-error/ },
  },
  {
    name: 'an error of 20,000 letters',
    peer: talking(scram, good, `e=${'x'.repeat(20_000)}`),
    options: asScram,
    refused: { ...invalid },
  },
  {
    name: 'an error without a name',
    peer: talking(scram, good, 'e='),
    options: asScram,
    refused: { ...invalid },
  },
  {
    name: 'a signature without bytes',
    peer: talking(scram, good, 'v='),
    options: asScram,
    refused: { code: 'SERVER_NOT_AUTHENTIC', phase },
  },
  {
    name: 'both a signature and an error',
    peer: talking(scram, good, 'v=AAAA,e=other-error'),
    options: asScram,
    refused: { code: 'SERVER_NOT_AUTHENTIC', phase },
  },
  {
    name: 'NUL behind the challenge',
    peer: talking(
      scram,
      serverFirst((nonce) => `r=${nonce}x,s=${salt},i=4096\0`),
    ),
    options: asScram,
    refused: { ...invalid },
  },
]
