import assert from 'node:assert/strict'
import { kerberosShortNamer, loginModuleCredentials, parseKerberosName, plain, plainServer } from 'ottla/sasl'
import type { Peer, PlainServerOptions } from 'ottla/sasl'
import { pass, type Adapter } from '../adapter.js'
import { assertOutcome, bytesOf, plain as asJson, type Text } from '../java-outcome.js'

const peer: Peer = { host: 'localhost', port: 9092, secure: true }
const { signal } = new AbortController()

/** JAAS options `user_NAME="PASSWORD"`, or the exception of a store in words. */
function usersOf(options: Readonly<Record<string, string>> | string): PlainServerOptions {
  if (typeof options === 'string') {
    const message = /\('([^']*)'\)/.exec(options)?.[1]
    return { verify: () => Promise.reject(new Error(message)) }
  }
  const users = Object.entries(options).filter(([name]) => name.startsWith('user_'))
  return { users: Object.fromEntries(users.map(([name, password]) => [name.slice(5), password])) }
}

const server: Adapter = async ({ input, expected }) => {
  const { jaasOptions, response } = input as { jaasOptions: Readonly<Record<string, string>> | string; response: Text }
  const session = await plainServer(usersOf(jaasOptions)).start(peer, signal)
  await assertOutcome(expected, async () => {
    const { challenge, done } = await session.next(bytesOf(response))
    return {
      challenge: { utf8: Buffer.from(challenge ?? []).toString() },
      isComplete: done !== undefined,
      authorizationId: done?.authorizationId,
      negotiatedPropertyAny: done?.negotiatedProperty('any'),
    }
  })
  return pass
}

const client: Adapter = async ({ input, expected }) => {
  const session = await plain({ ...(input as { username: string; password: string }), validate: false }).start(
    peer,
    signal,
  )
  await assertOutcome(expected, async () => {
    const { token, done } = await session.next(null)
    return {
      hasInitialResponse: token !== undefined,
      initialResponse: { utf8: Buffer.from(token ?? []).toString() },
      isComplete: done,
    }
  })
  return pass
}

const loginModule: Adapter = ({ input, expected }) => {
  const { module, options } = input as {
    module: 'PlainLoginModule' | 'ScramLoginModule'
    options: Readonly<Record<string, string>>
  }
  const { username, password, extensions } = loginModuleCredentials(module, options)
  const known = (value: unknown): boolean => value !== undefined
  const shown = {
    public: [username, extensions.size > 0 ? asJson(extensions.map()) : undefined].filter(known),
    private: [password].filter(known),
  }
  assert.deepStrictEqual(shown, expected)
  return pass
}

const kerberosName: Adapter = async ({ input, expected }) => {
  await assertOutcome(expected, () => {
    const { serviceName, hostName, realm } = parseKerberosName((input as { principal: string }).principal)
    return { serviceName, hostName, realm }
  })
  return pass
}

const shortName: Adapter = async ({ input, expected }) => {
  const { defaultRealm, rules, principal } = input as {
    defaultRealm: string
    rules: readonly string[]
    principal: string
  }
  await assertOutcome(expected, () => kerberosShortNamer({ defaultRealm, rules })(principal))
  return pass
}

export const areas: Readonly<Record<string, Adapter>> = {
  'plain.server': server,
  'plain.client': client,
  'loginModule.credentials': loginModule,
  'kerberos.name': kerberosName,
  'kerberos.shortName': shortName,
}
