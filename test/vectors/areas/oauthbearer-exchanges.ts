import assert from 'node:assert/strict'
import { SaslRefusal, TokenHolder, oauthBearer, oauthBearerServer, unsecuredValidator } from 'ottla/sasl'
import type { Authenticated, ClientMechanism, OAuthBearerServerOptions, Peer, ServerMechanism } from 'ottla/sasl'
import { pass, type Adapter } from '../adapter.js'
import { assertThrown, bytesOf, errorOf, type Text, type Thrown } from '../java-outcome.js'

const peer: Peer = { host: 'localhost', port: 9092, secure: true }
const { signal } = new AbortController()
const accepted = { principalName: 'user', lifetimeMs: 1_700_003_600_000 }

/** The server callback handlers of the cases, which they describe in words. */
function handlerOf(words: string): OAuthBearerServerOptions {
  const now = /nowMs=(\d+)/.exec(words)?.[1]
  if (now !== undefined) return unsecuredValidator({}, { clock: () => Number(now), quirks: 'kafka' })
  const quoted = (text: string | undefined): string | undefined =>
    text === undefined || text === 'null' ? undefined : text.slice(1, -1).replaceAll(/\\(.)/g, '$1')
  const [, status, scope, openidConfiguration] =
    /error\(('[^']*')(?:,(null|'[^']*'),(null|'[^']*'))?\)/.exec(words) ?? []
  const rejected = {
    status: quoted(status) ?? '',
    scope: quoted(scope),
    openidConfiguration: quoted(openidConfiguration),
  }
  const thrown = /(IOException|UnsupportedCallbackException|SaslAuthenticationException)\('([^']*)'\)/.exec(words)
  let calls = 0
  const validateToken: OAuthBearerServerOptions['validateToken'] = () => {
    calls++
    if (thrown?.[1] === 'SaslAuthenticationException')
      throw new SaslRefusal({ reply: 'text', publicText: thrown[2], reason: '' })
    if (thrown && !words.includes('for extensions')) throw new Error(thrown[2])
    if (words === 'does nothing') return null as never
    return status === undefined || (words.startsWith('first call') && calls > 1) ? accepted : rejected
  }
  // A handler that does not know extensions is a server without a validator for them.
  if (words.includes('for extensions') && thrown?.[1] !== 'IOException') return { validateToken, quirks: 'kafka' }
  return {
    validateToken,
    quirks: 'kafka',
    validateExtensions: (context) => {
      if (thrown && words.includes('for extensions')) throw new Error(thrown[2])
      for (const [, name = '', text = ''] of words.matchAll(/error\((\w+),'([^']*)'\)/g)) context.error(name, text)
      const named = [...words.matchAll(/valid\((\w+)\)/g)].map(([, name = '']) => name)
      const all = words.includes('accept') ? [...context.inputExtensions].map(([name]) => name) : []
      for (const name of [...named, ...all]) context.valid(name)
    },
  }
}

interface ServerExpectation {
  readonly steps: readonly { readonly challenge?: Text; readonly isComplete: boolean; readonly throws?: Thrown }[]
  readonly authorizationId?: string
  readonly negotiatedProperties?: Readonly<Record<string, unknown>>
}

const saslServer: Adapter = async ({ input, expected }) => {
  const { callbackHandler, responses } = input as { callbackHandler: string; responses: readonly Text[] }
  const { steps, authorizationId, negotiatedProperties = {} } = expected as ServerExpectation
  const mechanism: ServerMechanism = oauthBearerServer(handlerOf(callbackHandler))
  const session = await mechanism.start(peer, signal)
  let done: Authenticated | undefined
  for (const [i, { challenge, isComplete, throws }] of steps.entries()) {
    const response = bytesOf(responses[i] ?? {})
    if (throws !== undefined) {
      assertThrown(throws, await errorOf(() => session.next(response)))
      continue
    }
    const step = await session.next(response)
    done = step.done
    assert.deepStrictEqual(
      { challenge: Buffer.from(step.challenge ?? []), isComplete: done !== undefined },
      { challenge: bytesOf(challenge ?? {}), isComplete },
    )
  }
  assert.equal(done?.authorizationId, authorizationId)
  for (const [name, value] of Object.entries(negotiatedProperties)) {
    const found: unknown = done?.negotiatedProperty(name)
    if (name === 'OAUTHBEARER.token')
      assert.equal((found as { value: string }).value, (value as { tokenValue: string }).tokenValue)
    else assert.equal(found ?? null, value)
  }
  return pass
}

/** The client callback handlers of the cases, likewise. */
function clientOf(words: string): ClientMechanism {
  const token = words === 'does nothing' ? null : words === 'IOException' ? undefined : '123.345.567'
  const failure = /^(\w+)\('([^']*)'\)/.exec(words)
  const named = words === 'token, extensions' ? 'extensions {nineteen:42}' : words
  const pairs = [...(/extensions \{([^}]*)\}/.exec(named)?.[1]?.matchAll(/(\w+): ?([^,]*)/g) ?? [])]
  return oauthBearer({
    token: () => (token === undefined ? new TokenHolder().token() : (token as string)),
    extensions: () => {
      if (failure !== null) throw new Error(failure[2])
      return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]))
    },
  })
}

interface ClientExpectation {
  readonly steps: readonly {
    readonly response?: Text | null
    readonly isComplete: boolean
    readonly throws?: Thrown & { cause?: Thrown }
  }[]
}

const saslClient: Adapter = async ({ input, expected }) => {
  const { callbackHandler, challenges } = input as { callbackHandler: string; challenges: readonly (Text | null)[] }
  const session = await clientOf(callbackHandler).start(peer, signal)
  for (const [i, { response, isComplete, throws }] of (expected as ClientExpectation).steps.entries()) {
    const challenge = challenges[i]
    const next = async () => session.next(challenge ? bytesOf(challenge) : null)
    if (throws !== undefined) {
      const error = await errorOf(next)
      assertThrown(throws, error)
      if (throws.cause?.class === 'ConfigException')
        assert.equal(((error as Error).cause as Error).message, throws.cause.message)
      continue
    }
    const { token, done } = await next()
    assert.deepStrictEqual(
      { token: token && Buffer.from(token), done },
      { token: response ? bytesOf(response) : undefined, done: isComplete },
    )
  }
  return pass
}

export const areas: Readonly<Record<string, Adapter>> = {
  'oauthbearer.saslServer': saslServer,
  'oauthbearer.saslClient': saslClient,
}
