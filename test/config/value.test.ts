import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { UsageError } from 'ottla'
import { ConfigValues, definition, definitions, Password, parseValue, type ConfigKind } from 'ottla/config'

function parse(name: string, text: string, kind: ConfigKind = 'client'): unknown {
  const found = definition(kind, name)
  assert.ok(found, name)
  return parseValue(found, text)
}

describe('a value', () => {
  // Texts of Kafka 4.4.0.
  const refused: readonly (readonly [name: string, text: string, message: string])[] = [
    ['linger.ms', '-1', 'Invalid value -1 for configuration linger.ms: Value must be at least 0'],
    ['linger.ms', '1.5', 'Invalid value 1.5 for configuration linger.ms: Not a number of type LONG'],
    ['retries', '2147483648', 'Invalid value 2147483648 for configuration retries: Not a number of type INT'],
    [
      'sasl.login.refresh.buffer.seconds',
      '32768',
      'Invalid value 32768 for configuration sasl.login.refresh.buffer.seconds: Not a number of type SHORT',
    ],
    [
      'enable.idempotence',
      'yes',
      'Invalid value yes for configuration enable.idempotence: Expected value to be either true or false',
    ],
    [
      'compression.gzip.level',
      '10',
      'Invalid value 10 for configuration compression.gzip.level: Value must be between 1 and 9 or equal to -1',
    ],
    [
      'compression.lz4.level',
      '18',
      'Invalid value 18 for configuration compression.lz4.level: Value must be no more than 17',
    ],
    [
      'sasl.login.refresh.window.factor',
      '2',
      'Invalid value 2.0 for configuration sasl.login.refresh.window.factor: Value must be no more than 1.0',
    ],
    [
      'security.protocol',
      'x',
      'Invalid value x for configuration security.protocol: String must be one of (case insensitive): SASL_SSL, PLAINTEXT, SSL, SASL_PLAINTEXT',
    ],
    [
      'client.dns.lookup',
      'default',
      'Invalid value default for configuration client.dns.lookup: String must be one of: use_all_dns_ips, resolve_canonical_bootstrap_servers_only',
    ],
    ['acks', 'ALL', 'Invalid value ALL for configuration acks: String must be one of: all, -1, 0, 1'],
    [
      'bootstrap.servers',
      '',
      "Configuration 'bootstrap.servers' must not be empty. Valid values include: any non-empty value",
    ],
    ['bootstrap.servers', 'a:1, b:2 ,', "Configuration 'bootstrap.servers' values must not be empty."],
    ['group.instance.id', '', 'Invalid value  for configuration group.instance.id: String must be non-empty'],
  ]
  for (const [name, text, message] of refused) {
    it(`${name}=${text} is refused`, () =>
      assert.throws(() => parse(name, text), { code: 'INVALID_ARGUMENT', message }))
  }

  const accepted: readonly (readonly [name: string, text: string, value: unknown])[] = [
    ['request.timeout.ms', ' +0042\t', 42],
    ['connections.max.idle.ms', '-9223372036854775808', -(2 ** 63)],
    ['connections.max.idle.ms', '00000000000000000000000000000005', 5],
    ['sasl.kerberos.ticket.renew.jitter', '.5e-1d', 0.05],
    ['sasl.kerberos.ticket.renew.jitter', '-Infinity', -Infinity],
    ['compression.gzip.level', '-1', -1],
    ['enable.idempotence', ' TRUE ', true],
    ['security.protocol', 'sasl_Ssl', 'sasl_Ssl'],
    ['ssl.cipher.suites', ' a , b,a ', ['a', 'b']],
    ['ssl.cipher.suites', '  ', []],
    ['client.id', ' x ', 'x'],
  ]
  for (const [name, text, value] of accepted) {
    it(`${name}=${text} is read`, () => assert.deepEqual(parse(name, text), value))
  }

  it('of a number is Java’s, whatever the text', () => {
    for (const text of ['', '-', '+', '1e3', '0x10', '١', '1_000', '--1', '9223372036854775808', '9'.repeat(100_000)]) {
      assert.throws(() => parse('connections.max.idle.ms', text), UsageError)
    }
    for (const text of ['', '.', 'e5', '1e', 'NaNd', 'Infinityf', 'inf', '1,5', '9'.repeat(50_000) + 'x']) {
      assert.throws(() => parse('sasl.kerberos.ticket.renew.jitter', text), UsageError)
    }
  })

  it('that is a secret does not show', () => {
    const value = parse('sasl.jaas.config', ' top secret ')
    assert.ok(value instanceof Password)
    assert.equal(value.reveal(), 'top secret')
    assert.equal(`${inspect(value)} ${JSON.stringify([value])} ${String(value)}`.includes('secret'), false)
  })

  it('is read or refused by a UsageError, whatever text it is', () => {
    const all = [...definitions('client').values(), ...definitions('broker').values()]
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.string(), (property, text) => {
        try {
          parseValue(property, text)
        } catch (error) {
          assert.ok(error instanceof UsageError)
        }
      }),
    )
  })
})

describe('the definitions', () => {
  it('have defaults that they accept themselves', () => {
    for (const kind of ['admin', 'producer', 'consumer', 'client', 'broker'] as const) {
      for (const property of definitions(kind).values()) {
        const { defaultValue, name } = property
        if (defaultValue === null || name === 'partition.assignment.strategy') continue
        assert.deepEqual(parseValue(property, String(defaultValue)), defaultValue, name)
      }
    }
  })

  it('differ between Kafka’s clients and its broker', () => {
    assert.equal(definition('admin', 'connections.max.idle.ms')?.defaultValue, 300_000)
    assert.equal(definition('broker', 'connections.max.idle.ms')?.defaultValue, 600_000)
    assert.equal(definition('admin', 'acks'), undefined)
    assert.equal(definition('broker', 'sasl.mechanism'), undefined)
    assert.equal(definition('broker', 'sasl.login.refresh.window.factor')?.validator, null)
  })
})

describe('values under prefixes', () => {
  const properties = new Map([
    ['connections.max.reauth.ms', '1'],
    ['plain.connections.max.reauth.ms', '2'],
    ['listener.name.one.connections.max.reauth.ms', '3'],
    ['listener.name.one.plain.connections.max.reauth.ms', '4'],
  ])
  const of = (listener: string) =>
    new ConfigValues(definitions('broker'), properties, [`listener.name.${listener}.`, ''])
  const reauth = (values: ConfigValues) => values.number('connections.max.reauth.ms')

  it('are the most particular ones', () => {
    assert.equal(reauth(of('one')), 3)
    assert.equal(reauth(of('two')), 1)
    assert.equal(reauth(of('one').within('plain.')), 4)
    assert.equal(reauth(of('two').within('plain.')), 2)
    assert.equal(reauth(of('one').within('gssapi.')), 3)
    assert.equal(reauth(of('two').only('gssapi.')), 0, 'the default')
  })

  it('are seen by their type only', () => {
    const values = of('one')
    assert.equal(values.text('connections.max.reauth.ms'), null)
    assert.equal(values.secret('connections.max.reauth.ms'), undefined)
    assert.deepEqual(values.list('sasl.enabled.mechanisms'), ['GSSAPI'])
    assert.equal(values.value('no.such.property'), undefined)
    assert.equal(values.flag('ssl.allow.dn.changes'), false)
  })
})
