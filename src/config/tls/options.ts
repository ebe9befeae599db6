import { UsageError } from '../../errors.js'
import type { Reading } from '../reading.js'
import { printingHidden } from '../secret.js'
import { invalidValue } from '../value.js'
import { openSslCipher } from './cipher.js'
import { readKeyStore, readTrustStore } from './stores.js'

/** The versions of TLS that Java and Node both know, by the names that both use. */
export type TlsVersion = 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3'

/** Options of Node's TLS, as far as Kafka's properties have something to say about them. */
export interface TlsSettings {
  ca?: string[]
  key?: string
  cert?: string
  pfx?: Buffer
  passphrase?: string
  minVersion: TlsVersion
  maxVersion: TlsVersion
  ciphers?: string
}

/** A client's TLS. `checkServerIdentity` is there only to switch the check of the broker's name off. */
export interface ClientTlsSettings extends TlsSettings {
  checkServerIdentity?: () => undefined
}

/** A listener's TLS. Kafka: `ssl.client.auth` is `required` if both are true, `requested` if only `requestCert` is. */
export interface ListenerTlsSettings extends TlsSettings {
  requestCert: boolean
  rejectUnauthorized: boolean
}

const SECRETS = ['key', 'pfx', 'passphrase'] as const

/**
 * A client's TLS by `ssl.*`: stores, versions, cipher suites, and whether the broker's name is checked
 * (`ssl.endpoint.identification.algorithm`; empty switches it off).
 *
 * @throws UsageError (`INVALID_ARGUMENT`, `UNSUPPORTED`, `MISSING_PEER`).
 */
export async function clientTls(reading: Reading): Promise<ClientTlsSettings> {
  const settings: ClientTlsSettings = await commonTls(reading)
  const algorithm = reading.values.text('ssl.endpoint.identification.algorithm') ?? ''
  if (algorithm === '') {
    settings.checkServerIdentity = () => undefined
    reading.warnings.push({
      code: 'INSECURE',
      property: 'ssl.endpoint.identification.algorithm',
      message:
        'The broker’s name is not compared with its certificate: whoever has any trusted certificate can pose as the broker.',
    })
  } else if (!/^(?:https|ldaps)$/i.test(algorithm)) {
    throw invalidValue('ssl.endpoint.identification.algorithm', algorithm, {
      problem: 'Unknown identification algorithm',
      hint: 'It is https, or empty.',
    })
  }
  return printingHidden(settings, SECRETS)
}

/**
 * A listener's TLS by `ssl.*`, `ssl.client.auth` among them.
 *
 * With `requested` a client certificate that is not trusted counts as none; Kafka refuses such a connection.
 *
 * @throws UsageError (`INVALID_ARGUMENT`, `UNSUPPORTED`, `MISSING_PEER`).
 */
export async function listenerTls(reading: Reading): Promise<ListenerTlsSettings> {
  const clientAuth = reading.values.text('ssl.client.auth')
  const settings = await commonTls(reading)
  if (settings.cert === undefined && settings.pfx === undefined) {
    throw new UsageError('INVALID_ARGUMENT', 'A listener with TLS needs a key store: none is specified', {
      hint: 'Set ssl.keystore.location and ssl.keystore.type, or ssl.keystore.key and ssl.keystore.certificate.chain.',
    })
  }
  const requestCert = clientAuth !== 'none'
  return printingHidden({ ...settings, requestCert, rejectUnauthorized: clientAuth === 'required' }, SECRETS)
}

async function commonTls(reading: Reading): Promise<TlsSettings> {
  refuseEngine(reading)
  const settings: TlsSettings = versions(reading)
  const ciphers = cipherSuites(reading)
  if (ciphers !== undefined) settings.ciphers = ciphers
  const trusted = await readTrustStore(reading)
  if (trusted !== undefined) settings.ca = trusted
  return Object.assign(settings, await readKeyStore(reading))
}

function refuseEngine({ values, warnings }: Reading): void {
  const engine = values.text('ssl.engine.factory.class')
  if (engine !== null && engine !== 'org.apache.kafka.common.security.ssl.DefaultSslEngineFactory') {
    throw new UsageError('UNSUPPORTED', `ssl.engine.factory.class: ${engine} is a Java class`, {
      hint: 'Its counterpart here is the option `tls`: a function that gives Node’s TLS options for every connection.',
    })
  }
  for (const property of JAVA_ONLY) {
    if (!values.has(property)) continue
    warnings.push({
      code: 'WITHOUT_COUNTERPART',
      property,
      message: 'Chooses among implementations of Java; Node has one.',
    })
  }
}

const JAVA_ONLY = [
  'ssl.provider',
  'ssl.keymanager.algorithm',
  'ssl.trustmanager.algorithm',
  'ssl.secure.random.implementation',
  'security.providers',
]

const VERSIONS: readonly TlsVersion[] = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3']

/** Java enables single versions, Node a range. Where no version is enabled, Java goes by `ssl.protocol`. */
function versions({ values, warnings }: Reading): { minVersion: TlsVersion; maxVersion: TlsVersion } {
  const property = 'ssl.enabled.protocols'
  const enabled = values.list(property).map((name) => version(property, name))
  const [first] = enabled
  if (first === undefined) {
    const protocol = values.text('ssl.protocol') ?? 'TLSv1.3'
    const maxVersion = /^(?:TLS|SSL)$/.test(protocol) ? 'TLSv1.3' : version('ssl.protocol', protocol)
    return { minVersion: maxVersion < 'TLSv1.2' ? maxVersion : 'TLSv1.2', maxVersion }
  }
  const minVersion = enabled.reduce((least, name) => (name < least ? name : least), first)
  const maxVersion = enabled.reduce((greatest, name) => (name > greatest ? name : greatest), first)
  const between = VERSIONS.filter((name) => name >= minVersion && name <= maxVersion && !enabled.includes(name))
  for (const name of between) {
    warnings.push({
      code: 'DIFFERENT',
      property,
      message: `${name} lies between enabled versions: it is enabled, too.`,
    })
  }
  return { minVersion, maxVersion }
}

function version(property: string, name: string): TlsVersion {
  const found = VERSIONS.find((known) => known === name)
  if (found !== undefined) return found
  throw invalidValue(property, name, { problem: 'Unsupported protocol', hint: `It is one of ${VERSIONS.join(', ')}.` })
}

function cipherSuites({ values, warnings }: Reading): string | undefined {
  const property = 'ssl.cipher.suites'
  const suites = values.list(property)
  if (suites.length === 0) return undefined
  const names: string[] = []
  for (const suite of suites) {
    const name = openSslCipher(suite)
    if (name !== undefined) names.push(name)
    else
      warnings.push({
        code: 'DIFFERENT',
        property,
        message: `${suite} is left out: OpenSSL has no cipher suite of that name.`,
      })
  }
  if (names.length > 0) return names.join(':')
  throw invalidValue(property, suites.join(','), {
    problem: 'Unsupported CipherSuite',
    hint: 'Names are IANA’s, TLS_AES_256_GCM_SHA384 for instance.',
  })
}
