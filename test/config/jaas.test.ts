import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { UsageError } from 'ottla'
import { clientContext, parseJaasConfig, parseJaasFile, serverContext } from 'ottla/config'

interface Recorded {
  readonly text: string
  readonly error?: string
  readonly entries?: readonly { loginModule: string; controlFlag: string; options: Record<string, string> }[]
}

/** What Kafka 4.4.0's JaasConfig made of each text. */
const recorded = JSON.parse(
  readFileSync(new URL('../../../test/config/fixtures/java-jaas.json', import.meta.url), 'utf8'),
) as readonly Recorded[]

/** Any UTF-16 at all, lone surrogates among it. */
const text = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes))

const PLAIN = 'org.apache.kafka.common.security.plain.PlainLoginModule'

describe('sasl.jaas.config', () => {
  it('is read as Kafka reads it', () => {
    assert.ok(recorded.length > 100)
    for (const { text, error, entries } of recorded) {
      if (error !== undefined) {
        assert.throws(() => parseJaasConfig(text), { code: 'INVALID_ARGUMENT', message: error }, text)
        continue
      }
      const read = parseJaasConfig(text).map(({ loginModule, controlFlag, options }) => ({
        loginModule,
        controlFlag,
        options: Object.fromEntries(options),
      }))
      assert.deepEqual(read, entries, text)
    }
  })

  it('takes any user name and password in quotes', () => {
    fc.assert(
      fc.property(text, (password) => {
        const quoted = password.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r')
        const [entry] = parseJaasConfig(`${PLAIN} required username="alice" password="${quoted}";`)
        assert.equal(entry?.options.get('password'), password)
      }),
    )
  })

  it('shows no option when it is printed', () => {
    const [entry] = parseJaasConfig(`${PLAIN} required username="alice" password="alice-secret";`)
    assert.ok(entry)
    assert.doesNotMatch(inspect(entry, { depth: 9 }) + JSON.stringify(entry), /secret/)
  })

  it('prints no piece of a password that lacks its quotes, as Kafka does', () => {
    const texts = [
      'm required password=alice secret;',
      'm required password="alice\nsecret";',
      'm required password=alice;x secret;',
      'm required user_bob=alice secret=;',
    ]
    for (const text of texts) {
      assert.throws(
        () => parseJaasConfig(text),
        (error) =>
          error instanceof UsageError && !inspect(error).includes('secret') && error.message.includes('[hidden]'),
        text,
      )
    }
  })

  it('fails by a UsageError only, in time in proportion to the length', () => {
    const pieces = fc.constantFrom(
      'a.B',
      'required',
      ' ',
      '=',
      ';',
      '"',
      "'",
      '\\',
      '/',
      '*',
      '\n',
      '1',
      '-',
      '.',
      '{',
      'é',
    )
    fc.assert(
      fc.property(
        fc.array(pieces).map((parts) => parts.join('')),
        (text) => {
          for (const parse of [parseJaasConfig, parseJaasFile]) {
            try {
              parse(text)
            } catch (error) {
              assert.ok(error instanceof UsageError)
            }
          }
        },
      ),
    )
    for (const piece of ['/', '/*', '*/', '"', "'", '\\', '-', '.', 'a', '${', '${{', 'a required;', '\n', '= ']) {
      for (const parse of [parseJaasConfig, parseJaasFile]) {
        for (const text of [piece.repeat(20_000), `A { a required p="${piece.repeat(20_000)}";};`]) {
          try {
            parse(text)
          } catch (error) {
            assert.ok(error instanceof UsageError)
          }
        }
      }
    }
  })
})

describe('a JAAS login file', () => {
  it("is KIP-342's example", () => {
    const text = `KafkaClient {
    org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule Required
    unsecuredLoginStringClaim_sub="thePrincipalName"
    unsecuredLoginExtension_traceId="123"
    unsecuredLoginExtension_logLevel="WARN";
};
`
    const context = clientContext(undefined, { file: parseJaasFile(text) })
    assert.equal(context.name, 'KafkaClient')
    const [entry] = context.entries
    assert.equal(entry.loginModule, 'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule')
    assert.equal(entry.controlFlag, 'required')
    assert.deepEqual(Object.fromEntries(entry.options), {
      unsecuredLoginStringClaim_sub: 'thePrincipalName',
      unsecuredLoginExtension_traceId: '123',
      unsecuredLoginExtension_logLevel: 'WARN',
    })
  })

  it('has several contexts, several modules, comments and system properties', () => {
    const file = parseJaasFile(
      `// brokers
      KafkaServer { a.B required user_admin="x"; c.D optional path="\${base}\${/}f" raw="\${{no}}" open="\${base"; };
      /* clients */ "KafkaClient" { *.E sufficient p=*; };
      Empty { };`,
      { systemProperties: { base: '/etc' } },
    )
    assert.deepEqual(
      [...file.keys()],
      ['KafkaServer', 'KafkaClient', 'Empty'].filter((name) => file.has(name)),
    )
    const options = file.get('KafkaServer')?.[1]?.options
    assert.equal(options?.get('path'), process.platform === 'win32' ? '/etc\\f' : '/etc/f')
    assert.equal(options?.get('raw'), '${{no}}')
    assert.equal(options?.get('open'), '${base')
    assert.equal(file.get('KafkaClient')?.[0]?.options.get('p'), '*')
  })

  // Texts and outcomes of the JDK's own ConfigFile.
  const failures: readonly (readonly [string, string])[] = [
    ["A { m.M required a='b'; };", 'Configuration Error:\n\tLine 1: expected [option value], found [[hidden]]'],
    ['A { m.M required a="b"; }', 'Configuration Error:\n\texpected [;], read [end of file]'],
    ['A { m.M required a="${nope}"; };', 'unable to expand property nope'],
    [
      'A { m.M required a="${empty}"; };',
      'Configuration Error:\n\tLine 1: system property [${empty}] expanded to empty value',
    ],
    ['A { m.M foo a=b; };', 'Configuration Error:\n\tInvalid control flag, FOO'],
    ['A { m.M required\n\n a=3; };', 'Configuration Error:\n\tLine 3: expected [option value], found [null]'],
    ['A { m.M required; }; A { m.M required; };', 'Configuration Error:\n\tCan not specify multiple entries for A'],
    ['{ m required; };', 'Configuration Error:\n\tLine 1: expected [{], found [m]'],
    ['A { m.M required a b=c; };', 'Configuration Error:\n\tLine 1: expected [=], found [[hidden]]'],
    ['A { m.M required password=a@b; };', 'Configuration Error:\n\tLine 1: expected [option key], found [null]'],
  ]
  for (const [text, message] of failures) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      assert.throws(() => parseJaasFile(text, { systemProperties: { empty: '' } }), {
        code: 'INVALID_ARGUMENT',
        message,
      })
    })
  }
})

const none = new Map<string, string>()

function at(listener: string): { listener: string; mechanism: string } {
  return { listener, mechanism: 'PLAIN' }
}

describe('a JAAS context', () => {
  const file = parseJaasFile('KafkaServer { a.B required; }; sasl.KafkaServer { c.D required; };')

  it('of a listener is its own entry of the file, else the general one', () => {
    assert.equal(serverContext(at('SASL'), none, { file }).name, 'sasl.KafkaServer')
    assert.equal(serverContext(at('OTHER'), none, { file }).name, 'KafkaServer')
  })

  it('of a listener is the text of its mechanism first', () => {
    const properties = new Map([
      ['sasl.jaas.config', 'not.Looked.at required;'],
      ['plain.sasl.jaas.config', 'of.All required;'],
      ['listener.name.sasl.plain.sasl.jaas.config', 'of.One required;'],
    ])
    assert.equal(serverContext(at('SASL'), properties, { file }).entries[0].loginModule, 'of.One')
    assert.equal(serverContext(at('OTHER'), properties, { file }).entries[0].loginModule, 'of.All')
    const scram = { listener: 'SASL', mechanism: 'SCRAM-SHA-256' }
    assert.equal(serverContext(scram, properties, { file }).name, 'sasl.KafkaServer')
  })

  it('that is nowhere says where it was looked for', () => {
    assert.throws(() => clientContext(undefined), {
      message:
        "Could not find a 'KafkaClient' entry in the JAAS configuration. System property 'java.security.auth.login.config' is not set",
    })
    assert.throws(
      () => serverContext(at('L'), none, { systemProperties: { 'java.security.auth.login.config': '/etc/jaas.conf' } }),
      {
        message:
          "Could not find a 'KafkaServer' or 'l.KafkaServer' entry in the JAAS configuration. System property 'java.security.auth.login.config' is /etc/jaas.conf",
      },
    )
  })

  it('refuses the login modules that a system property forbids', () => {
    const jndi = 'com.sun.security.auth.module.JndiLoginModule required;'
    assert.throws(() => clientContext(jndi), /JndiLoginModule is not allowed/)
    const systemProperties = { 'org.apache.kafka.disallowed.login.modules': 'a.B, c.D' }
    assert.equal(clientContext(jndi, { systemProperties }).entries.length, 1)
    assert.throws(() => clientContext('c.D required;', { systemProperties }), /c\.D is not allowed/)
    assert.throws(() => serverContext(at('sasl'), none, { file, systemProperties }), /c\.D is not allowed/)
  })
})
