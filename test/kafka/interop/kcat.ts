import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { run, tail } from '../harness/processes.js'
import { theRing } from '../harness/ring.js'
import { everyMechanism, type Answer, type Cell, type ForeignClient } from './client.js'

/** Debian's command line of librdkafka: a process that writes, and one that reads in a group. */
async function exchange(cell: Cell): Promise<Answer> {
  const settings = Object.entries(properties(cell)).flatMap(([name, value]) => ['-X', `${name}=${value}`])
  // of each cell its own, else a ticket of somebody else would do
  const env = { KRB5CCNAME: `FILE:${join(theRing().folder, `kcat-${cell.group}`)}` }
  const kcat = (args: readonly string[], input = '') =>
    run('kcat', [...settings, ...args], { input, env, timeout: 30_000 })
  const lines = Array.from({ length: cell.count }, (_, i) => `${i}\n`).join('')
  const produced = await kcat(['-P', '-t', cell.topic, '-X', 'message.timeout.ms=10000'], lines)
  if (produced.code !== 0) return { ok: false, error: tail(produced.stderr, 5) }
  const consumed = await kcat([
    ...['-X', 'auto.offset.reset=earliest', '-c', `${cell.count}`],
    ...['-G', cell.group, cell.topic],
  ])
  if (consumed.code !== 0) return { ok: false, error: tail(consumed.stderr, 5) }
  return { ok: true, consumed: consumed.stdout.trim().split('\n').length }
}

function properties({ settings, bootstrap, ca, mechanism = '', username, keytab = '', extensions }: Cell) {
  if (settings !== undefined) return settings.librdkafka
  const transport = ca === undefined ? {} : { 'ssl.ca.location': ca }
  const protocol = `SASL_${ca === undefined ? 'PLAINTEXT' : 'SSL'}`
  const common = { 'bootstrap.servers': bootstrap, 'security.protocol': protocol, 'sasl.mechanism': mechanism }
  if (mechanism === 'GSSAPI') {
    const kerberos = { 'sasl.kerberos.principal': username, 'sasl.kerberos.keytab': keytab }
    return { ...common, ...transport, ...kerberos }
  }
  const pairs = Object.entries(extensions).map(([name, value]) => ` extension_${name}=${value}`)
  return {
    ...common,
    ...transport,
    'enable.sasl.oauthbearer.unsecure.jwt': 'true',
    'sasl.oauthbearer.config': `principal=${username}${pairs.join('')}`,
  }
}

const [, own, library] =
  /Version (\S+).*librdkafka ([\d.]+)/.exec(spawnSync('kcat', ['-V'], { encoding: 'utf8' }).stdout) ?? []

export const kcat: ForeignClient = {
  name: 'kcat',
  version: `${own ?? '?'} (librdkafka ${library ?? '?'})`,
  mechanisms: everyMechanism,
  extensions: true,
  ownFault: {
    mechanisms: ['SCRAM-SHA-256', 'SCRAM-SHA-512'],
    fault: 'its last message of SCRAM has the nonce of its first one twice',
  },
  start: () => Promise.resolve({ exchange, [Symbol.asyncDispose]: () => Promise.resolve() }),
}
