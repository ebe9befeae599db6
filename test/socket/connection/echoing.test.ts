import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { inspect } from 'node:util'
import {
  connect,
  ConnectionEvents,
  oauthBearer,
  OttlaError,
  plain,
  scramSha256,
  type AuthenticationError,
  type ClientMechanism,
} from 'ottla'
import { Metadata } from 'ottla/messages'
import { assertError, failing } from './hostile.js'
import { framed, standardRanges, startPeer, type Script } from './peer.js'

// A peer that repeats what it was told. Longer than what of a peer's text goes into errors, so that it may be cut.
const password = 'S3cr3t/that+must"never~show?'
const token = `S3cr3t.${'never-show'.repeat(250)}`

const spellings = (secret: string): string[] => [
  secret,
  Buffer.from(secret).toString('base64'),
  Buffer.from(secret).toString('base64url'),
  Buffer.from(secret).toString('hex'),
  encodeURIComponent(secret),
]

/** What the peer has to say of a secret, with control characters for those who read it. */
const saying = (secret: string): string => `\x1b[2Jno:\r\n${spellings(secret).join('\u202e ')} ${secret}`

const mechanisms: readonly ClientMechanism[] = [
  plain({ username: 'alice', password }),
  plain({ credentials: () => Promise.resolve({ username: 'alice', password }) }),
  oauthBearer({ token, allowPlaintext: true }),
  scramSha256({ username: 'alice', password }),
  // It says nothing of its secrets, and quotes the peer.
  {
    name: 'X',
    start: () => ({
      next: (challenge) => {
        if (challenge?.length) throw new Error(`what is ${Buffer.from(challenge).toString()}?`)
        return { token: Buffer.from(token), done: false }
      },
      refused: () => undefined,
    }),
  },
]
const secretOf = ({ name }: ClientMechanism): string => (name === 'X' || name === 'OAUTHBEARER' ? token : password)

const challenges = (secret: string): { readonly [name in string]: string } => ({
  'a challenge of anything': `{bad ${saying(secret)}`,
  'a challenge of JSON': JSON.stringify({ status: saying(secret), scope: secret, 'openid-configuration': secret }),
  'a challenge so long that it is cut': `{"status":"${'x'.repeat(1_500)}${secret.repeat(7)}"}`,
  'an error of SCRAM': `e=${secret} ${encodeURIComponent(secret)}`,
})

function assertClean(shown: unknown, secret: string): void {
  const text = inspect(shown, { depth: 30, showHidden: true, maxStringLength: null, maxArrayLength: null })
  for (const each of spellings(secret)) assert.ok(!text.includes(each), `${each} is in ${text}`)
  // What is left of a secret where a text was cut.
  assert.ok(!text.includes(secret.slice(0, 20)), text)
  assert.ok(!/[\x1b\u202e]/.test(text), 'nothing that steers a terminal, in causes neither')
}

/** Connects to what refuses. @returns the error, and all that was told meanwhile */
async function refusedBy(script: Script, sasl: ClientMechanism): Promise<{ error: OttlaError; all: unknown }> {
  await using peer = await startPeer(script)
  const seen: unknown[] = []
  const see = (event: unknown): void => void seen.push(event)
  const events = new ConnectionEvents().on('state', see).on('close', see).on('re-authenticate', see)
  const error = await failing(connect({ host: '127.0.0.1', port: peer.port, sasl, events }))
  assert.ok(error instanceof OttlaError)
  assertError(error, { code: error.code, phase: 'sasl-exchange', reason: 'authentication-refused', retriable: false })
  assert.doesNotMatch(error.message + (error.hint ?? ''), /[\p{Cc}\u202e]/u, 'nothing that steers a terminal')
  return { error, all: [error, seen] }
}

describe('what a peer repeats of a secret', () => {
  for (const sasl of mechanisms) {
    const secret = secretOf(sasl)
    for (const errorCode of [58, 34, 33, 777]) {
      test(`in error ${String(errorCode)}, ${sasl.name}`, async () => {
        const { error, all } = await refusedBy(async (c) => {
          await c.versions()
          await c.handshake([sasl.name])
          await c.authenticate({ errorCode, errorMessage: saying(secret) })
        }, sasl)
        assert.match(error.message, /no:\\r\\n\[hidden\]/)
        assertClean(all, secret)
      })
    }

    for (const [name, text] of Object.entries(sasl.name === 'PLAIN' ? {} : challenges(secret))) {
      test(`in ${name}, ${sasl.name}`, async () => {
        const { all } = await refusedBy(async (c) => {
          await c.versions()
          await c.handshake([sasl.name])
          await c.authenticate({ authBytes: Buffer.from(text) })
          await c.authenticate({ errorCode: 58, errorMessage: text })
        }, sasl)
        assertClean(all, secret)
      })
    }

    if (sasl.name !== 'PLAIN') continue
    test('when the session is renewed', async () => {
      await using peer = await startPeer(async (c) => {
        await c.login(40n)
        await c.handshake([sasl.name])
        await c.authenticate({ errorCode: 58, errorMessage: saying(secret) })
        await c.gone()
      })
      const seen: unknown[] = []
      const see = (event: unknown): void => void seen.push(event)
      const events = new ConnectionEvents().on('state', see).on('close', see).on('re-authenticate', see)
      const connection = await connect({ host: '127.0.0.1', port: peer.port, sasl, events })
      await new Promise((resolve) => setTimeout(resolve, 60))
      const error = await failing(connection.send(Metadata, { topics: [] }))
      assertError(error, { code: 'AUTHENTICATION_LOST', message: /no:\\r\\n\[hidden\]/ })
      assertClean([error, seen, await connection.closed], secret)
    })
  }

  test('after a bare token', async () => {
    const sasl = oauthBearer({ token, allowPlaintext: true })
    const { error, all } = await refusedBy(async (c) => {
      await c.versions(standardRanges.filter(([key]) => key !== 36))
      await c.handshake([sasl.name])
      await c.frame()
      c.write(framed(Buffer.from(JSON.stringify({ status: `no ${token}`, scope: token }))))
      await c.frame()
      c.socket.end()
    }, sasl)
    assert.deepEqual(Reflect.get(error, 'tokenError'), {
      status: 'no [hidden]',
      scope: '[hidden]',
      openidConfiguration: undefined,
    })
    assertClean(all, token)
  })

  test('the whole message that it was sent', async () => {
    const message = `\0alice\0${password}`
    const { error, all } = await refusedBy(
      async (c) => {
        await c.versions()
        await c.handshake()
        await c.authenticate({
          errorCode: 58,
          errorMessage: `<${message}> <${Buffer.from(message).toString('base64')}>`,
        })
      },
      plain({ username: 'alice', password }),
    )
    assert.equal(error.message, '<[hidden]> <[hidden]>')
    assertClean(all, password)
  })

  test('a password that is a word of ours leaves no gap where nobody said it', async () => {
    const sasl = scramSha256({ username: 'alice', password: 'server' })
    const { error } = await refusedBy(async (c) => {
      await c.versions()
      await c.handshake([sasl.name])
      await c.authenticate({ authBytes: Buffer.from('what?') })
    }, sasl)
    assert.equal(error.message, 'Invalid SCRAM server first message format: what?')
  })
})

test('W-30 of a list of mechanisms without end the beginning is named; the error keeps the list', async () => {
  const names = ['\x1b[2J', 'A\nB', ...Array.from({ length: 20_000 }, () => 'X'), 'y'.repeat(10_000)]
  await using peer = await startPeer(async (c) => {
    await c.versions()
    await c.handshake(names, 33)
    await c.gone()
  })
  const sasl = plain({ username: 'alice', password })
  const error = await failing(connect({ host: '127.0.0.1', port: peer.port, sasl }))
  assertError(error, {
    code: 'UNSUPPORTED_MECHANISM',
    message: /\[\\x1b\[2J, A\\nB, X.* and 19983 more\]$/,
    hint: /19983 more/,
  })
  const { message, hint = '', enabledMechanisms } = error as AuthenticationError
  assert.ok(message.length + hint.length < 1_000)
  assert.deepEqual(enabledMechanisms, names)
})
