import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rfc2253Name, sslPrincipalMapper } from '#src/server/ssl-principal.js'

const NAME = 'CN=kafka-server1,OU=KAFKA,O=Ottla'

test('the first rule that matches the whole name decides', () => {
  const map = sslPrincipalMapper('RULE:^CN=(.*?),OU=ServiceUsers.*$/$1/, RULE:^CN=([^,]+),.*$/$1/U, DEFAULT')
  assert.equal(map('CN=service,OU=ServiceUsers,O=x'), 'service')
  assert.equal(map(NAME), 'KAFKA-SERVER1')
  assert.equal(map('OU=x'), 'OU=x')
})

test('a pattern must match from the first character to the last', () => {
  assert.equal(sslPrincipalMapper('RULE:CN=k/x/,DEFAULT')(NAME), NAME)
})

test("L and U change the case; escaped slashes and references are Java's", () => {
  assert.equal(sslPrincipalMapper('RULE:^CN=(.*?),.*$/$1@x\\/y/L')('CN=Kafka,O=x'), 'kafka@x/y')
  assert.equal(sslPrincipalMapper('RULE:^CN=(.*?),.*$/\\$1/')('CN=Kafka,O=x'), '$1')
})

test('lines separate rules as commas do; blank text is DEFAULT', () => {
  const map = sslPrincipalMapper('RULE:^CN=a$/b/\nDEFAULT')
  assert.equal(map('CN=a'), 'b')
  assert.equal(map('CN=c'), 'CN=c')
  assert.equal(sslPrincipalMapper(' ')(NAME), NAME)
})

test('no rule that matches refuses', () => {
  assert.throws(() => sslPrincipalMapper('RULE:^CN=a$/b/')(NAME), { code: 'INVALID_ARGUMENT', message: /No rule/ })
})

for (const bad of [
  'default',
  'DEFAULT/L',
  'RULE:CN=(.*),OU=x/$1',
  'RULE:^CN=(.*/x/',
  'RULE:a/b/,',
  'RULE:a/b/LU',
  'RULE:a/b/c',
]) {
  test(`${bad} is no list of rules`, () => {
    assert.throws(() => sslPrincipalMapper(bad), { code: 'INVALID_ARGUMENT', message: /Invalid rule/ })
  })
}

test('a subject becomes an RFC 2253 name: the most specific first', () => {
  assert.equal(rfc2253Name('O=Ottla\nOU=test\nCN=client'), 'CN=client,OU=test,O=Ottla')
  assert.equal(rfc2253Name('O=a\\, b\\+c\nOU=x + CN=y=z'), 'OU=x+CN=y=z,O=a\\, b\\+c')
})
