import { createAuthority } from '#src/testing/index.js'
import { issue } from './chain.js'
import { alice, there, to, toSecure } from './clinic.js'
import { answering, certified, presenting, stranger } from './stage.js'
import type { Faults } from './clinic.js'

/** The handshake and certificates, on both sides. */
export const tlsFaults: Faults = {
  'a server that never answers a TLS client': {
    stage: () => stranger(() => undefined),
    args: there('--tls', '--timeout', '1500ms'),
    step: 'tls',
    code: 'CONNECT_TIMEOUT',
    advice: /without TLS/,
  },
  'a TLS client at an HTTP server': {
    stage: () => answering('HTTP/1.1 400 Bad Request\r\n\r\n'),
    args: there('--tls'),
    step: 'tls',
    code: 'TLS_NOT_SPOKEN',
    advice: /without --tls/,
  },
  'a TLS client at a plaintext broker': {
    args: ({ open }) => to(open.port, '--tls'),
    step: 'tls',
    code: 'TLS_NOT_SPOKEN',
    advice: /without --tls/,
  },
  'no common version of TLS': {
    stage: async () => {
      const authority = createAuthority()
      const staged = await presenting({ ...authority.server(), minVersion: 'TLSv1.3' }, authority.cert)
      const config = `bootstrap.servers=localhost:${staged.port}\nsecurity.protocol=SSL\nssl.enabled.protocols=TLSv1.2\nssl.truststore.type=PEM\nssl.truststore.location=staged`
      return { ...staged, files: { ...staged.files, config } }
    },
    args: () => ['--config', 'config'],
    step: 'tls',
    code: 'TLS_FAILED',
    advice: /ssl\.enabled\.protocols/,
  },
  'an authority that is not trusted': {
    args: ({ secure }) => to(secure.port, '--tls', ...alice),
    step: 'tls',
    code: 'TLS_CERTIFICATE_UNTRUSTED',
    advice: /Ottla test CA.*--ca FILE/,
  },
  'another authority': {
    args: ({ secure }) => to(secure.port, '--ca', 'mutual', ...alice),
    step: 'tls',
    code: 'TLS_CERTIFICATE_UNTRUSTED',
    advice: /--ca FILE/,
  },
  'a certificate that signed itself': {
    stage: () => presenting(issue('staged')),
    args: there('--tls'),
    step: 'tls',
    code: 'TLS_CERTIFICATE_UNTRUSTED',
    advice: /signed its certificate itself/,
  },
  'an intermediate certificate that is missing': {
    stage: () => {
      const root = issue('Root', { authority: true })
      const between = issue('Between', { authority: true, issuer: root })
      return presenting(issue('staged', { issuer: between }), root.cert)
    },
    args: there('--ca', 'staged'),
    step: 'tls',
    code: 'TLS_CERTIFICATE_UNTRUSTED',
    advice: /CN=Between.*intermediate/,
  },
  'a root that is missing, the chain being complete': {
    stage: () => {
      const root = issue('Root', { authority: true })
      const leaf = issue('staged', { issuer: root })
      return presenting({ ...leaf, cert: leaf.cert + root.cert })
    },
    args: there('--tls'),
    step: 'tls',
    code: 'TLS_CERTIFICATE_UNTRUSTED',
    advice: /--ca FILE/,
  },
  'another name in the certificate': {
    args: toSecure('--servername', 'kafka.example.com', ...alice),
    step: 'tls',
    code: 'TLS_HOSTNAME_MISMATCH',
    advice: /--servername NAME/,
  },
  'a certificate for other names': {
    stage: () => certified(0, ['kafka.example.com']),
    args: there('--ca', 'staged'),
    step: 'tls',
    code: 'TLS_HOSTNAME_MISMATCH',
    advice: /DNS:kafka\.example\.com/,
  },
  'an expired certificate': {
    stage: () => certified(-400),
    args: there('--ca', 'staged'),
    step: 'tls',
    code: 'TLS_CERTIFICATE_EXPIRED',
    advice: /ended 35 days ago/,
  },
  'a certificate of tomorrow, or a clock of yesterday': {
    stage: () => certified(4),
    args: there('--ca', 'staged'),
    step: 'tls',
    code: 'TLS_CERTIFICATE_EXPIRED',
    advice: /begins in 3 days.*that clock is 3 days or more behind/,
  },
  'a certificate that ends soon': {
    stage: () => certified(-350),
    args: there('--ca', 'staged'),
    step: 'tls',
    code: 'TLS_CERTIFICATE_ENDS_SOON',
    advice: /ends in 15 days/,
    warning: true,
  },
  'certificates that are not looked at': {
    args: ({ secure }) => to(secure.port, '--insecure', ...alice),
    step: 'tls',
    code: 'TLS_UNVERIFIED',
    advice: /trust the authority/,
    warning: true,
  },
  'a client certificate that is missing': {
    args: ({ mutual }) => to(mutual.port, '--ca', 'mutual'),
    step: 'tls',
    code: 'TLS_CLIENT_CERTIFICATE_REFUSED',
    advice: /--cert FILE --key FILE/,
  },
  'a client certificate of another authority': {
    stage: ({ mutual }) => {
      const { cert, key } = createAuthority().client([['CN', 'alice']])
      return { port: mutual.port, files: { cert, key }, close: () => undefined }
    },
    args: there('--ca', 'mutual', '--cert', 'cert', '--key', 'key'),
    step: 'tls',
    code: 'TLS_CLIENT_CERTIFICATE_REFUSED',
    advice: /authority in the broker's trust store/,
  },
}
