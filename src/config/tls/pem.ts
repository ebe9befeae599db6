import { createPrivateKey, X509Certificate } from 'node:crypto'
import { UsageError } from '../../errors.js'

/** What a PEM text holds for TLS. Text between the blocks (as `keytool -list -rfc` prints it) is passed over. */
export interface PemBlocks {
  readonly keys: readonly string[]
  readonly certificates: readonly string[]
}

export function isPem(content: Uint8Array): boolean {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength).includes('-----BEGIN ')
}

/** Cuts a PEM text into its private keys and certificates. */
export function pemBlocks(text: string): PemBlocks {
  const keys: string[] = []
  const certificates: string[] = []
  let position = 0
  for (;;) {
    const begin = text.indexOf('-----BEGIN ', position)
    const end = begin < 0 ? -1 : text.indexOf('-----END ', begin)
    const close = end < 0 ? -1 : text.indexOf('-----', end + '-----END '.length)
    if (close < 0) return { keys, certificates }
    position = close + '-----'.length
    const label = text.slice(begin + '-----BEGIN '.length, text.indexOf('-----', begin + '-----BEGIN '.length))
    const block = normalised(label, text.slice(begin, end))
    if (label.endsWith('PRIVATE KEY')) keys.push(block)
    else if (/^(?:X509 |TRUSTED )?CERTIFICATE$/.test(label)) certificates.push(block)
  }
}

/**
 * Kafka takes a PEM value on one line, with blanks where line breaks were (properties files invite to it); OpenSSL does
 * not. Headers of old encrypted keys (`Proc-Type`, `DEK-Info`) keep their lines.
 */
function normalised(label: string, block: string): string {
  const body = block.slice(block.indexOf('-----', '-----BEGIN '.length) + '-----'.length)
  if (body.includes(':')) return `-----BEGIN ${label}-----\n${body.trim()}\n-----END ${label}-----\n`
  const lines = body.replace(/\s/g, '').match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

/**
 * The certificates of a trust store.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) if there are none, or one that cannot be read. `source` says where they are from.
 */
export function trustedCertificates(text: string, source: string): string[] {
  const { certificates } = pemBlocks(text)
  if (certificates.length === 0) throw invalid(`No matching CERTIFICATE entries in ${source}`)
  for (const certificate of certificates) readable(certificate, source)
  return [...certificates]
}

/**
 * The private key and the certificate chain of a key store.
 *
 * @throws UsageError (`INVALID_ARGUMENT`) if one of them is missing or cannot be read.
 */
export function keyAndChain(
  store: { readonly key: string; readonly chain: string; readonly source: string },
  keyPassword: string | undefined,
): { readonly key: string; readonly cert: string; readonly passphrase?: string } {
  const key = pemBlocks(store.key).keys[0]
  if (key === undefined) throw invalid(`No matching PRIVATE KEY entries in ${store.source}`)
  const { certificates } = pemBlocks(store.chain)
  if (certificates.length === 0) throw invalid(`No matching CERTIFICATE entries in ${store.source}`)
  for (const certificate of certificates) readable(certificate, store.source)
  checkKey(key, store.source, keyPassword)
  const cert = certificates.join('')
  return keyPassword === undefined ? { key, cert } : { key, cert, passphrase: keyPassword }
}

function readable(certificate: string, source: string): void {
  try {
    new X509Certificate(certificate)
  } catch (cause) {
    throw new UsageError('INVALID_ARGUMENT', `A certificate in ${source} cannot be read`, { cause })
  }
}

function checkKey(key: string, source: string, passphrase: string | undefined): void {
  try {
    createPrivateKey(passphrase === undefined ? key : { key, passphrase })
  } catch (cause) {
    const isEncrypted = key.includes('ENCRYPTED')
    throw new UsageError('INVALID_ARGUMENT', `The private key in ${source} cannot be read`, {
      cause,
      hint: isEncrypted
        ? 'The key is encrypted: ssl.key.password must hold its password.'
        : 'A PEM key store holds a key in PKCS#8 form (BEGIN PRIVATE KEY), then the certificate chain.',
    })
  }
}

function invalid(message: string): UsageError {
  return new UsageError('INVALID_ARGUMENT', message, {
    hint: 'A PEM key store holds a private key and its certificate chain, a PEM trust store certificates.',
  })
}
