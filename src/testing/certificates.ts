import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { isIP } from 'node:net'
import {
  bitString,
  explicit,
  implicit,
  integer,
  octetString,
  oid,
  sequence,
  set,
  time,
  TRUE,
  utf8String,
} from './der.js'

/** A certificate and its private key, in PEM. */
export interface Certificate {
  readonly cert: string
  readonly key: string
}

/** A certificate authority of its own, made for one test and known to nobody else. */
export interface CertificateAuthority {
  /** The certificate to trust, in PEM. */
  readonly cert: string
  /** Issues a certificate for a server under these names and addresses. Default: `localhost`, `127.0.0.1`, `::1`. */
  server(names?: readonly string[]): Certificate
  /** Issues a certificate for a client. `subject`: attributes, the most general first: `[['O', 'Ottla'], ['CN', 'alice']]`. */
  client(subject: Subject): Certificate
}

export type Subject = readonly (readonly [attribute: 'CN' | 'OU' | 'O' | 'L' | 'ST' | 'C', value: string])[]

const ATTRIBUTES = { CN: '2.5.4.3', C: '2.5.4.6', L: '2.5.4.7', ST: '2.5.4.8', O: '2.5.4.10', OU: '2.5.4.11' } as const
const ECDSA_WITH_SHA256 = sequence(oid('1.2.840.10045.4.3.2'))
const DAY = 86_400_000

interface Keys {
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}

interface Issuer {
  readonly name: Uint8Array
  readonly keys: Keys
}

/** Makes a certificate authority with a fresh key (P-256, a millisecond; RSA would take a hundred). */
export function createAuthority(): CertificateAuthority {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const issuer = { name: distinguishedName([['CN', `Ottla test CA ${randomBytes(4).toString('hex')}`]]), keys }
  const own = criticalExtension('2.5.29.19', sequence(TRUE))
  const usage = criticalExtension('2.5.29.15', bitString(Buffer.from([0x06]), 1))
  const issue = (subject: Subject, purpose: string, ...extensions: Uint8Array[]): Certificate => {
    const leaf = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const cert = certificate(issuer, { name: distinguishedName(subject), keys: leaf }, [
      criticalExtension('2.5.29.19', sequence()),
      criticalExtension('2.5.29.15', bitString(Buffer.from([0x80]), 7)),
      extension('2.5.29.37', sequence(oid(purpose))),
      ...extensions,
    ])
    return { cert, key: pem(leaf.privateKey) }
  }
  return {
    cert: certificate(issuer, issuer, [own, usage]),
    server: (names = ['localhost', '127.0.0.1', '::1']) =>
      issue([['CN', names[0] ?? 'localhost']], '1.3.6.1.5.5.7.3.1', alternativeNames(names)),
    client: (subject) => issue(subject, '1.3.6.1.5.5.7.3.2'),
  }
}

/** RFC 5280, with the key identifiers without which stricter verifiers (Python 3.13) refuse a chain. */
function certificate(issuer: Issuer, subject: Issuer, extensions: readonly Uint8Array[]): string {
  const spki = subject.keys.publicKey.export({ type: 'spki', format: 'der' })
  const now = Date.now()
  const toBeSigned = sequence(
    explicit(0, integer(Buffer.from([2]))),
    integer(randomBytes(16)),
    ECDSA_WITH_SHA256,
    issuer.name,
    sequence(time(new Date(now - DAY)), time(new Date(now + 365 * DAY))),
    subject.name,
    spki,
    explicit(
      3,
      sequence(
        ...extensions,
        extension('2.5.29.14', octetString(keyIdentifier(subject.keys))),
        extension('2.5.29.35', sequence(implicit(0, keyIdentifier(issuer.keys)))),
      ),
    ),
  )
  const signature = sign('sha256', toBeSigned, issuer.keys.privateKey)
  const der = sequence(toBeSigned, ECDSA_WITH_SHA256, bitString(signature))
  const lines = der.toString('base64').replace(/.{64}(?!$)/g, '$&\n')
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
}

function distinguishedName(subject: Subject): Buffer {
  return sequence(...subject.map(([type, value]) => set(sequence(oid(ATTRIBUTES[type]), utf8String(value)))))
}

function extension(id: string, value: Uint8Array): Buffer {
  return sequence(oid(id), octetString(value))
}

function criticalExtension(id: string, value: Uint8Array): Buffer {
  return sequence(oid(id), TRUE, octetString(value))
}

function alternativeNames(names: readonly string[]): Buffer {
  const general = names.map((name) => (isIP(name) ? implicit(7, ipBytes(name)) : implicit(2, Buffer.from(name))))
  return extension('2.5.29.17', sequence(...general))
}

/** The 4 or 16 bytes of an IP address. */
function ipBytes(address: string): Buffer {
  if (isIP(address) === 4) return Buffer.from(address.split('.').map(Number))
  const [head = '', tail] = address.split('::')
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'))
  const [left, right] = [groups(head), groups(tail ?? '')]
  const zeros = Array<string>(8 - left.length - right.length).fill('0')
  return Buffer.from([...left, ...zeros, ...right].map((group) => group.padStart(4, '0')).join(''), 'hex')
}

function keyIdentifier(keys: Keys): Buffer {
  return createHash('sha1')
    .update(keys.publicKey.export({ type: 'spki', format: 'der' }))
    .digest()
}

/** PKCS#8, the form that Java reads too. */
function pem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString()
}
