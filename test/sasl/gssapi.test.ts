import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gssapi } from '#src/sasl/gssapi/client.js'
import { kerberosShortNamer, parseKerberosName } from '#src/sasl/gssapi/principal.js'
import { OFFER, checkChoice, checkOffer, formatChoice } from '#src/sasl/gssapi/security-layer.js'
import { gssapiServer } from '#src/sasl/gssapi/server.js'
import { peer, signal } from './exchange.js'

test('a principal has up to three parts', () => {
  assert.deepEqual(parseKerberosName('kafka/broker.example@EXAMPLE'), {
    serviceName: 'kafka',
    hostName: 'broker.example',
    realm: 'EXAMPLE',
  })
  assert.deepEqual(parseKerberosName('alice@EXAMPLE'), { serviceName: 'alice', hostName: undefined, realm: 'EXAMPLE' })
  assert.deepEqual(parseKerberosName('alice'), { serviceName: 'alice' })
  for (const name of ['a@b@c', 'a/b/c@d', '@@'])
    assert.throws(() => parseKerberosName(name), { message: `Malformed Kerberos name: ${name}` })
})

test('rules are tried in order and make simple names', () => {
  const shortName = kerberosShortNamer({
    defaultRealm: 'EXAMPLE',
    rules: [
      'RULE:[2:$1](nn|dn)s/.n/hdfs/',
      'RULE:[1:$1@$0](.*@OTHER)s/@OTHER/-other/L',
      'RULE:[2:$1-$2](web-.*)s/[.]/_/g/U',
      'DEFAULT',
    ],
  })
  assert.equal(shortName('nn/host@EXAMPLE'), 'hdfs')
  assert.equal(shortName('Alice@OTHER'), 'alice-other')
  assert.equal(shortName('web/a.b.c@EXAMPLE'), 'WEB-A_B_C')
  assert.equal(shortName('alice@EXAMPLE'), 'alice')
  assert.equal(shortName('kafka/host@EXAMPLE'), 'kafka')
  assert.equal(shortName('alice'), 'alice', 'a name without realm is taken as it is')
  assert.throws(() => shortName('alice@ELSEWHERE'), { message: /^No rules apply to alice@ELSEWHERE/ })
})

test('what makes no simple name, or is no rule, is refused', () => {
  const one = (rule: string) => kerberosShortNamer({ defaultRealm: 'R', rules: [rule] })
  assert.throws(() => one('RULE:[1:$1@$0]')('a@R'), {
    message: 'Non-simple name a@R after auth_to_local rule RULE:[1:$1@$0]',
  })
  assert.throws(() => one('RULE:[1:$1]/X'), { message: 'Invalid rule: `RULE:[1:$1]/X`, unmatched substring: `X`' })
  assert.throws(() => one('nonsense'), { message: 'Invalid rule: nonsense' })
  assert.throws(() => one('RULE:[1:$1](()'), { code: 'INVALID_ARGUMENT' })
  assert.throws(() => one('RULE:[1:$3]')('a@R'), { message: 'index 3 from $3 is outside of the valid range 0 to 1' })
})

test('a replacement is Java’s: groups by $1, what follows a backslash as it stands', () => {
  const shortName = kerberosShortNamer({ defaultRealm: 'R', rules: ['RULE:[1:$1](.*)s/(a+)(b*)/$2-$1-\\$1-$&/'] })
  assert.equal(shortName('aab@R'), 'b-aa-$1-$&')
})

test('W-43: no security layer is offered, asked for and accepted, size 0; nothing else', () => {
  assert.deepEqual([...OFFER], [1, 0, 0, 0])
  checkOffer(Uint8Array.of(7, 0, 255, 255))
  for (const offer of [
    Uint8Array.of(6, 0, 16, 0),
    Uint8Array.of(0, 0, 0, 0),
    Uint8Array.of(1, 0, 0),
    new Uint8Array(0),
  ]) {
    assert.throws(() => checkOffer(offer), { code: 'SASL_MESSAGE_INVALID' })
  }
  const choice = formatChoice('alice@EXAMPLE')
  assert.deepEqual([...choice.subarray(0, 4)], [1, 0, 0, 0])
  assert.equal(Buffer.from(choice.subarray(4)).toString(), 'alice@EXAMPLE')
  checkChoice(choice)
  for (const wrong of [Uint8Array.of(2, 0, 0, 0), Uint8Array.of(1), new Uint8Array(0)]) {
    assert.throws(() => checkChoice(wrong), { code: 'SASL_MESSAGE_INVALID' })
  }
})

test('options that cannot be are refused before anything is dialled', () => {
  for (const options of [{ serviceName: 'kafka/host' }, { serviceName: '' }, { principal: '' }, { host: 'a\0b' }]) {
    assert.throws(() => gssapi(options), { code: 'INVALID_ARGUMENT' })
  }
  assert.throws(() => gssapiServer({ host: 'h', rules: ['nonsense'] }), { code: 'INVALID_ARGUMENT' })
  assert.throws(() => gssapiServer({ host: '' }), { code: 'INVALID_ARGUMENT' })
})

test('without the optional packages an error says what to install', async () => {
  await assert.rejects(async () => gssapi().start(peer, signal), {
    name: 'UsageError',
    code: 'MISSING_PEER',
    hint: /npm install kerberos/,
  })
  await assert.rejects(async () => gssapiServer({ host: 'h' }).start(peer, signal), {
    code: 'MISSING_PEER',
    hint: /npm install koffi/,
  })
})
