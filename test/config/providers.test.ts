import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readClientConfig, type ClientConfigOptions } from 'ottla/config'

const PROVIDER = 'org.apache.kafka.common.config.provider'

async function clientId(text: string, provider: Record<string, string>, options: ClientConfigOptions = {}) {
  const source = { 'bootstrap.servers': 'a:1', 'config.providers': 'p', 'client.id': text }
  const own = Object.entries(provider).map(([name, value]): [string, string] => [`config.providers.p.${name}`, value])
  const { connect, warnings } = await readClientConfig({ ...source, ...Object.fromEntries(own) }, options)
  return [connect.clientId, ...warnings.map(({ code }) => code)]
}

describe('variables in properties', () => {
  it('come from the environment', async () => {
    const environment = { class: `${PROVIDER}.EnvVarConfigProvider` }
    const env = { NAME: 'one', OTHER: 'two', '': 'none' }
    assert.deepEqual(await clientId('${p:NAME}-${p:OTHER}', environment, { env }), ['one-two'])
    assert.deepEqual(await clientId('${p:toString} ${q:NAME} ${p:NAME', environment, { env }), [
      '${p:toString} ${q:NAME} ${p:NAME',
      'UNRESOLVED',
    ])
    assert.deepEqual(await clientId('${p:NAME}', { ...environment, 'param.allowlist.pattern': 'N' }, { env }), [
      '${p:NAME}',
      'UNRESOLVED',
    ])
    await assert.rejects(clientId('x', environment), { code: 'INVALID_ARGUMENT', hint: /env: process\.env/ })
    await assert.rejects(clientId('x', { ...environment, 'param.allowlist.pattern': '(' }, { env }), {
      code: 'INVALID_ARGUMENT',
    })
  })

  it('come from files of properties, each read once', async () => {
    const reads: string[] = []
    const readFile = (path: string) => {
      reads.push(path)
      return 'name=one\nother=two'
    }
    const files = { class: `${PROVIDER}.FileConfigProvider` }
    assert.deepEqual(await clientId('${p:/run/s:name}${p:/run/s:other}', files, { readFile }), ['onetwo'])
    assert.deepEqual(reads, ['/run/s'])
    const guarded = { ...files, 'param.allowed.paths': '/etc/, /run' }
    assert.deepEqual(await clientId('${p:/run/s:name}', guarded, { readFile }), ['one'])
    for (const path of ['/runner/s', '/run/../root/s', '/var/s']) {
      assert.deepEqual(await clientId(`\${p:${path}:name}`, guarded, { readFile }), [
        `\${p:${path}:name}`,
        'UNRESOLVED',
      ])
    }
  })

  it('come from folders, a file each', async () => {
    const readFile = (path: string) => (path === '/run/secrets/name' ? 'one' : assert.fail(path))
    const folders = { class: `${PROVIDER}.DirectoryConfigProvider` }
    assert.deepEqual(await clientId('${p:/run/secrets:name}', folders, { readFile }), ['one'])
    for (const key of ['../name', '..', '', 'a/b', 'a\\b']) {
      assert.deepEqual((await clientId(`\${p:/run/secrets:${key}}`, folders, { readFile })).slice(1), ['UNRESOLVED'])
    }
  })

  it('come from a function in place of a Java class', async () => {
    const providers = { p: (key: string, path: string) => Promise.resolve(`${path}+${key}`) }
    assert.deepEqual(await clientId('${p:a:b}', { class: 'com.example.Vault' }, { providers }), ['a+b'])
    await assert.rejects(clientId('x', { class: 'com.example.Vault' }), {
      code: 'UNSUPPORTED',
      hint: /option providers/,
    })
    await assert.rejects(clientId('x', {}), {
      code: 'INVALID_ARGUMENT',
      message: /config\.providers\.p\.class is missing/,
    })
  })

  it('are left alone without providers, and never crash', async () => {
    const { connect } = await readClientConfig({ 'bootstrap.servers': 'a:1', 'client.id': '${p:a}' })
    assert.equal(connect.clientId, '${p:a}')
    const pieces = fc.array(fc.constantFrom('$', '{', '}', ':', 'p', 'a')).map((parts) => `x${parts.join('')}`)
    await fc.assert(
      fc.asyncProperty(pieces, async (text) => {
        const providers = { p: () => undefined }
        assert.equal((await clientId(text, {}, { providers }))[0], text, 'what has no value stays')
      }),
    )
    await clientId('${p:'.repeat(50_000), {}, { providers: { p: () => undefined } })
  })
})
