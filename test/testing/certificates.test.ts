import assert from 'node:assert/strict'
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { test } from 'node:test'
import { createAuthority } from '#src/testing/certificates.js'

const authority = createAuthority()
const issuer = new X509Certificate(authority.cert)

test('an authority signs itself and may sign others', () => {
  assert.ok(issuer.ca)
  assert.ok(issuer.verify(issuer.publicKey))
  assert.ok(issuer.checkIssued(issuer))
})

test('a server certificate is good for localhost by name and by address, and for no other name', () => {
  const { cert, key } = authority.server()
  const certificate = new X509Certificate(cert)
  assert.ok(certificate.verify(issuer.publicKey))
  assert.ok(certificate.checkIssued(issuer))
  assert.ok(certificate.checkPrivateKey(createPrivateKey(key)))
  assert.equal(certificate.ca, false)
  assert.equal(certificate.checkHost('localhost'), 'localhost')
  assert.equal(certificate.checkIP('127.0.0.1'), '127.0.0.1')
  assert.equal(certificate.checkIP('::1'), '::1')
  assert.equal(certificate.checkHost('kafka.example'), undefined)
  assert.deepEqual(certificate.keyUsage, ['1.3.6.1.5.5.7.3.1'])
})

test("names of one's own are in the certificate, addresses in any form", () => {
  const certificate = new X509Certificate(authority.server(['kafka.example', '2001:db8::7:1', '10.1.2.3']).cert)
  assert.equal(certificate.checkHost('kafka.example'), 'kafka.example')
  assert.ok(certificate.checkIP('2001:db8:0:0:0:0:7:1'))
  assert.ok(certificate.checkIP('10.1.2.3'))
  assert.equal(certificate.checkHost('localhost'), undefined)
})

test('a client certificate has the subject as it was given', () => {
  const { cert } = authority.client([
    ['O', 'Ottla'],
    ['OU', 'tests, all'],
    ['CN', 'älice'],
  ])
  const certificate = new X509Certificate(cert)
  assert.ok(certificate.checkIssued(issuer))
  assert.equal(certificate.subject, 'O=Ottla\nOU=tests\\, all\nCN=älice')
  assert.deepEqual(certificate.keyUsage, ['1.3.6.1.5.5.7.3.2'])
})

test('it is valid now, and every certificate has a number of its own', () => {
  const [a, b] = [new X509Certificate(authority.server().cert), new X509Certificate(authority.server().cert)]
  assert.ok(Date.parse(a.validFrom) < Date.now() && Date.now() < Date.parse(a.validTo))
  assert.notEqual(a.serialNumber, b.serialNumber)
})

test('authorities do not vouch for each other', () => {
  const other = new X509Certificate(createAuthority().server().cert)
  assert.equal(other.verify(issuer.publicKey), false)
  assert.equal(other.checkIssued(issuer), false)
})
