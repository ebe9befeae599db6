import { X509Certificate, createPrivateKey } from 'node:crypto'
import { UsageError } from '../../errors.js'
import { contentOf, type Reading } from '../reading.js'
import { keyAndChain, trustedCertificates } from './pem.js'
import { isLegacyPkcs12, readPkcs12 } from './pkcs12.js'
import { storeForm, unusableStore, type StoreForm } from './store.js'

/** Options of Node's TLS for a key and its certificates: PEM, or PKCS #12. */
export interface KeyMaterial {
  key?: string
  cert?: string
  pfx?: Buffer
  passphrase?: string
}

/**
 * The key store by `ssl.keystore.*` and `ssl.key.password`; undefined if there is none.
 *
 * @throws UsageError with Kafka's text where properties contradict each other.
 */
export async function readKeyStore(reading: Reading): Promise<KeyMaterial | undefined> {
  const { values } = reading
  const location = values.text('ssl.keystore.location')
  const key = values.secret('ssl.keystore.key')
  const chain = values.secret('ssl.keystore.certificate.chain')
  const storePassword = values.secret('ssl.keystore.password')
  const keyPassword = values.secret('ssl.key.password')
  if (key !== undefined || chain !== undefined) {
    if (chain === undefined) throw invalid('SSL private key is specified, but certificate chain is not specified.')
    if (key === undefined) throw invalid('SSL certificate chain is specified, but private key is not specified')
    if (location !== null) throw invalid('Both SSL key store location and separate private key are specified.')
    if (storePassword !== undefined) throw invalid(PEM_KEY_STORE_PASSWORD)
    typeShouldBePem(reading, 'ssl.keystore.type')
    return keyAndChain({ key, chain, source: 'ssl.keystore.key and ssl.keystore.certificate.chain' }, keyPassword)
  }
  if (location === null) {
    if (storePassword === undefined) return undefined
    throw invalid('SSL key store is not specified, but key store password is specified.')
  }
  const content = await contentOf(reading, { path: location, property: 'ssl.keystore.location' })
  const form = storeForm(content)
  if (form === 'PEM') {
    if (storePassword !== undefined) throw invalid(PEM_KEY_STORE_PASSWORD)
    typeShouldBePem(reading, 'ssl.keystore.type')
    const text = Buffer.from(content).toString('latin1')
    return keyAndChain({ key: text, chain: text, source: location }, keyPassword)
  }
  if (storePassword === undefined) throw invalid('SSL key store is specified, but key store password is not specified.')
  if (form !== 'PKCS12') throw unusableStore(form, { kind: 'key store', location })
  typeShouldNotBePem(reading, 'ssl.keystore.type', form)
  if (keyPassword !== undefined && keyPassword !== storePassword) {
    throw new UsageError(
      'UNSUPPORTED',
      `The key store ${location} has one password for itself and another one for its key`,
      {
        hint: 'In a PKCS12 store both are the same: keytool -importkeystore with -destkeypass equal to -deststorepass makes such a store.',
      },
    )
  }
  if (!isLegacyPkcs12(content)) return { pfx: Buffer.from(content), passphrase: storePassword }
  return opened(await readPkcs12({ content, password: storePassword, location, kind: 'key store' }), location)
}

/** A key with its chain, the certificate of the key first. */
function opened(
  store: { readonly certificates: readonly string[]; readonly keys: readonly string[] },
  location: string,
): KeyMaterial {
  const [key] = store.keys
  if (key === undefined) throw invalid(`The key store ${location} holds no private key`)
  const privateKey = createPrivateKey(key)
  const isOwn = (certificate: string): boolean => new X509Certificate(certificate).checkPrivateKey(privateKey)
  const chain = [
    ...store.certificates.filter(isOwn),
    ...store.certificates.filter((certificate) => !isOwn(certificate)),
  ]
  return { key, cert: chain.join('') }
}

/**
 * The trusted certificates by `ssl.truststore.*`; undefined if there are none, and the runtime's own count.
 *
 * @throws UsageError with Kafka's text where properties contradict each other.
 */
export async function readTrustStore(reading: Reading): Promise<string[] | undefined> {
  const { values } = reading
  const location = values.text('ssl.truststore.location')
  const certificates = values.secret('ssl.truststore.certificates')
  const password = values.secret('ssl.truststore.password')
  if (certificates !== undefined) {
    if (location !== null) throw invalid('Both SSL trust store location and separate trust certificates are specified.')
    if (password !== undefined) throw invalid(PEM_TRUST_STORE_PASSWORD)
    typeShouldBePem(reading, 'ssl.truststore.type')
    return trustedCertificates(certificates, 'ssl.truststore.certificates')
  }
  if (location === null) {
    if (password === undefined) return undefined
    throw invalid('SSL trust store is not specified, but trust store password is specified.')
  }
  const content = await contentOf(reading, { path: location, property: 'ssl.truststore.location' })
  const form = storeForm(content)
  if (form === 'PEM') {
    if (password !== undefined) throw invalid(PEM_TRUST_STORE_PASSWORD)
    typeShouldBePem(reading, 'ssl.truststore.type')
    return trustedCertificates(Buffer.from(content).toString('latin1'), location)
  }
  if (form !== 'PKCS12') throw unusableStore(form, { kind: 'trust store', location })
  typeShouldNotBePem(reading, 'ssl.truststore.type', form)
  const store = await readPkcs12({ content, password: password ?? '', location, kind: 'trust store' })
  if (store.certificates.length === 0) throw invalid(`The trust store ${location} holds no certificate`)
  return [...store.certificates]
}

function typeShouldBePem({ values, warnings }: Reading, property: string): void {
  if (values.text(property) === 'PEM') return
  warnings.push({ code: 'DIFFERENT', property, message: `The store is PEM; Kafka's own tools want ${property}=PEM.` })
}

function typeShouldNotBePem({ values, warnings }: Reading, property: string, form: StoreForm): void {
  if (values.text(property) !== 'PEM') return
  warnings.push({
    code: 'DIFFERENT',
    property,
    message: `The store is ${form}; Kafka's own tools want ${property}=${form}.`,
  })
}

const PEM_KEY_STORE_PASSWORD =
  'SSL key store password cannot be specified with PEM format, only key password may be specified.'
const PEM_TRUST_STORE_PASSWORD = 'SSL trust store password cannot be specified for PEM format.'

function invalid(message: string): UsageError {
  return new UsageError('INVALID_ARGUMENT', message)
}
