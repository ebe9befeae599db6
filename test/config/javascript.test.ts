import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { readJavaScriptConfig } from '#src/config/javascript.js'

test('the options of KafkaJS', () => {
  const { endpoints, connect, warnings } = readJavaScriptConfig({
    clientId: 'shop',
    brokers: ['a:9092', '[::1]:9093'],
    ssl: { ca: ['PEM'], rejectUnauthorized: true },
    sasl: { mechanism: 'scram-sha-256', username: 'alice', password: 'alice-secret' },
    connectionTimeout: 3000,
    requestTimeout: 25_000,
  })
  assert.deepEqual(endpoints, [
    { host: 'a', port: 9092 },
    { host: '::1', port: 9093 },
  ])
  const { sasl, tls, ...rest } = connect
  assert.deepEqual(rest, { clientId: 'shop', connectTimeout: 3000, requestTimeout: 25_000 })
  assert.deepEqual(tls, { ca: ['PEM'], rejectUnauthorized: true })
  assert.equal(sasl?.name, 'SCRAM-SHA-256')
  assert.deepEqual(warnings, [])
})

test('the options of @platformatic/kafka', () => {
  const { endpoints, connect, warnings } = readJavaScriptConfig({
    clientId: 'shop',
    bootstrapBrokers: [{ host: 'a', port: 9092 }, 'b:9093'],
    tls: { key: 'private', cert: 'public', ALPNProtocols: ['x'] },
    tlsServerName: 'kafka',
    sasl: { mechanism: 'OAUTHBEARER', token: 'abc', oauthBearerExtensions: { tenant: 'blue' } },
    connectTimeout: 3000,
  })
  assert.deepEqual(endpoints, [
    { host: 'a', port: 9092 },
    { host: 'b', port: 9093 },
  ])
  assert.equal(connect.sasl?.name, 'OAUTHBEARER')
  assert.equal(connect.connectTimeout, 3000)
  assert.doesNotMatch(inspect(connect), /private/)
  const tls = typeof connect.tls === 'object' ? connect.tls : assert.fail()
  assert.equal(tls.servername, 'kafka')
  assert.deepEqual(
    warnings.map(({ code, property }) => [code, property]),
    [['IGNORED', 'ALPNProtocols']],
  )
})

test('neither TLS nor login where none is asked for', () => {
  assert.deepEqual(readJavaScriptConfig({ brokers: ['a:1'], ssl: false }).connect, {})
  assert.deepEqual(readJavaScriptConfig({ brokers: ['a:1'], ssl: true }).connect, { tls: true })
})

test('a token without TLS is announced', () => {
  const sasl = { mechanism: 'OAUTHBEARER', token: 'abc' }
  assert.deepEqual(
    readJavaScriptConfig({ bootstrapBrokers: ['a:1'], sasl }).warnings.map(({ code }) => code),
    ['INSECURE'],
  )
})

test('what makes no sense, or needs code, is refused', () => {
  const brokers = ['a:1']
  for (const [json, message] of [
    [[], /JSON object/],
    [{}, /neither brokers.*bootstrapBrokers/],
    [{ brokers: 'a:1' }, /list/],
    [{ brokers: [7] }, /a broker is/],
    [{ brokers: ['a'] }, /Invalid url/],
    [{ brokers, ssl: 'yes' }, /true or an object/],
    [{ brokers, sasl: { mechanism: 'plain', username: 'a' } }, /needs username and password/],
    [{ brokers, sasl: { mechanism: 'oauthbearer' } }, /OAUTHBEARER needs code/],
    [{ brokers, sasl: { mechanism: 'aws' } }, /AWS needs code/],
    [{ brokers, sasl: 'plain' }, /sasl must be an object/],
    [{ brokers, clientId: 7 }, /clientId must be a text/],
    [{ brokers, requestTimeout: 0 }, /requestTimeout must be a number/],
  ] as const) {
    assert.throws(() => readJavaScriptConfig(json), { name: 'UsageError', message })
  }
})
