import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readClientConfig } from '#src/config/client.js'
import { propertiesFromEnvironment, variableOf } from '#src/config/environment.js'
import { clientContext } from '#src/config/jaas/context.js'

test('a property is KAFKA_ and its name in capitals; other variables and empty ones are left aside', () => {
  const env = {
    KAFKA_BOOTSTRAP_SERVERS: 'a:1,b:2',
    KAFKA_SSL_ENDPOINT_IDENTIFICATION_ALGORITHM: 'https',
    KAFKA_CLIENT_ID: '',
    KAFKA_OPTS: '-Dx=y',
    BOOTSTRAP_SERVERS: 'c:3',
  }
  assert.deepEqual(Object.fromEntries(propertiesFromEnvironment(env)), {
    'bootstrap.servers': 'a:1,b:2',
    'ssl.endpoint.identification.algorithm': 'https',
  })
  assert.equal(variableOf('sasl.jaas.config'), 'KAFKA_SASL_JAAS_CONFIG')
})

const login = { KAFKA_SECURITY_PROTOCOL: 'SASL_SSL', KAFKA_SASL_MECHANISM: 'SCRAM-SHA-512' }

test('user name and password make the JAAS line, whatever characters they have', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), fc.string(), async (username, password) => {
      const env = { ...login, KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD: password }
      const text = propertiesFromEnvironment(env).get('sasl.jaas.config')
      const { options } = clientContext(text, { systemProperties: {} }).entries[0]
      assert.equal(options.get('username'), username)
      assert.equal(options.get('password'), password)
    }),
  )
  const env = { ...login, KAFKA_BOOTSTRAP_SERVERS: 'a:1', KAFKA_SASL_USERNAME: 'a', KAFKA_SASL_PASSWORD: 'b' }
  const { connect } = await readClientConfig(propertiesFromEnvironment(env))
  assert.equal(connect.sasl?.name, 'SCRAM-SHA-512')
})

test('a JAAS line that is given counts; half a login is refused', () => {
  const jaas = 'x.Y required;'
  const given = propertiesFromEnvironment({ ...login, KAFKA_SASL_JAAS_CONFIG: jaas, KAFKA_SASL_USERNAME: 'a' })
  assert.equal(given.get('sasl.jaas.config'), jaas)
  for (const [env, text] of [
    [{ KAFKA_SASL_USERNAME: 'a' }, /KAFKA_SASL_PASSWORD/],
    [{ KAFKA_SASL_USERNAME: 'a', KAFKA_SASL_PASSWORD: 'b' }, /KAFKA_SASL_MECHANISM/],
    [{ KAFKA_SASL_USERNAME: 'a', KAFKA_SASL_PASSWORD: 'b', KAFKA_SASL_MECHANISM: 'PLAIN' }, /KAFKA_SECURITY_PROTOCOL/],
  ] as const) {
    assert.throws(() => propertiesFromEnvironment(env), { code: 'INVALID_ARGUMENT', message: text })
  }
})
