// The least that each exchange can be made of: node:crypto, no checks beyond the mechanism's own, no errors, no options.
import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto'

const hmac = (hash, key, text) => createHmac(hash, key).update(text).digest()
const sha = (hash, bytes) => createHash(hash).update(bytes).digest()
const xor = (a, b) => a.map((byte, i) => byte ^ b[i])

export function plainClient(username, password) {
  return Buffer.from(`\0${username}\0${password}`)
}

const compareKey = randomBytes(32)
export const digest = (password) => hmac('sha256', compareKey, password)

export function plainServer(digests, response) {
  const [authorizationId, username, password] = response.toString('utf8').split('\0')
  const known = digests.get(username)
  if (!known || !timingSafeEqual(known, digest(password))) throw new Error('refused')
  if (authorizationId !== '' && authorizationId !== username) throw new Error('refused')
  return { authorizationId: username, challenge: Buffer.alloc(0) }
}

export function scramKeys(hash, password, salt, iterations) {
  const salted = pbkdf2Sync(password, salt, iterations, hash === 'sha256' ? 32 : 64, hash)
  const clientKey = hmac(hash, salted, 'Client Key')
  return { clientKey, storedKey: sha(hash, clientKey), serverKey: hmac(hash, salted, 'Server Key'), salt, iterations }
}

const nonce = () => randomBytes(17).toString('hex')
const attribute = (text, name) =>
  text
    .split(',')
    .find((part) => part.startsWith(name))
    .slice(2)

/** A whole exchange, the password stretched beforehand on both sides. */
export function scramClient(hash, keys) {
  let bare, message
  return {
    first: () => {
      bare = `n=user,r=${nonce()}`
      return Buffer.from(`n,,${bare}`)
    },
    final: (challenge) => {
      const serverFirst = challenge.toString()
      const combined = attribute(serverFirst, 'r=')
      if (!combined.startsWith(bare.slice(9)) || Number(attribute(serverFirst, 'i=')) < 4096) throw new Error('refused')
      const withoutProof = `c=biws,r=${combined}`
      message = `${bare},${serverFirst},${withoutProof}`
      const proof = xor(keys.clientKey, hmac(hash, keys.storedKey, message))
      return Buffer.from(`${withoutProof},p=${proof.toString('base64')}`)
    },
    verify: (challenge) => {
      const signature = Buffer.from(challenge.toString().slice(2), 'base64')
      if (!timingSafeEqual(signature, hmac(hash, keys.serverKey, message))) throw new Error('refused')
    },
  }
}

export function scramServer(hash, credentials) {
  let combined, exchanged, keys
  return {
    first: (response) => {
      const bare = response.toString().slice(3)
      keys = credentials.get(attribute(bare, 'n='))
      combined = attribute(bare, 'r=') + nonce()
      const serverFirst = `r=${combined},s=${keys.salt.toString('base64')},i=${keys.iterations}`
      exchanged = `${bare},${serverFirst}`
      return Buffer.from(serverFirst)
    },
    final: (response) => {
      const text = response.toString()
      const end = text.lastIndexOf(',p=')
      const message = `${exchanged},${text.slice(0, end)}`
      if (attribute(text, 'r=') !== combined) throw new Error('refused')
      const clientKey = xor(Buffer.from(text.slice(end + 3), 'base64'), hmac(hash, keys.storedKey, message))
      if (!timingSafeEqual(sha(hash, clientKey), keys.storedKey)) throw new Error('refused')
      return Buffer.from(`v=${hmac(hash, keys.serverKey, message).toString('base64')}`)
    },
  }
}

const TOKEN = /^[-_~+/.a-zA-Z0-9]+=*$/
const NAME = /^[A-Za-z]+$/
const VALUE = /^[\x21-\x7e \t\r\n]+$/

export function bearerClient(token, extensions) {
  if (!TOKEN.test(token)) throw new Error('refused')
  let text = `n,,\x01auth=Bearer ${token}`
  for (const [name, value] of Object.entries(extensions)) {
    if (name === 'auth' || !NAME.test(name) || !VALUE.test(value)) throw new Error('refused')
    text += `\x01${name}=${value}`
  }
  return Buffer.from(`${text}\x01\x01`)
}

const BASE64 = /^[-_+/A-Za-z0-9]*={0,2}$/

/**
 * The token read as an unsecured JWS, every extension taken as valid. It does what no correct server may leave out: a token
 * has three parts, of the alphabet of base64 and nothing else (RFC 7515, sections 3.1 and 2), a subject and an end; the
 * identity that the client asked for is the token's (RFC 7628, section 3.1); the outcome gives the token with its scope
 * beside the extensions (KIP-342).
 */
export function bearerServer(response, now) {
  const message = /^n,(?:a=([^,]+))?,\x01((?:[A-Za-z]+=[\x21-\x7e \t\r\n]+\x01)*)\x01$/.exec(response.toString())
  const pairs = new Map(
    message[2].split('\x01').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  )
  const token = /^bearer +([-_~+/.a-zA-Z0-9]+=*)$/i.exec(pairs.get('auth'))[1]
  const parts = token.split('.')
  const [header, payload, signature] = parts
  if (parts.length !== 3 || !BASE64.test(header) || !BASE64.test(payload)) throw new Error('refused')
  if (JSON.parse(Buffer.from(header, 'base64url')).alg !== 'none' || signature !== '') throw new Error('refused')
  const { sub, exp, iat, scope = [] } = JSON.parse(Buffer.from(payload, 'base64url'))
  if (typeof sub !== 'string' || sub === '' || typeof exp !== 'number') throw new Error('refused')
  if (iat * 1000 > now || exp * 1000 <= now) throw new Error('refused')
  const requested = message[1]?.replaceAll('=2C', ',').replaceAll('=3D', '=')
  if (requested !== undefined && requested !== sub) throw new Error('refused')
  pairs.delete('auth')
  const extensions = pairs
  return { authorizationId: sub, expiresAt: exp * 1000, token, scope, extensions, challenge: Buffer.alloc(0) }
}
