// Servers in processes of their own, each ended with this one.
import { fork } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { SignJWT, exportJWK } from 'jose'

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
/** Who signs the tokens, and by which keys. */
export const issuer = 'https://issuer.bench'
export const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256', use: 'sig' }] })

/** A token that the servers take; no two are alike. */
const tokenOf = (number) =>
  new SignJWT({ scope: 'a b', jti: String(number) })
    .setProtectedHeader({ alg: 'RS256', kid: 'k' })
    .setIssuer(issuer)
    .setAudience('kafka')
    .setSubject('alice')
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(privateKey)

/** So many tokens: logins with one and the same at the same time would share its verification. */
export const tokens = (count) => Promise.all(Array.from({ length: count }, (_, i) => tokenOf(i)))

const children = []

/** Starts one of the contenders of contender.mjs. */
export async function start(name) {
  const child = fork(new URL('contender.mjs', import.meta.url), [name, jwks], { execArgv: ['--expose-gc'] })
  children.push(child)
  return await new Promise((resolve) => child.once('message', (port) => resolve({ host: '127.0.0.1', port, child })))
}

/** Asks a server's process: `cpu`, `memory`. */
export const ask = ({ child }, question) =>
  new Promise((resolve) => {
    child.once('message', resolve)
    child.send(question)
  })

export function stopAll() {
  for (const child of children.splice(0)) child.disconnect()
}
