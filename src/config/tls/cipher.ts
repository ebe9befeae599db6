/**
 * OpenSSL's name of a cipher suite that Java and IANA name. Those of TLS 1.3 have the same name everywhere; undefined
 * where OpenSSL has none (what Java calls `TLS_EMPTY_RENEGOTIATION_INFO_SCSV` is no cipher suite, for instance).
 */
export function openSslCipher(suite: string): string | undefined {
  if (/^TLS_(?:AES_(?:128|256)_(?:GCM|CCM|CCM_8)|CHACHA20_POLY1305)_SHA(?:256|384)$/.test(suite)) return suite
  const [, keyExchange, cipher] = /^(?:TLS|SSL)_([A-Z_]+?)_WITH_([A-Z0-9_]+)$/.exec(suite) ?? []
  if (keyExchange === undefined || cipher === undefined) return undefined
  const prefix = KEY_EXCHANGES[keyExchange]
  const name = cipherName(cipher)
  return prefix === undefined || name === undefined ? undefined : prefix + name
}

const KEY_EXCHANGES: Readonly<Record<string, string>> = {
  RSA: '',
  DHE_RSA: 'DHE-RSA-',
  DHE_DSS: 'DHE-DSS-',
  ECDHE_RSA: 'ECDHE-RSA-',
  ECDHE_ECDSA: 'ECDHE-ECDSA-',
}

function cipherName(cipher: string): string | undefined {
  if (cipher === 'CHACHA20_POLY1305_SHA256') return 'CHACHA20-POLY1305'
  if (cipher === '3DES_EDE_CBC_SHA') return 'DES-CBC3-SHA'
  const [, size, mode, hash] = /^AES_(128|256)_(CBC|GCM|CCM|CCM_8)(?:_(SHA\d*))?$/.exec(cipher) ?? []
  if (size === undefined || mode === undefined) return undefined
  if (mode === 'CCM' || mode === 'CCM_8') return `AES${size}-${mode === 'CCM' ? 'CCM' : 'CCM8'}`
  return hash === undefined ? undefined : `AES${size}${mode === 'GCM' ? '-GCM' : ''}-${hash}`
}
