import type { Row } from './row.js'

/** Of every client and of every listener. */
export const SSL: readonly Row[] = [
  ['ssl.cipher.suites', 'LIST', null, null],
  ['ssl.enabled.protocols', 'LIST', 'TLSv1.2,TLSv1.3', null],
  ['ssl.endpoint.identification.algorithm', 'STRING', 'https', null],
  ['ssl.engine.factory.class', 'CLASS', null, null],
  ['ssl.key.password', 'PASSWORD', null, null],
  ['ssl.keymanager.algorithm', 'STRING', 'SunX509', null],
  ['ssl.keystore.certificate.chain', 'PASSWORD', null, null],
  ['ssl.keystore.key', 'PASSWORD', null, null],
  ['ssl.keystore.location', 'STRING', null, null],
  ['ssl.keystore.password', 'PASSWORD', null, null],
  ['ssl.keystore.type', 'STRING', 'JKS', null],
  ['ssl.protocol', 'STRING', 'TLSv1.3', null],
  ['ssl.provider', 'STRING', null, null],
  ['ssl.secure.random.implementation', 'STRING', null, null],
  ['ssl.trustmanager.algorithm', 'STRING', 'PKIX', null],
  ['ssl.truststore.certificates', 'PASSWORD', null, null],
  ['ssl.truststore.location', 'STRING', null, null],
  ['ssl.truststore.password', 'PASSWORD', null, null],
  ['ssl.truststore.type', 'STRING', 'JKS', null],
]
