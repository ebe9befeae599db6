import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { kerberosShortNamer, parseUnsecuredJws, ScramCredential, unsecuredToken } from 'ottla/sasl'

/** What Kafka's Java classes make of texts at the edge of their formats; each case was run against Kafka 4.4.0. */
describe('texts as Java decodes them', () => {
  const part = (json: string): string => Buffer.from(json).toString('base64').replace(/=+$/, '')
  const header = part('{"alg":"none"}')
  const claims = part('{"sub":"alice","exp":1}')

  it('what follows the first JSON value of a token is not looked at', () => {
    for (const tail of ['', ' ', ' x', '{', '}', '"', ' {"sub":"bob"}']) {
      const token = `${part(`{"alg":"none"}${tail}`)}.${part(`{"sub":"al}]{ice\\"","exp":1}${tail}`)}.`
      assert.equal(parseUnsecuredJws(token).principalName, 'al}]{ice"')
    }
    for (const broken of ['{"sub":"alice","exp":1', '{"sub":"alice"]', '{]', 'x', '"']) {
      assert.throws(() => parseUnsecuredJws(`${header}.${part(broken)}.`), { message: 'malformed JSON' })
    }
    assert.throws(() => parseUnsecuredJws(`${header}.${part('  ')}.`), { message: 'No expiration time in JWT' })
    assert.throws(() => parseUnsecuredJws(`${header}.${part('['.repeat(100_000))}.`), { message: 'malformed JSON' })
  })

  it('base64 of a token has whole bytes and right padding, or none', () => {
    assert.equal(parseUnsecuredJws(`${header}.${claims}=.`).principalName, 'alice')
    for (const token of [`${header}=.${claims}==.`, `${header}ab.${claims}.`, `=.${claims}.`, `a.${claims}.`]) {
      assert.throws(() => parseUnsecuredJws(token), { message: 'malformed Base64 URL encoded value' }, token)
    }
  })

  it('stored credentials of SCRAM likewise', () => {
    const text = (salt: string, iterations = '4096'): string =>
      `salt=${salt},stored_key=YQ==,server_key=YWJj,iterations=${iterations}`
    for (const salt of ['', 'YQ==', 'YQ', 'YWI=', 'YWI']) {
      assert.equal(ScramCredential.parse(text(salt)).salt.length, salt === '' ? 0 : salt.startsWith('YQ') ? 1 : 2)
    }
    assert.equal(ScramCredential.parse(`${text('YQ==')},,`).iterations, 4096)
    for (const broken of [
      text('Y'),
      text('YQ='),
      text('YWI=='),
      text('Y-'),
      text('YQ==', '2147483648'),
      `,${text('YQ')}`,
    ]) {
      assert.throws(() => ScramCredential.parse(broken), /Credentials not valid/)
    }
  })

  it('a long number as a claim is refused at once', () => {
    const options = { unsecuredLoginStringClaim_sub: 'alice', unsecuredLoginNumberClaim_n: `${'1'.repeat(100_000)}x` }
    assert.throws(() => unsecuredToken(options, 0), { code: 'INVALID_ARGUMENT' })
  })

  it('a principal that no rule takes is told with the rules in brackets', () => {
    const name = kerberosShortNamer({ defaultRealm: 'REALM', rules: ['RULE:[2:$1]', 'DEFAULT'] })
    assert.throws(() => name('alice@OTHER'), { message: 'No rules apply to alice@OTHER, rules [RULE:[2:$1], DEFAULT]' })
  })
})
