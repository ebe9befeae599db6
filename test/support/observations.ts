import {
  apiVersions,
  fetchNothing,
  int32,
  oauthToken,
  oldHeaderApiVersions,
  plainToken,
  saslHandshake,
  unsignedJwt,
  type ScramOptions,
} from './wire-requests.js'
import { type Peer, Conversation, ALICE } from './conversation.js'

/**
 * What a broker answers to bytes, case by case, as Apache Kafka 4.3.1 was seen to do. The cases run against Ottla's server
 * (test/socket) and against real brokers (test/kafka); a stage says how to reach a listener and how time passes.
 *
 * Listeners: `PLAINTEXT` and `SSL` without SASL; `SASL` with PLAIN, SCRAM-SHA-256, SCRAM-SHA-512 and OAUTHBEARER (unsigned
 * tokens); `REAUTH` the same with sessions of 3 s and a topic `observe`; `EXT` with OAUTHBEARER alone, whose validator
 * refuses the extension `bad` ("is not allowed") and accepts all others. Users: alice/alice-secret, admin/admin-secret.
 */
export type Listener = 'PLAINTEXT' | 'SSL' | 'SASL' | 'REAUTH' | 'EXT'

export interface Observation {
  readonly name: string
  readonly listener: Listener
  readonly run: (conversation: Conversation) => Promise<void>
  /** A line for each answer. */
  readonly expected: readonly string[]
}

/** Runs a case on a connection; the lines of what was answered. */
export async function observe({ run }: Observation, peer: Peer): Promise<string[]> {
  const conversation = new Conversation(peer)
  await run(conversation)
  return conversation.lines
}

const ALL = 'handshake 0 OAUTHBEARER PLAIN SCRAM-SHA-256 SCRAM-SHA-512'
const OK = 'authenticate 0 '
const GENERIC = (mechanism: string): string =>
  `authenticate 58  | Authentication failed during authentication due to invalid credentials with SASL mechanism ${mechanism}, delayed`
const REFUSED = (message: string): string => `authenticate 58  | Authentication failed: ${message}, delayed`

interface Short {
  readonly on?: Listener
  readonly run: (conversation: Conversation) => Promise<void>
  readonly answers: readonly string[]
}

/** What ends with a failed PLAIN login. */
function plainRefused(token: string, message: string): Short {
  return {
    run: async (c) => {
      await c.login('PLAIN', token)
      await c.end()
    },
    answers: [ALL, message, 'closed'],
  }
}

function plainAccepted(token: string, then: (c: Conversation) => Promise<void>, answers: readonly string[]): Short {
  return {
    run: async (c) => {
      await c.login('PLAIN', token)
      await then(c)
      await c.metadata()
    },
    answers: [ALL, OK, ...answers, 'metadata'],
  }
}

function scramCase(options: ScramOptions & { user?: string; password?: string }, answers: readonly string[]): Short {
  const { user = 'alice', password = 'alice-secret', ...rest } = options
  return {
    run: async (c) => {
      await c.scram(user, password, rest)
      await (answers.at(-1) === 'closed' ? c.end() : c.metadata())
    },
    answers: [ALL, ...answers],
  }
}

function closes(send: (c: Conversation) => Promise<void>, ...answers: readonly string[]): Short {
  return {
    run: async (c) => {
      await send(c)
      if (!(answers.at(-1) ?? '').startsWith('closed')) await c.end()
    },
    answers: (answers.at(-1) ?? '').startsWith('closed') ? answers : [...answers, 'closed'],
  }
}

function oauthCase(
  message: (c: Conversation) => string,
  after: (c: Conversation) => Promise<void>,
  answers: readonly string[],
): Short {
  return {
    run: async (c) => {
      await c.login('OAUTHBEARER', message(c))
      await after(c)
    },
    answers,
  }
}

const jwt = (c: Conversation, seconds: number): string => unsignedJwt('alice', seconds, c.now())
const HOUR = 'authenticate 0 for 3600 s'
const REAUTH_OK = 'authenticate 0 for 3 s'
const INVALID = 'authenticate 0  | {"status":"invalid_token"}'
const renew = async (c: Conversation): Promise<void> => {
  await c.login('PLAIN', ALICE)
}

const orders: Readonly<Record<string, Short>> = {
  'handshake, unknown mechanism': closes((c) => c.handshake('FOO'), ALL.replace(' 0 ', ' 33 ') + ', delayed'),
  'handshake, mechanism in lower case': closes((c) => c.handshake('plain'), ALL.replace(' 0 ', ' 33 ') + ', delayed'),
  'handshake v0, PLAIN in a raw token': {
    run: async (c) => {
      await c.handshake('PLAIN', 0)
      await c.raw(Buffer.concat([int32(ALICE.length), Buffer.from(ALICE)]))
      await c.metadata()
    },
    answers: [ALL, 'frame ', 'metadata'],
  },
  'handshake v0, wrong PLAIN in a raw token': {
    run: async (c) => {
      await c.handshake('PLAIN', 0)
      const token = plainToken('alice', 'wrong')
      await c.raw(Buffer.concat([int32(token.length), Buffer.from(token)]))
    },
    answers: [ALL, 'closed, delayed'],
  },
  'handshake v2': closes((c) => c.handshake('PLAIN', 2), 'closed'),
  'ApiVersions v99, then v0': {
    run: async (c) => {
      await c.versions(apiVersions(99))
      await c.versions()
      await c.handshake('PLAIN')
    },
    answers: ['versions 35, 1 entry 001200000004', 'versions 0', ALL],
  },
  'an unknown API, as the first frame': closes(
    (c) => c.raw(Buffer.from('0000000c270f00000000000100000000', 'hex')),
    'closed',
  ),
  'a frame without a byte, as the first': closes((c) => c.raw(int32(0)), 'closed'),
  'ApiVersions v99 with a header of old': closes((c) => c.versions(oldHeaderApiVersions(99)), 'closed'),
  'ApiVersions twice': {
    run: async (c) => {
      await c.versions()
      await c.versions()
    },
    answers: ['versions 0', 'closed'],
  },
  'Metadata before the login': closes((c) => c.metadata(), 'closed'),
  'Metadata after ApiVersions': {
    run: async (c) => {
      await c.versions()
      await c.metadata()
    },
    answers: ['versions 0', 'closed'],
  },
  'SaslAuthenticate before the handshake': closes(async (c) => void (await c.authenticate(ALICE)), 'closed'),
  'Metadata instead of SaslAuthenticate': {
    run: async (c) => {
      await c.handshake('PLAIN')
      await c.metadata()
      await c.end()
    },
    answers: [ALL, 'metadata 00000000ffffffff00000000, delayed', 'closed'],
  },
  'ApiVersions instead of SaslAuthenticate': {
    run: async (c) => {
      await c.handshake('PLAIN')
      await c.versions()
      await c.end()
    },
    answers: [ALL, 'versions 34, delayed', 'closed'],
  },
  'a frame of 524289 bytes is announced': closes((c) => c.raw(int32(524_289)), 'closed, delayed'),
  'a negative frame size': closes((c) => c.raw(int32(-1)), 'closed, delayed'),
  'an HTTP request': closes((c) => c.raw(Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n')), 'closed, delayed'),
  'a TLS ClientHello': closes(
    (c) => c.raw(Buffer.from(`160301020001000001fc0303${'00'.repeat(500)}`, 'hex')),
    'closed, delayed',
  ),
  'SaslHandshake where nobody logs in': {
    on: 'PLAINTEXT',
    run: async (c) => {
      await c.handshake('PLAIN')
      await c.metadata()
    },
    answers: ['handshake 34', 'metadata'],
  },
}

const plain: Readonly<Record<string, Short>> = {
  'PLAIN, right': plainAccepted(ALICE, async () => undefined, []),
  'PLAIN, wrong password': plainRefused(plainToken('alice', 'wrong'), REFUSED('Invalid username or password')),
  'PLAIN, unknown user': plainRefused(plainToken('nobody', 'wrong'), REFUSED('Invalid username or password')),
  'PLAIN, empty password': plainRefused(plainToken('alice', ''), REFUSED('password not specified')),
  'PLAIN, empty user': plainRefused(plainToken('', 'x'), REFUSED('username not specified')),
  'PLAIN, as another': plainRefused(
    plainToken('alice', 'alice-secret', 'admin'),
    REFUSED('Client requested an authorization id that is different from username'),
  ),
  'PLAIN, as oneself': plainAccepted(plainToken('alice', 'alice-secret', 'alice'), async () => undefined, []),
  'PLAIN, two fields': plainRefused(
    'alice\0alice-secret',
    'authenticate 58  | Invalid SASL/PLAIN response: expected 3 tokens, got 2, delayed',
  ),
  'PLAIN, four fields': plainRefused(
    '\0alice\0alice-secret\0',
    'authenticate 58  | Invalid SASL/PLAIN response: expected 3 tokens, got 4, delayed',
  ),
  'PLAIN, empty token': plainRefused(
    '',
    'authenticate 58  | Invalid SASL/PLAIN response: expected 3 tokens, got 1, delayed',
  ),
  'PLAIN, then SaslAuthenticate again': plainAccepted(ALICE, async (c) => void (await c.authenticate('x')), [
    'authenticate 34  | SaslAuthenticate request received after successful authentication',
  ]),
  'PLAIN, then SaslHandshake again': plainAccepted(ALICE, (c) => c.handshake('PLAIN'), ['handshake 34']),
}

const FIRST = 'authenticate 0  | r=…'

const scram: Readonly<Record<string, Short>> = {
  'SCRAM, right': scramCase({}, [FIRST, 'authenticate 0  | v=…', 'metadata']),
  'SCRAM, wrong password': scramCase({ password: 'wrong' }, [FIRST, GENERIC('SCRAM-SHA-256'), 'closed']),
  'SCRAM, unknown user': scramCase({ user: 'nobody' }, [GENERIC('SCRAM-SHA-256'), 'closed']),
  'SCRAM, the last nonce only ends with the agreed one': scramCase({ tamper: 'abc' }, [
    FIRST,
    GENERIC('SCRAM-SHA-256'),
    'closed',
  ]),
  'SCRAM, channel binding y': scramCase({ gs2: 'y,,', channel: 'eSws' }, [GENERIC('SCRAM-SHA-256'), 'closed']),
  'SCRAM, channel binding p': scramCase({ gs2: 'p=tls-unique,,' }, [GENERIC('SCRAM-SHA-256'), 'closed']),
  'SCRAM, as another': scramCase({ gs2: 'n,a=admin,', channel: 'bixhPWFkbWluLA==' }, [
    REFUSED('Client requested an authorization id that is different from username'),
    'closed',
  ]),
  'SCRAM, unknown extension': scramCase({ extension: ',foo=bar' }, [FIRST, 'authenticate 0  | v=…', 'metadata']),
  'SCRAM, unknown delegation token': scramCase({ user: 'none', extension: ',tokenauth=true' }, [
    GENERIC('SCRAM-SHA-256'),
    'closed',
  ]),
}

const alice = (c: Conversation): string => oauthToken(jwt(c, 3600))
const expired = (c: Conversation): string => oauthToken(jwt(c, -60))
const goesOn = (c: Conversation): Promise<void> => c.metadata()
const closed = (c: Conversation): Promise<void> => c.end()
const dismissed = async (c: Conversation): Promise<void> => {
  await c.authenticate('\x01')
  await c.end()
}
const OAUTH_REFUSED = 'authenticate 58  | {"status":"invalid_token"}, delayed'
const EXT = 'handshake 0 OAUTHBEARER'

const oauth: Readonly<Record<string, Short>> = {
  'OAUTHBEARER, right': oauthCase(alice, goesOn, [ALL, HOUR, 'metadata']),
  'OAUTHBEARER, expired token': oauthCase(expired, dismissed, [ALL, INVALID, OAUTH_REFUSED, 'closed']),
  'OAUTHBEARER, expired token, then a good one': oauthCase(
    expired,
    async (c) => {
      await c.authenticate(alice(c))
      await c.metadata()
    },
    [ALL, INVALID, HOUR, 'metadata'],
  ),
  'OAUTHBEARER, garbage token': oauthCase(() => oauthToken('abc'), dismissed, [ALL, INVALID, OAUTH_REFUSED, 'closed']),
  'OAUTHBEARER, garbage message': oauthCase(() => 'garbage', closed, [ALL, GENERIC('OAUTHBEARER'), 'closed']),
  'OAUTHBEARER, as another': oauthCase((c) => oauthToken(jwt(c, 3600), '', 'n,a=bob,'), closed, [
    ALL,
    REFUSED("Client requested an authorization id (bob) that is different from the token's principal name (alice)"),
    'closed',
  ]),
  'OAUTHBEARER, as oneself': oauthCase((c) => oauthToken(jwt(c, 3600), '', 'n,a=alice,'), goesOn, [
    ALL,
    HOUR,
    'metadata',
  ]),
  'OAUTHBEARER, a token of 2 s, a request after 2.5 s': oauthCase(
    (c) => oauthToken(jwt(c, 2)),
    async (c) => {
      await c.metadata()
      await c.pass(2500)
      await c.metadata()
    },
    [ALL, 'authenticate 0 for 2 s', 'metadata', 'closed'],
  ),
  'an extension': {
    on: 'EXT',
    ...oauthCase((c) => oauthToken(jwt(c, 3600), '\x01traceId=123'), goesOn, [EXT, HOUR, 'metadata']),
  },
  'an extension that is refused': {
    on: 'EXT',
    ...oauthCase((c) => oauthToken(jwt(c, 3600), '\x01bad=1'), closed, [
      EXT,
      REFUSED('1 extensions are invalid! They are: bad: is not allowed'),
      'closed',
    ]),
  },
  'an extension named auth': {
    on: 'EXT',
    ...oauthCase((c) => oauthToken(jwt(c, 3600), '\x01auth=x'), closed, [EXT, GENERIC('OAUTHBEARER'), 'closed']),
  },
  'an extension with a digit in its name': {
    on: 'EXT',
    ...oauthCase((c) => oauthToken(jwt(c, 3600), '\x01k1=x'), closed, [EXT, GENERIC('OAUTHBEARER'), 'closed']),
  },
}

function reauth(run: (c: Conversation) => Promise<void>, answers: readonly string[]): Short {
  return {
    on: 'REAUTH',
    run: async (c) => {
      await renew(c)
      await run(c)
    },
    answers: [ALL, REAUTH_OK, ...answers],
  }
}

const sessions: Readonly<Record<string, Short>> = {
  'a session of a client that is not told its end': {
    on: 'REAUTH',
    run: async (c) => {
      await c.login('PLAIN', ALICE, 0)
      await c.metadata()
      await c.pass(3500)
      await c.metadata()
    },
    answers: [ALL, 'authenticate 0', 'metadata', 'closed'],
  },
  'a session that is over': reauth(
    async (c) => {
      await c.pass(3500)
      await c.metadata()
    },
    ['closed'],
  ),
  're-authentication in time': reauth(
    async (c) => {
      await c.pass(1500)
      await renew(c)
      await c.pass(2000)
      await c.metadata()
    },
    [ALL, REAUTH_OK, 'metadata'],
  ),
  're-authentication after the end': reauth(
    async (c) => {
      await c.pass(3500)
      await renew(c)
      await c.metadata()
    },
    [ALL, REAUTH_OK, 'metadata'],
  ),
  're-authentication at once': reauth(
    async (c) => {
      await renew(c)
      await c.metadata()
    },
    [ALL, REAUTH_OK, 'metadata'],
  ),
  're-authentication twice within a second': reauth(
    async (c) => {
      await c.pass(1200)
      await renew(c)
      await c.handshake('PLAIN')
      await c.metadata()
    },
    [ALL, REAUTH_OK, 'handshake 34', 'metadata'],
  ),
  're-authentication as another': reauth(
    async (c) => {
      await c.pass(1200)
      await c.login('PLAIN', plainToken('admin', 'admin-secret'))
      await c.end()
    },
    [
      ALL,
      'authenticate 58  | Cannot change principals during re-authentication from User.alice: User.admin, delayed',
      'closed',
    ],
  ),
  're-authentication by another mechanism': reauth(
    async (c) => {
      await c.pass(1200)
      await c.login('OAUTHBEARER', alice(c))
    },
    [ALL, 'closed, delayed'],
  ),
  're-authentication with a wrong password': reauth(
    async (c) => {
      await c.pass(1200)
      await c.login('PLAIN', plainToken('alice', 'wrong'))
      await c.end()
    },
    [ALL, REFUSED('Invalid username or password'), 'closed'],
  ),
  're-authentication by an unknown mechanism': reauth(
    async (c) => {
      await c.pass(1200)
      await c.handshake('FOO')
    },
    ['closed'],
  ),
  're-authentication behind ApiVersions': reauth(
    async (c) => {
      await c.pass(1200)
      await c.versions()
      await renew(c)
      await c.metadata()
    },
    ['versions 0', ALL, REAUTH_OK, 'metadata'],
  ),
  'Metadata in the midst of re-authentication': reauth(
    async (c) => {
      await c.pass(1200)
      await c.handshake('PLAIN')
      await c.metadata()
      await c.end()
    },
    [ALL, 'metadata 00000000ffffffff00000000, delayed', 'closed'],
  ),
  're-authentication behind a Fetch that waits': reauth(
    async (c) => {
      await c.pass(1000)
      await c.pipelined(fetchNothing(1500), saslHandshake('PLAIN'), 1500)
      await c.authenticate(ALICE)
    },
    ['answer of some bytes', ALL, REAUTH_OK],
  ),
  'a Fetch that waits beyond the session’s end': reauth(
    async (c) => {
      await c.fetch(4000)
      await c.metadata()
    },
    ['fetched', 'closed'],
  ),
}

export const observations: readonly Observation[] = Object.entries({
  ...orders,
  ...plain,
  ...scram,
  ...oauth,
  ...sessions,
}).map(([name, { on = 'SASL', run, answers }]) => ({ name, listener: on, run, expected: answers }))
