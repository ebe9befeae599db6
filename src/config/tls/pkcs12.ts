import { createPrivateKey, X509Certificate } from 'node:crypto'
import type { Forge } from 'node-forge'
import { UsageError } from '../../errors.js'

/**
 * PKCS #12 as far as Node does not read it: trust stores (OpenSSL passes over certificates without a key) and stores
 * that are encrypted with RC2, as keytool wrote them before Java 17. The reader is the package `node-forge`, an optional
 * peer.
 */
export interface Pkcs12Content {
  /** In PEM. */
  readonly certificates: readonly string[]
  /** In PEM, decrypted. */
  readonly keys: readonly string[]
}

/** pbeWithSHAAnd40BitRC2-CBC: OpenSSL 3 has it only in its legacy provider, which Node does not load. */
const RC2_40 = Buffer.from('060a2a864886f70d010c0106', 'hex')

/** Whether a store is encrypted in a way that Node does not know any more. */
export function isLegacyPkcs12(content: Uint8Array): boolean {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength).includes(RC2_40)
}

/**
 * Decrypts a PKCS #12 store.
 *
 * @throws UsageError (`MISSING_PEER`) where node-forge is not installed, (`INVALID_ARGUMENT`) for a wrong password or a
 * damaged store.
 */
export async function readPkcs12(store: {
  readonly content: Uint8Array
  readonly password: string
  readonly location: string
  readonly kind: 'key store' | 'trust store'
}): Promise<Pkcs12Content> {
  const forge = await loadForge(store)
  const pem = (asn1: Parameters<typeof forge.asn1.toDer>[0]): Buffer =>
    Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1')
  try {
    const der = forge.util.createBuffer(Buffer.from(store.content).toString('latin1'))
    const { safeContents } = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(der), false, store.password)
    const certificates: string[] = []
    const keys: string[] = []
    for (const { type, cert, key, asn1 } of safeContents.flatMap((safe) => safe.safeBags)) {
      // What forge cannot read itself (elliptic curves), it leaves as it was, in asn1.
      if (type === CERTIFICATE_BAG) {
        const certificate = asn1 ?? (cert ? forge.pki.certificateToAsn1(cert) : undefined)
        if (certificate !== undefined) certificates.push(new X509Certificate(pem(certificate)).toString())
      } else if (type === KEY_BAG || type === SHROUDED_KEY_BAG) {
        const info = asn1 ?? (key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key)) : undefined)
        if (info !== undefined) keys.push(privateKey(pem(info)))
      }
    }
    return { certificates, keys }
  } catch (cause) {
    throw new UsageError('INVALID_ARGUMENT', `The store ${store.location} cannot be opened`, {
      cause: new Error(cause instanceof Error ? cause.message : 'unreadable'),
      hint: 'The password is wrong, or the file is damaged: keytool -list -keystore FILE tells which.',
    })
  }
}

function privateKey(der: Buffer): string {
  return String(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).export({ format: 'pem', type: 'pkcs8' }))
}

async function loadForge({ kind, location }: { readonly kind: string; readonly location: string }): Promise<Forge> {
  try {
    const { default: forge } = await import('node-forge')
    return forge
  } catch (cause) {
    const conversion =
      kind === 'key store'
        ? `let the keytool of Java 17 or later write it anew, which needs no package: keytool -importkeystore -srckeystore ${location} -destkeystore client.p12 -deststoretype PKCS12`
        : `convert it to PEM, which needs no package: keytool -list -rfc -keystore ${location} > trust.pem`
    throw new UsageError('MISSING_PEER', `Reading the ${kind} ${location} needs the package node-forge`, {
      cause,
      hint: `npm install node-forge; or ${conversion}`,
    })
  }
}

const KEY_BAG = '1.2.840.113549.1.12.10.1.1'
const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2'
const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3'
