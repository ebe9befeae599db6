import assert from 'node:assert/strict'
import { AuthenticationError } from 'ottla'
import {
  SaslRefusal,
  ScramCredential,
  oauthBearer,
  oauthBearerServer,
  parseClientInitialResponse,
  parseScramClientFirst,
  parseScramServerFirst,
  plain,
  plainServer,
  scramSha256,
  scramSha256Server,
  scramSha512,
  scramSha512Server,
  unsecuredValidator,
} from 'ottla/sasl'
import type { ClientMechanism, OAuthBearerServerOptions, Peer, ScramMechanismName, ServerMechanism } from 'ottla/sasl'
import { pass, skip, type Adapter } from '../adapter.js'
import { exchangesOf, type SaslTurn } from '../conversation.js'

const peer: Peer = { host: 'localhost', port: 9092, secure: true }
const { signal } = new AbortController()

interface Transcript {
  readonly name: string
  readonly client: string
  readonly mechanism: string
  readonly listener: string
  readonly secrets: Readonly<Record<string, string>>
  readonly frames: readonly { readonly from: 'client' | 'broker'; readonly hex: string }[]
}

const passwords: Readonly<Record<string, string>> = { alice: 'alice-secret', admin: 'admin-secret' }

/** Both halves with the secrets, the clock and the nonces of the recording. */
async function halves(
  { mechanism, secrets, listener }: Transcript,
  turns: readonly SaslTurn[],
): Promise<[ClientMechanism, ServerMechanism]> {
  const { username = secrets['tokenId'] ?? '', password = secrets['hmac'] ?? '' } = secrets
  if (mechanism === 'PLAIN') return [plain({ username, password }), plainServer({ users: passwords })]
  if (mechanism === 'OAUTHBEARER') return bearerHalves(listener, turns)
  return scramHalves(mechanism as ScramMechanismName, { username, password }, turns)
}

async function scramHalves(
  mechanism: ScramMechanismName,
  login: { username: string; password: string },
  [first, final]: readonly SaslTurn[],
): Promise<[ClientMechanism, ServerMechanism]> {
  assert.ok(first)
  const { nonce, extensions } = parseScramClientFirst(first.response)
  const known = first.errorCode === 0 ? parseScramServerFirst(first.challenge) : undefined
  const { username, password } = login
  const tokenAuth = extensions.get('tokenauth') === 'true'
  // What the broker has stored: of the right password, whatever the client sent.
  const stored = passwords[username] ?? (password === 'wrong' ? 'another HMAC' : password)
  const credential = known && (await ScramCredential.generate(mechanism, stored, known))
  const client = { username, password, tokenAuth, nonce: () => nonce }
  const server = {
    credentials: (name: string) => (name in passwords && credential !== undefined ? credential : null),
    tokens: () =>
      credential === undefined
        ? null
        : { owner: 'alice', expiresAt: Date.now() + (final?.sessionLifetimeMs ?? 0), credential },
    unknownUsers: 'refuse',
    nonce: () => known?.nonce.slice(nonce.length) ?? '',
  } as const
  return mechanism === 'SCRAM-SHA-256'
    ? [scramSha256(client), scramSha256Server(server)]
    : [scramSha512(client), scramSha512Server(server)]
}

function bearerHalves(listener: string, turns: readonly SaslTurn[]): [ClientMechanism, ServerMechanism] {
  const [first] = turns
  assert.ok(first)
  const { token, extensions } = parseClientInitialResponse(first.response)
  return [oauthBearer({ token: { token, extensions } }), oauthBearerServer(validationOf(listener, token, first))]
}

/** As the listener of the recording was configured. */
function validationOf(
  listener: string,
  token: string,
  { sessionLifetimeMs, challenge }: SaslTurn,
): OAuthBearerServerOptions {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64').toString()) as {
    exp: number
    iat: number
    sub: string
  }
  const clock = (): number =>
    sessionLifetimeMs > 0 ? claims.exp * 1000 - sessionLifetimeMs : Math.ceil(claims.iat * 1000)
  // Tokens with signatures, which SASL leaves to others.
  if (['19096', '19097'].includes(listener)) {
    const { sub: principalName, exp } = claims
    const rejected = challenge.length > 0
    return {
      validateToken: () => (rejected ? { status: 'invalid_token' } : { principalName, lifetimeMs: exp * 1000 }),
      quirks: 'kafka',
    }
  }
  const options = listener === '19101' ? { unsecuredValidatorRequiredScope: 'kafka.read kafka.write' } : {}
  const validation = unsecuredValidator(options, { clock, quirks: 'kafka' })
  return listener === '19099' ? { ...validation, validateExtensions: validateTrace } : validation
}

const validateTrace: OAuthBearerServerOptions['validateExtensions'] = (context) => {
  const { inputExtensions, token } = context
  if (token.principalName === 'strict' && !inputExtensions.has('traceId')) context.error('traceId', 'is missing')
  for (const [name, value] of inputExtensions) {
    if (name === 'bad') context.error('bad', 'is not allowed')
    else if (name === 'traceId' && /^[A-Za-z0-9]+$/.test(value)) context.valid('traceId')
    else if (name === 'traceId') context.error('traceId', 'must be alphanumeric')
  }
}

/** Our server half hears the recorded client: does it answer as the recorded broker did? */
async function replayServer(mechanism: ServerMechanism, turns: readonly SaslTurn[]): Promise<void> {
  const session = await mechanism.start(peer, signal)
  const neutral = `Authentication failed during authentication due to invalid credentials with SASL mechanism ${mechanism.name}`
  for (const { response, errorCode, errorMessage, challenge } of turns) {
    try {
      const step = await session.next(response)
      assert.deepStrictEqual(
        { errorCode: 0, challenge: Buffer.from(step.challenge ?? []).toString() },
        { errorCode, challenge: challenge.toString() },
      )
    } catch (error) {
      if (!(error instanceof SaslRefusal)) throw error
      assert.equal(errorCode, 58)
      assert.equal(error.reply === 'text' ? error.publicText : neutral, errorMessage)
    }
  }
}

/** Our client half hears the recorded broker: does it say what the recorded client said, and end as that did? */
async function replayClient(
  mechanism: ClientMechanism,
  turns: readonly SaslTurn[],
  says: (token: Buffer) => string,
): Promise<void> {
  const session = await mechanism.start(peer, signal)
  let challenge: Buffer | null = null
  let finished = false
  for (const turn of turns) {
    const { token, done } = await session.next(challenge)
    finished = done
    assert.equal(says(Buffer.from(token ?? [])), says(turn.response))
    if (turn.errorCode !== 0) {
      const error = session.refused?.(turn.errorMessage)
      if (error !== undefined)
        assert.ok(error instanceof AuthenticationError && error.message.endsWith(turn.errorMessage ?? ''))
      return
    }
    challenge = turn.challenge
  }
  if (!finished) assert.deepStrictEqual(await session.next(challenge), { done: true })
}

const replay: Adapter = async (vector) => {
  const transcript = vector as unknown as Transcript
  if (transcript.mechanism === 'GSSAPI') return skip('tickets of the recording have expired')
  const exchanges = exchangesOf(transcript.frames)
  assert.ok(exchanges.length > 0)
  for (const turns of exchanges.filter(({ length }) => length > 0)) {
    const [client, server] = await halves(transcript, turns)
    await replayServer(server, turns)
    // Some clients send an authorization id with PLAIN, and one its nonce twice: not what we say.
    const says = (token: Buffer): string =>
      transcript.mechanism === 'PLAIN' ? token.toString().replace(/^[^\0]*/, '') : token.toString()
    if (!transcript.name.includes('client nonce twice')) await replayClient(client, turns, says)
  }
  return pass
}

export const areas: Readonly<Record<string, Adapter>> = { transcripts: replay }
