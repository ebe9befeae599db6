import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createSecureContext } from 'node:tls'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { readClientConfig, type ClientConfig } from '#src/config/index.js'
import { openSslCipher } from '#src/config/tls/cipher.js'
import { isLegacyPkcs12 } from '#src/config/tls/pkcs12.js'
import { storeForm } from '#src/config/tls/store.js'
import { UsageError } from '#src/errors.js'

const folder = fileURLToPath(new URL('../../../test/config/fixtures/stores/', import.meta.url))
const password = 'test-password'

/** What a client with these `ssl.` properties reads; files are those of the fixtures. */
async function read(
  ssl: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
): Promise<ClientConfig> {
  const properties = Object.entries(ssl).map(([name, value]) => [`ssl.${name}`, value] as const)
  const source = { 'bootstrap.servers': 'a:1', 'security.protocol': 'SSL', ...Object.fromEntries(properties), ...more }
  return await readClientConfig(source, { readFile: (path) => readFile(folder + path) })
}

async function pem(name: string): Promise<string> {
  return await readFile(folder + name, 'utf8')
}

function keyStore(location: string): Record<string, string> {
  return { 'keystore.location': location, 'keystore.password': password }
}

describe('a key store', () => {
  it('in PEM by location, its type said or not', async () => {
    for (const type of [{}, { 'keystore.type': 'PEM' }]) {
      const { connect, warnings } = await read({ 'keystore.location': 'client.pem', ...type })
      assert.ok(createSecureContext(connect.tls))
      assert.equal(connect.tls?.cert?.match(/BEGIN/g)?.length, 2, 'the certificate and its issuer')
      assert.equal(warnings.length, 'keystore.type' in type ? 0 : 1)
    }
  })

  it('in PEM by value, on one line as in a properties file', async () => {
    const text = (await pem('client.pem')).replaceAll('\n', ' ')
    const { connect } = await read({ 'keystore.type': 'PEM', 'keystore.key': text, 'keystore.certificate.chain': text })
    assert.ok(createSecureContext(connect.tls))
  })

  it('in PEM with an encrypted key', async () => {
    const location = { 'keystore.location': 'encrypted.pem', 'keystore.type': 'PEM' }
    const { connect } = await read({ ...location, 'key.password': 'key-password' })
    assert.ok(createSecureContext(connect.tls))
    for (const wrong of [{}, { 'key.password': 'wrong-password' }]) {
      await assert.rejects(read({ ...location, ...wrong }), { code: 'INVALID_ARGUMENT', hint: /ssl\.key\.password/ })
    }
  })

  it('in PKCS #12', async () => {
    const { connect } = await read(keyStore('client.p12'))
    assert.ok(createSecureContext(connect.tls))
    assert.ok(createSecureContext((await read({ ...keyStore('client.p12'), 'key.password': password })).connect.tls))
    await assert.rejects(read({ ...keyStore('client.p12'), 'key.password': 'another' }), {
      code: 'UNSUPPORTED',
      hint: /keytool/,
    })
  })

  it('is recognised by its content, not by its name or type', async () => {
    const renamed = await readFile(`${folder}client.p12`)
    const { connect, warnings } = await readClientConfig(
      {
        'bootstrap.servers': 'a:1',
        'security.protocol': 'SSL',
        'ssl.keystore.location': 'client.jks',
        'ssl.keystore.type': 'PEM',
        'ssl.keystore.password': password,
      },
      { readFile: () => renamed },
    )
    assert.deepEqual(connect.tls?.pfx, renamed)
    assert.deepEqual(
      warnings.map(({ code, property }) => [code, property]),
      [['DIFFERENT', 'ssl.keystore.type']],
    )
  })

  it('in JKS names the command that converts it', async () => {
    await assert.rejects(read(keyStore('client.jks')), {
      code: 'UNSUPPORTED',
      hint: /keytool -importkeystore -srckeystore client\.jks -destkeystore .* -deststoretype PKCS12/,
    })
    await assert.rejects(read({ 'truststore.location': 'trust.jks', 'truststore.password': password }), {
      code: 'UNSUPPORTED',
      hint: /keytool -list -rfc -keystore trust\.jks > trust\.pem/,
    })
  })

  it('has Kafka’s texts for what contradicts itself', async () => {
    const cases: readonly (readonly [Record<string, string>, string])[] = [
      [{ 'keystore.key': 'k' }, 'SSL private key is specified, but certificate chain is not specified.'],
      [{ 'keystore.certificate.chain': 'c' }, 'SSL certificate chain is specified, but private key is not specified'],
      [
        { 'keystore.key': 'k', 'keystore.certificate.chain': 'c', 'keystore.location': 'x' },
        'Both SSL key store location and separate private key are specified.',
      ],
      [
        { 'keystore.key': 'k', 'keystore.certificate.chain': 'c', 'keystore.password': 'x' },
        'SSL key store password cannot be specified with PEM format, only key password may be specified.',
      ],
      [{ 'keystore.password': 'x' }, 'SSL key store is not specified, but key store password is specified.'],
      [{ 'keystore.location': 'client.p12' }, 'SSL key store is specified, but key store password is not specified.'],
      [{ 'truststore.password': 'x' }, 'SSL trust store is not specified, but trust store password is specified.'],
      [
        { 'truststore.location': 'ca.pem', 'truststore.password': 'x' },
        'SSL trust store password cannot be specified for PEM format.',
      ],
      [
        { 'truststore.location': 'ca.pem', 'truststore.certificates': 'x' },
        'Both SSL trust store location and separate trust certificates are specified.',
      ],
    ]
    for (const [ssl, message] of cases) await assert.rejects(read(ssl), { code: 'INVALID_ARGUMENT', message })
  })

  it('that is none, or is not there, says so', async () => {
    await assert.rejects(
      read({ 'keystore.location': 'make.sh', 'keystore.password': 'x' }),
      /neither PEM nor PKCS12 nor JKS/,
    )
    await assert.rejects(read({ 'keystore.location': 'nowhere', 'keystore.password': 'x' }), {
      code: 'INVALID_ARGUMENT',
      message: 'ssl.keystore.location: the file nowhere cannot be read',
    })
    await assert.rejects(read({ 'keystore.location': 'ca.pem' }), /No matching PRIVATE KEY entries in ca\.pem/)
    const location = { 'ssl.truststore.location': 'ca.pem', 'security.protocol': 'SSL', 'bootstrap.servers': 'a:1' }
    await assert.rejects(readClientConfig(location), { code: 'INVALID_ARGUMENT', hint: /readFile/ })
  })

  it('shows no key and no password', async () => {
    for (const ssl of [
      keyStore('client.p12'),
      { 'keystore.location': 'encrypted.pem', 'key.password': 'key-password' },
    ]) {
      const { connect } = await read(ssl)
      const shown = inspect(connect, { depth: 9 }) + JSON.stringify(connect)
      assert.doesNotMatch(shown, /password|PRIVATE|Buffer/)
    }
    const broken = (await pem('client.pem')).replace(/(PRIVATE KEY-----\n.{20})/, '$1AAAA')
    const values = { 'keystore.key': broken, 'keystore.certificate.chain': broken, 'key.password': 'key-password' }
    await assert.rejects(
      read(values),
      (error) => error instanceof UsageError && !/MIG|key-password/.test(inspect(error, { depth: 9 })),
    )
  })
})

describe('a trust store', () => {
  it('in PEM, by location or by value', async () => {
    const certificates = await pem('ca.pem')
    for (const ssl of [
      { 'truststore.location': 'ca.pem' },
      { 'truststore.certificates': certificates + certificates },
    ]) {
      const { connect } = await read({ ...ssl, 'truststore.type': 'PEM' })
      assert.equal(connect.tls?.ca?.length, 'truststore.location' in ssl ? 1 : 2)
      assert.equal(connect.tls?.ca?.[0], certificates)
    }
  })

  it('in PEM with a certificate that is none', async () => {
    const broken = (await pem('ca.pem')).replace(/MII../, 'AAAAA')
    await assert.rejects(
      read({ 'truststore.certificates': broken }),
      /A certificate in ssl\.truststore\.certificates cannot be read/,
    )
    await assert.rejects(read({ 'truststore.certificates': 'none' }), /No matching CERTIFICATE entries/)
  })

  it('in PKCS #12 needs a package, and says which', async () => {
    for (const name of ['trust.p12', 'trust-legacy.p12']) {
      await assert.rejects(read({ 'truststore.location': name, 'truststore.password': password }), {
        code: 'MISSING_PEER',
        hint: /npm install node-forge; .* keytool -list -rfc/,
      })
    }
    await assert.rejects(read(keyStore('legacy.p12')), {
      code: 'MISSING_PEER',
      hint: /npm install node-forge; .* keytool -importkeystore/,
    })
  })

  it('is recognised by its first bytes', async () => {
    const forms = {
      'ca.pem': 'PEM',
      'client.pem': 'PEM',
      'client.p12': 'PKCS12',
      'trust-legacy.p12': 'PKCS12',
      'client.jks': 'JKS',
      'make.sh': undefined,
    }
    for (const [name, form] of Object.entries(forms)) assert.equal(storeForm(await readFile(folder + name)), form, name)
    for (const bytes of [[], [0x30], [0x30, 0x80], [0x30, 0x84, 1], [0xfe, 0xed]]) {
      assert.equal(storeForm(Uint8Array.from(bytes)), undefined)
    }
    assert.equal(storeForm(Uint8Array.of(0x30, 0x80, 2, 1, 3)), 'PKCS12')
    assert.equal(isLegacyPkcs12(await readFile(`${folder}legacy.p12`)), true)
    assert.equal(isLegacyPkcs12(await readFile(`${folder}client.p12`)), false)
  })
})

describe('TLS versions and cipher suites', () => {
  const versions = async (ssl: Record<string, string>) => {
    const { connect, warnings } = await read(ssl)
    return [connect.tls?.minVersion, connect.tls?.maxVersion, warnings.length]
  }

  it('are a range, by the enabled protocols or by the protocol', async () => {
    assert.deepEqual(await versions({}), ['TLSv1.2', 'TLSv1.3', 0])
    assert.deepEqual(await versions({ 'enabled.protocols': 'TLSv1.2' }), ['TLSv1.2', 'TLSv1.2', 0])
    assert.deepEqual(await versions({ 'enabled.protocols': 'TLSv1.3,TLSv1.1' }), ['TLSv1.1', 'TLSv1.3', 1])
    assert.deepEqual(await versions({ 'enabled.protocols': '', protocol: 'TLSv1.2' }), ['TLSv1.2', 'TLSv1.2', 0])
    assert.deepEqual(await versions({ 'enabled.protocols': '', protocol: 'TLS' }), ['TLSv1.2', 'TLSv1.3', 0])
    await assert.rejects(read({ 'enabled.protocols': 'SSLv3' }), { code: 'INVALID_ARGUMENT', hint: /TLSv1\.2/ })
  })

  it('have OpenSSL’s names here', async () => {
    const { connect, warnings } = await read({
      'cipher.suites': 'TLS_AES_256_GCM_SHA384,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_RSA_WITH_NULL_MD5',
    })
    assert.equal(connect.tls?.ciphers, 'TLS_AES_256_GCM_SHA384:ECDHE-RSA-AES128-GCM-SHA256')
    assert.ok(createSecureContext(connect.tls))
    assert.match(warnings[0]?.message ?? '', /TLS_RSA_WITH_NULL_MD5/)
    await assert.rejects(read({ 'cipher.suites': 'NOTHING' }), { code: 'INVALID_ARGUMENT' })
  })

  // As `openssl ciphers -stdname` has them.
  const names = {
    TLS_CHACHA20_POLY1305_SHA256: 'TLS_CHACHA20_POLY1305_SHA256',
    TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256: 'ECDHE-ECDSA-CHACHA20-POLY1305',
    TLS_DHE_RSA_WITH_AES_256_CBC_SHA256: 'DHE-RSA-AES256-SHA256',
    TLS_RSA_WITH_AES_128_CBC_SHA: 'AES128-SHA',
    TLS_RSA_WITH_AES_256_GCM_SHA384: 'AES256-GCM-SHA384',
    SSL_RSA_WITH_3DES_EDE_CBC_SHA: 'DES-CBC3-SHA',
    TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8: 'ECDHE-ECDSA-AES128-CCM8',
    TLS_EMPTY_RENEGOTIATION_INFO_SCSV: undefined,
  }
  for (const [java, openSsl] of Object.entries(names)) {
    it(`${java} is ${openSsl}`, () => assert.equal(openSslCipher(java), openSsl))
  }

  it('check the broker’s name unless that is switched off', async () => {
    assert.equal((await read({})).connect.tls?.checkServerIdentity, undefined)
    const off = await read({ 'endpoint.identification.algorithm': '' })
    assert.equal(off.connect.tls?.checkServerIdentity?.(), undefined)
    assert.equal(typeof off.connect.tls?.checkServerIdentity, 'function')
    await assert.rejects(read({ 'endpoint.identification.algorithm': 'none' }), /Unknown identification algorithm/)
  })
})
