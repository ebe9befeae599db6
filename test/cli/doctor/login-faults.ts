import { createServer } from 'node:http'
import { once } from 'node:events'
import { FakeClock } from '#src/testing/index.js'
import { SaslAuthenticate } from '#src/messages/SaslAuthenticate.js'
import { SaslHandshake } from '#src/messages/SaslHandshake.js'
import { alice, there, to, toSecure, users } from './clinic.js'
import { broken } from './stage.js'
import type { AddressInfo } from 'node:net'
import type { Fault, Faults } from './clinic.js'
import type { Staged } from './stage.js'

const minute = 60_000
/** A broker with TLS whose clock is off by so many ms. The odd end of its time keeps lifetimes from being round. */
function offBy(ms: number): Promise<Staged> {
  const clock = new FakeClock(Math.floor(Date.now() / 1000) * 1000 + ms + 123)
  return broken({ tls: true, users, clock })
}

/** A token as a machine makes it whose clock is off by so many ms. */
async function tokenMadeAt(ms: number, lifetime = 3600): Promise<string> {
  const { startBroker } = await import('#src/testing/index.js')
  await using broker = await startBroker({ users, clock: new FakeClock(Date.now() + ms) })
  return broker.unsecuredToken({ principal: 'alice', lifetime })
}

/** A token endpoint that refuses the client; the file `config` uses it. */
async function refusingEndpoint(port: number): Promise<Staged> {
  const server = createServer((_, response) => {
    response.writeHead(401, { 'content-type': 'application/json', connection: 'close' })
    response.end('{"error":"invalid_client","error_description":"unknown client"}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`
  const S = 'org.apache.kafka.common.security.oauthbearer.'
  const config = `bootstrap.servers=localhost:${port}
security.protocol=SASL_SSL
ssl.truststore.type=PEM
ssl.truststore.location=ca
sasl.mechanism=OAUTHBEARER
sasl.login.callback.handler.class=${S}OAuthBearerLoginCallbackHandler
sasl.oauthbearer.token.endpoint.url=${endpoint}
sasl.jaas.config=${S}OAuthBearerLoginModule required clientId="ottla" clientSecret="${users.alice}";`
  const close = async (): Promise<void> => {
    server.close()
    await once(server, 'close')
  }
  return { port, files: { config }, close }
}

const refused = (mechanism: string, who: string, password: string): Fault => ({
  args: toSecure('--mechanism', mechanism, '-u', who, '--password-env', password),
  step: 'login',
  code: 'AUTHENTICATION_FAILED',
  advice: /Wrong name, password/,
})

const passwords = Object.fromEntries(
  ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'].flatMap((mechanism) => [
    [`a wrong password with ${mechanism}`, refused(mechanism, 'alice', 'WRONG')],
    [`an unknown user with ${mechanism}`, refused(mechanism, 'nobody', 'P')],
  ]),
)

/** Mechanisms, logins, tokens, clocks and sessions. */
export const loginFaults: Faults = {
  'a login that is wanted': {
    args: toSecure(),
    step: 'mechanisms',
    code: 'LOGIN_REQUIRED',
    advice: /PLAIN, SCRAM-SHA-256, SCRAM-SHA-512 or OAUTHBEARER/,
  },
  'a login where there is none': {
    args: ({ open }) => to(open.port, ...alice),
    step: 'mechanisms',
    code: 'ILLEGAL_SASL_STATE',
    advice: /PLAINTEXT/,
  },
  'a mechanism that is not enabled': {
    args: ({ plaintext }) => to(plaintext.port, ...alice, '--mechanism', 'SCRAM-SHA-512'),
    step: 'mechanisms',
    code: 'UNSUPPORTED_MECHANISM',
    advice: /sasl\.enabled\.mechanisms/,
  },
  'a broker that falls silent when asked for its mechanisms': {
    stage: () => broken({ users }, (broker) => broker.on(SaslHandshake).stall()),
    args: there('--timeout', '1500ms', ...alice),
    step: 'mechanisms',
    code: 'CONNECT_TIMEOUT',
    advice: /overloaded, stuck/,
  },
  ...passwords,
  'a broker that falls silent in the login': {
    stage: () => broken({ users }, (broker) => broker.on(SaslAuthenticate).stall()),
    args: there('--timeout', '1500ms', ...alice),
    step: 'login',
    code: 'CONNECT_TIMEOUT',
    advice: /in time/,
  },
  'a broker that hangs up in the login': {
    stage: () => broken({ users }, (broker) => broker.on(SaslAuthenticate).close()),
    args: there(...alice),
    step: 'login',
    code: 'CONNECTION_CLOSED',
    advice: /credentials/,
  },
  'an expired token': {
    args: toSecure('--token-file', 'expired'),
    step: 'login',
    code: 'TOKEN_EXPIRED',
    advice: /ended 10 minutes ago/,
  },
  'a token that is not valid yet, of a clock that is ahead': {
    stage: async ({ secure }) => ({
      port: secure.port,
      files: { early: await tokenMadeAt(10 * minute) },
      close: () => undefined,
    }),
    args: there('--ca', 'ca', '--token-file', 'early'),
    step: 'login',
    code: 'TOKEN_NOT_YET_VALID',
    advice: /begins in 10 minutes.*clock of whoever made it is that much ahead/,
  },
  'a good token at a broker whose clock is behind': {
    stage: () => offBy(-10 * minute),
    args: there('--ca', 'staged', '--token-file', 'good'),
    step: 'login',
    code: 'TOKEN_REJECTED',
    advice: /its clock is off/,
  },
  'a broker whose clock is ahead, by the session that it gives': {
    stage: () => offBy(10 * minute),
    args: there('--ca', 'staged', '--token-file', 'good'),
    step: 'clock',
    code: 'CLOCK_SKEW',
    advice: /NTP/,
    warning: true,
  },
  'a clock that is ahead of the broker, by the old token that it takes': {
    stage: async () => {
      const staged = await offBy(-90 * minute)
      return { ...staged, files: { ...staged.files, old: await tokenMadeAt(-120 * minute) } }
    },
    args: there('--ca', 'staged', '--token-file', 'old'),
    step: 'clock',
    code: 'CLOCK_SKEW',
    advice: /NTP/,
    warning: true,
  },
  'a token that is none': {
    args: toSecure('--token-file', 'garbage'),
    step: 'login',
    code: 'TOKEN_REJECTED',
    advice: /no JWT/,
  },
  'a token that would travel without TLS': {
    stage: () => broken({ users }),
    args: there('--token-file', 'good'),
    step: 'login',
    code: 'PLAINTEXT_REFUSED',
    advice: /--allow-plaintext/,
  },
  'a token endpoint that refuses the client': {
    stage: ({ secure }) => refusingEndpoint(secure.port),
    args: () => ['--config', 'config'],
    step: 'login',
    code: 'CREDENTIALS_UNAVAILABLE',
    advice: /client/,
  },
  'a token that lacks a scope': {
    stage: () =>
      broken({ tls: true, users, validateToken: () => ({ status: 'insufficient_scope', scope: 'kafka.read' }) }),
    args: there('--ca', 'staged', '--token-file', 'good'),
    step: 'login',
    code: 'TOKEN_REJECTED',
    advice: /lacks a scope that the broker requires: kafka\.read/,
  },
  'an extension that is refused': {
    args: toSecure('--token-file', 'good', '--extension', 'tenant=red'),
    step: 'login',
    code: 'EXTENSIONS_REFUSED',
    advice: /extensions/,
  },
  'a session that ends before it can be renewed': {
    stage: () => broken({ users, maxSessionLifetime: 1000 }),
    args: there(...alice),
    step: 'session',
    code: 'SESSION_TOO_SHORT',
    advice: /connections\.max\.reauth\.ms/,
  },
  'a session of a few seconds': {
    stage: () => broken({ users, maxSessionLifetime: 5000 }),
    args: there(...alice),
    step: 'session',
    code: 'SESSION_SHORT',
    advice: /connections\.max\.reauth\.ms/,
    warning: true,
  },
}
