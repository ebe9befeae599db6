import { X509Certificate } from 'node:crypto'
import { UsageError } from '../../errors.js'

/**
 * PKCS #12 as far as Node does not read it: trust stores (OpenSSL passes over certificates without a key) and key stores
 * with RC2, as keytool wrote them before Java 17. The reader is the package `node-forge`, an optional peer.
 */
export interface Pkcs12Content {
  /** In PEM. */
  readonly certificates: readonly string[]
  /** In PEM, decrypted. */
  readonly keys: readonly string[]
}

/** How a package is loaded: `import()`, or something else in tests. */
export type ImportPackage = (name: string) => Promise<unknown>

interface StoreToRead {
  readonly content: Uint8Array
  readonly password: string
  readonly location: string
}

/**
 * Decrypts a PKCS #12 store.
 *
 * @throws UsageError (`MISSING_PEER`) where node-forge is not installed, (`INVALID_ARGUMENT`) for a wrong password or a
 * damaged store.
 */
export async function readPkcs12(
  store: StoreToRead,
  importPackage: ImportPackage = (name) => import(name),
): Promise<Pkcs12Content> {
  const forge = await loadForge(store.location, importPackage)
  let bags: readonly Bag[]
  try {
    const der = forge.util.createBuffer(Buffer.from(store.content).toString('latin1'))
    const pfx = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(der), false, store.password)
    bags = pfx.safeContents.flatMap((safe) => safe.safeBags)
  } catch (cause) {
    throw new UsageError('INVALID_ARGUMENT', `The store ${store.location} cannot be opened`, {
      cause: new Error(cause instanceof Error ? cause.message : 'unreadable'),
      hint: 'The password is wrong, or the file is damaged: keytool -list -keystore FILE tells which.',
    })
  }
  return {
    certificates: bags.filter((bag) => bag.type === CERTIFICATE_BAG).map((bag) => certificate(forge, bag)),
    keys: bags.filter((bag) => bag.type === KEY_BAG || bag.type === SHROUDED_KEY_BAG).map((bag) => privateKey(forge, bag)),
  }
}

function certificate(forge: Forge, bag: Bag): string {
  // Of a key that forge does not know (elliptic curves) it keeps the certificate as it was.
  const der = forge.asn1.toDer(bag.asn1 ?? forge.pki.certificateToAsn1(bag.cert)).getBytes()
  return new X509Certificate(Buffer.from(der, 'latin1')).toString()
}

function privateKey(forge: Forge, bag: Bag): string {
  const info = bag.key == null ? bag.asn1 : forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key))
  const base64 = Buffer.from(forge.asn1.toDer(info).getBytes(), 'latin1').toString('base64')
  return `-----BEGIN PRIVATE KEY-----\n${(base64.match(/.{1,64}/g) ?? []).join('\n')}\n-----END PRIVATE KEY-----\n`
}

async function loadForge(location: string, importPackage: ImportPackage): Promise<Forge> {
  try {
    const module = (await importPackage('node-forge')) as { readonly default?: unknown }
    return (module.default ?? module) as Forge
  } catch (cause) {
    throw new UsageError('MISSING_PEER', `Reading the PKCS12 store ${location} needs the package node-forge`, {
      cause,
      hint: `npm install node-forge; or convert the store to PEM, which needs no package: keytool -list -rfc -keystore ${location} > trust.pem`,
    })
  }
}

const KEY_BAG = '1.2.840.113549.1.12.10.1.1'
const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2'
const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3'

/** What is used of node-forge: it brings no types of its own. */
interface Forge {
  readonly util: { createBuffer(bytes: string): unknown }
  readonly asn1: { fromDer(bytes: unknown): unknown; toDer(asn1: unknown): { getBytes(): string } }
  readonly pkcs12: {
    pkcs12FromAsn1(
      asn1: unknown,
      strict: boolean,
      password: string,
    ): { readonly safeContents: readonly { readonly safeBags: readonly Bag[] }[] }
  }
  readonly pki: {
    certificateToAsn1(certificate: unknown): unknown
    privateKeyToAsn1(key: unknown): unknown
    wrapRsaPrivateKey(asn1: unknown): unknown
  }
}

interface Bag {
  readonly type: string
  readonly cert?: unknown
  readonly key?: unknown
  readonly asn1?: unknown
}
