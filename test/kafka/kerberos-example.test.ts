import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { root } from './harness/paths.js'
import { run } from './harness/processes.js'
import { theRing } from './harness/ring.js'

const { realm, brokers } = theRing()

for (const { version, ports } of brokers) {
  test(`the example logs in to Kafka ${version} with a keytab`, async () => {
    const peers = pathToFileURL(join(root, 'build/test/kafka/harness/use-peers.js')).href
    const script = join(root, 'build/examples/kerberos/login.js')
    const args = ['--import', peers, script, `localhost:${ports.KERBEROS}`, 'alice', realm.aliceKeytab]
    const { code, stdout, stderr } = await run(process.execPath, args, { env: { KRB5_CONFIG: realm.krb5Conf } })
    assert.equal(code, 0, stderr)
    assert.equal(stdout.trim(), 'GSSAPI to a cluster of 1')
  })
}
