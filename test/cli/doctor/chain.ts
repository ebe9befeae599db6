import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
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
} from '#src/testing/der.js'
import type { KeyObject } from 'node:crypto'

/** A certificate with its key, and who can sign by it. */
export interface Link {
  readonly name: string
  readonly cert: string
  readonly key: string
  readonly keys: { readonly publicKey: KeyObject; readonly privateKey: KeyObject }
}

const hour = 3_600_000
const algorithm = sequence(oid('1.2.840.10045.4.3.2'))

/** A certificate for `localhost`, or for an authority, signed by `issuer`, or by itself. What the tests' own authorities do not make. */
export function issue(name: string, options: { readonly issuer?: Link; readonly authority?: boolean } = {}): Link {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { issuer, authority = false } = options
  const named = (text: string): Buffer => sequence(set(sequence(oid('2.5.4.3'), utf8String(text))))
  const extension = (id: string, value: Buffer, ...critical: Buffer[]): Buffer =>
    sequence(oid(id), ...critical, octetString(value))
  const toBeSigned = sequence(
    explicit(0, integer(Buffer.from([2]))),
    integer(randomBytes(16)),
    algorithm,
    named(issuer?.name ?? name),
    sequence(time(new Date(Date.now() - hour)), time(new Date(Date.now() + 1000 * hour))),
    named(name),
    keys.publicKey.export({ type: 'spki', format: 'der' }),
    explicit(
      3,
      sequence(
        extension('2.5.29.19', authority ? sequence(TRUE) : sequence(), TRUE),
        extension('2.5.29.17', sequence(implicit(2, Buffer.from('localhost')))),
      ),
    ),
  )
  const signature = sign('sha256', toBeSigned, (issuer?.keys ?? keys).privateKey)
  const der = sequence(toBeSigned, algorithm, bitString(signature))
  const cert = `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{64}(?!$)/g, '$&\n')}\n-----END CERTIFICATE-----\n`
  return { name, cert, key: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), keys }
}
