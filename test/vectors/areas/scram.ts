import assert from 'node:assert/strict'
import {
  SaslRefusal,
  ScramCredential,
  decodeSaslName,
  encodeSaslName,
  formatScramClientFinalWithoutProof,
  formatScramClientFirstBare,
  formatScramServerFirst,
  parseScramClientFinal,
  parseScramClientFirst,
  parseScramServerFinal,
  parseScramServerFirst,
  scramAlgorithm,
  scramNonce,
  scramSha256,
  scramSha256Server,
  scramSha512,
  scramSha512Server,
} from 'ottla/sasl'
import type { Authenticated, Peer, ScramMechanismName, ScramOptions, ScramServerOptions } from 'ottla/sasl'
import { pass, skip, type Adapter } from '../adapter.js'
import { assertOutcome, assertThrown, bytesOf, errorOf, type Text, type Thrown } from '../java-outcome.js'

const peer: Peer = { host: 'localhost', port: 9092, secure: true }
const { signal } = new AbortController()
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** A parser's case. Where Kafka's text repeats a proof, ours has an ellipsis. */
function parser(parse: (message: Uint8Array) => unknown): Adapter {
  return async ({ input, expected }) => {
    const { ok, throws } = expected as { ok?: unknown; throws?: Thrown }
    const message = throws?.message?.replaceAll(/,p=[^,]*/g, ',p=…') ?? null
    await assertOutcome(throws === undefined ? { ok } : { throws: { ...throws, message } }, () =>
      parse(bytesOf(input as Text)),
    )
    return pass
  }
}

const clientFirst = parser((bytes) => {
  const message = parseScramClientFirst(bytes)
  const { authorizationId, saslName, nonce, extensions, gs2Header } = message
  const tokenAuthenticated = extensions.get('tokenauth')?.toLowerCase() === 'true'
  return {
    authorizationId,
    saslName,
    nonce,
    extensions,
    tokenAuthenticated,
    clientFirstMessageBare: formatScramClientFirstBare(message),
    gs2Header,
  }
})

const serverFirst = parser((bytes) => {
  const message = parseScramServerFirst(bytes)
  const { nonce, salt, iterations } = message
  return { nonce, saltBase64: base64(salt), iterations, reserialized: { utf8: formatScramServerFirst(message) } }
})

const clientFinal = parser((bytes) => {
  const message = parseScramClientFinal(bytes)
  const { channelBinding, nonce, proof } = message
  return {
    channelBindingUtf8: Buffer.from(channelBinding).toString(),
    nonce,
    proofBase64: base64(proof),
    withoutProof: formatScramClientFinalWithoutProof(message),
  }
})

const serverFinal = parser((bytes) => {
  const { error, serverSignature } = parseScramServerFinal(bytes)
  return { error, serverSignatureBase64: serverSignature && base64(serverSignature) }
})

const saslName: Adapter = ({ input, expected }) => {
  const { username } = input as { username: string }
  const encoded = encodeSaslName(username)
  assert.deepStrictEqual({ saslName: encoded, roundTrip: decodeSaslName(encoded) === username }, expected)
  return pass
}

const username: Adapter = async ({ input, expected }) => {
  await assertOutcome(expected, () => decodeSaslName((input as { saslName: string }).saslName))
  return pass
}

const clients = { 'SCRAM-SHA-256': scramSha256, 'SCRAM-SHA-512': scramSha512 }
const servers = { 'SCRAM-SHA-256': scramSha256Server, 'SCRAM-SHA-512': scramSha512Server }

interface ExchangeInput {
  readonly mechanism: ScramMechanismName
  readonly username: string
  readonly password: string
  readonly saltBase64: string
  readonly iterations: number
  readonly clientNonce: string
  readonly serverNonce: string
  readonly extensions: Readonly<Record<string, string>>
}

/** Both halves, message for message. */
const exchange: Adapter = async ({ input, expected }) => {
  const { mechanism, saltBase64, iterations, clientNonce, serverNonce, ...login } = input as ExchangeInput
  if (!(mechanism in clients)) return skip('a hash that Kafka has no SCRAM mechanism for')
  const credential = await ScramCredential.generate(mechanism, login.password, {
    salt: Buffer.from(saltBase64, 'base64'),
    iterations,
  })
  const client = await clients[mechanism]({ ...login, nonce: () => clientNonce }).start(peer, signal)
  const server = await servers[mechanism]({ credentials: () => credential, nonce: () => serverNonce }).start(
    peer,
    signal,
  )
  const messages: string[] = []
  let challenge: Uint8Array | null = null
  while (messages.length < 4) {
    const { token = new Uint8Array(0) } = await client.next(challenge)
    challenge = (await server.next(token)).challenge
    messages.push(Buffer.from(token).toString(), Buffer.from(challenge ?? []).toString())
  }
  assert.deepStrictEqual(await client.next(challenge), { done: true })
  const {
    saslName,
    clientFirst,
    serverFirst,
    clientFinal,
    serverFinal,
    storedKeyBase64,
    serverKeyBase64,
    storedCredential,
  } = expected as Record<string, string>
  assert.deepStrictEqual(messages, [clientFirst, serverFirst, clientFinal, serverFinal])
  assert.deepStrictEqual(
    [encodeSaslName(login.username), base64(credential.storedKey), base64(credential.serverKey), credential.format()],
    [saslName, storedKeyBase64, serverKeyBase64, storedCredential],
  )
  return pass
}

const emptyPassword: Adapter = async ({ expected }) => {
  await assertOutcome(expected, () => ScramCredential.generate('SCRAM-SHA-256', ''))
  return pass
}

const credentialString: Adapter = async ({ input, expected }) => {
  const { throws } = expected as { throws?: Thrown }
  // Kafka's text repeats the credential.
  const verdict = throws === undefined ? expected : { throws: { ...throws, jvmText: true } }
  await assertOutcome(verdict, () => {
    const { salt, storedKey, serverKey, iterations } = ScramCredential.parse((input as { string: string }).string)
    return {
      saltBase64: base64(salt),
      storedKeyBase64: base64(storedKey),
      serverKeyBase64: base64(serverKey),
      iterations,
    }
  })
  return throws === undefined ? pass : { outcome: 'pass', stricter: 'no error repeats a stored credential' }
}

interface Step {
  readonly response?: Text | null
  readonly challenge?: Text
  readonly throws?: Thrown
}

const client: Adapter = async ({ input, expected }) => {
  const { mechanism, username, password, clientNonce, challenges, extensions } = input as ExchangeInput & {
    challenges: readonly (string | null)[]
  }
  const options: ScramOptions = { username, password, extensions, nonce: () => clientNonce, quirks: 'kafka' }
  const session = await clients[mechanism](options).start(peer, signal)
  for (const [i, { response, throws }] of (expected as { steps: readonly Step[] }).steps.entries()) {
    const next = async () => session.next(Buffer.from(challenges[i] ?? ''))
    if (throws !== undefined) assertThrown(throws, await errorOf(next))
    else {
      const { token, done } = await next()
      assert.deepStrictEqual(
        { token: token && Buffer.from(token), done },
        { token: response ? bytesOf(response) : undefined, done: !response },
      )
    }
  }
  return pass
}

const salt = Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64')

/** The stores of the cases, which they describe in words. */
async function storesOf(
  described: unknown,
  mechanism: ScramMechanismName,
): Promise<Pick<ScramServerOptions, 'tokens'> & { credentials: NonNullable<ScramServerOptions['credentials']> }> {
  if (described === 'SaslException')
    throw new SaslRefusal({ reply: 'generic', reason: 'Password for existing user is invalid' })
  if (described === 'SaslAuthenticationException')
    throw new SaslRefusal({ reply: 'text', publicText: 'Credential verification failed', reason: '' })
  const { users, tokens } = described as Record<'users' | 'tokens', Record<string, string>>
  const credential = await ScramCredential.generate(mechanism, 'pencil', { salt })
  const { storedKey, serverKey } = credential
  return {
    credentials: (name) => {
      const text = users[name]
      return text === undefined
        ? null
        : { salt, storedKey, serverKey, iterations: Number(/(\d+) iterations/.exec(text)?.[1] ?? 4096) }
    },
    tokens: (id) => {
      const text = tokens[id]
      if (text === undefined) return null
      const [, owner = '', expiry] = /owner User:(\w+)(?:, expiry (\d+))?/.exec(text) ?? []
      return { owner, expiresAt: Number(expiry ?? 0), credential: text.includes('no credential') ? null : credential }
    },
  }
}

interface ServerExpectation {
  readonly steps: readonly Step[]
  readonly authorizationId?: string
  readonly negotiated?: Readonly<Record<string, unknown>>
}

const server: Adapter = async ({ input, expected }) => {
  const { mechanism, serverNonce, credentials } = input as ExchangeInput & { credentials: unknown }
  const { steps, authorizationId, negotiated = {} } = expected as ServerExpectation
  const failing = typeof credentials === 'string'
  const stores = failing
    ? { credentials: () => storesOf(credentials, mechanism) as never }
    : await storesOf(credentials, mechanism)
  const compatible = { unknownUsers: 'refuse', finalNonce: 'suffix', quirks: 'kafka' } as const
  const session = await servers[mechanism]({ ...stores, ...compatible, nonce: () => serverNonce }).start(peer, signal)
  let done: Authenticated | undefined
  for (const { response, challenge, throws } of steps) {
    const next = async () => session.next(bytesOf(response ?? {}))
    if (throws !== undefined) {
      assertThrown(throws, await errorOf(next))
      continue
    }
    const step = await next()
    assert.equal(Buffer.from(step.challenge ?? []).toString(), bytesOf(challenge ?? {}).toString())
    done = step.done
  }
  if (authorizationId !== undefined) assert.equal(done?.authorizationId, authorizationId)
  for (const [name, value] of Object.entries(negotiated)) assert.equal(done?.negotiatedProperty(name) ?? null, value)
  return pass
}

const mechanisms: Adapter = ({ expected }) => {
  const shown = (['SCRAM-SHA-256', 'SCRAM-SHA-512'] as const).map((name) => {
    const { hash, type, minIterations, maxStoredIterations: maxIterations } = scramAlgorithm(name)
    const upper = hash.toUpperCase()
    return [name, { hash: upper.replace('SHA', 'SHA-'), mac: `Hmac${upper}`, minIterations, maxIterations, type }]
  })
  assert.deepStrictEqual(Object.fromEntries(shown), expected)
  return pass
}

const nonce: Adapter = ({ expected }) => {
  const { maxLength } = expected as { maxLength: number }
  for (let i = 0; i < 100; i++) assert.match(scramNonce(), new RegExp(`^[0-9a-z]{1,${maxLength}}$`))
  return pass
}

export const areas: Readonly<Record<string, Adapter>> = {
  'scram.parse.clientFirst': clientFirst,
  'scram.parse.serverFirst': serverFirst,
  'scram.parse.clientFinal': clientFinal,
  'scram.parse.serverFinal': serverFinal,
  'scram.saslName': saslName,
  'scram.username': username,
  'scram.exchange': exchange,
  'scram.hi': emptyPassword,
  'scram.credentialString': credentialString,
  'scram.client': client,
  'scram.server': server,
  'scram.mechanisms': mechanisms,
  'scram.nonce': nonce,
}
