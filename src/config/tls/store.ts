import { UsageError } from '../../errors.js'
import { isPem } from './pem.js'

/** The forms of a key store or trust store, recognised by their first bytes: names and `ssl.*.type` may say otherwise. */
export type StoreForm = 'PEM' | 'PKCS12' | 'JKS' | 'JCEKS' | 'BCFKS'

/** The form of a store's content; undefined if it is none that Java knows. */
export function storeForm(content: Uint8Array): StoreForm | undefined {
  const start = Buffer.from(content.buffer, content.byteOffset, Math.min(content.byteLength, 16))
  if (start.length >= 4 && start.readUInt32BE(0) === 0xfeedfeed) return 'JKS'
  if (start.length >= 4 && start.readUInt32BE(0) === 0xcececece) return 'JCEKS'
  if (isPkcs12(start)) return 'PKCS12'
  return isPem(content) ? 'PEM' : undefined
}

/** A sequence whose first element is the integer 3, PKCS #12's version (RFC 7292, section 4). */
function isPkcs12(start: Buffer): boolean {
  if (start[0] !== 0x30 || start.length < 2) return false
  const length = start[1] ?? 0
  // 0x80: of indefinite length, as some tools write it.
  const header = length > 0x80 ? 2 + (length & 0x7f) : 2
  return start[header] === 0x02 && start[header + 1] === 0x01 && start[header + 2] === 0x03
}

/** The error for a store that cannot be used as it is, with the command that makes one that can. */
export function unusableStore(
  form: StoreForm | undefined,
  store: { readonly kind: 'key store' | 'trust store'; readonly location: string },
): UsageError {
  const { kind, location } = store
  if (form === undefined) {
    return new UsageError('INVALID_ARGUMENT', `The ${kind} ${location} is neither PEM nor PKCS12 nor JKS`)
  }
  const command =
    kind === 'key store'
      ? `keytool -importkeystore -srckeystore ${location} -destkeystore client.p12 -deststoretype PKCS12`
      : `keytool -list -rfc -keystore ${location} > trust.pem`
  return new UsageError('UNSUPPORTED', `The ${kind} ${location} is of the form ${form}, which only Java reads`, {
    hint: `Convert it with: ${command}`,
  })
}
