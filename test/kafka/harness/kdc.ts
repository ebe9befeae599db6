import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Service, succeed } from './processes.js'

export interface Realm {
  readonly krb5Conf: string
  readonly brokerKeytab: string
  readonly aliceKeytab: string
  /** Of somebody whom the KDC knows and nobody else lets in. */
  readonly malloryKeytab: string
}

const realm = 'OTTLA.TEST'

/** An MIT KDC on a port of its own; all its files lie in `folder`, no file of the system is touched. */
export async function startKdc(folder: string, port: number): Promise<{ realm: Realm; service: Service }> {
  await mkdir(folder, { recursive: true })
  const at = (name: string): string => join(folder, name)
  await writeFile(at('krb5.conf'), clientConfiguration(port))
  await writeFile(at('kdc.conf'), serverConfiguration(folder, port))
  const env = { KRB5_CONFIG: at('krb5.conf'), KRB5_KDC_PROFILE: at('kdc.conf') }
  await succeed('kdb5_util', ['create', '-s', '-r', realm, '-P', 'master-secret'], { env })
  const input = [
    'addprinc -randkey kafka/localhost',
    'addprinc -pw alice-secret alice',
    'addprinc -randkey mallory',
    `ktadd -k ${at('kafka.keytab')} kafka/localhost`,
    `ktadd -norandkey -k ${at('alice.keytab')} alice`,
    `ktadd -k ${at('mallory.keytab')} mallory`,
  ].join('\n')
  await succeed('kadmin.local', [], { env, input: `${input}\n` })
  const service = new Service('krb5kdc', ['-n', '-r', realm, '-P', at('kdc.pid')], { log: at('kdc.out'), env })
  await service.printed('starting...')
  const files = {
    krb5Conf: at('krb5.conf'),
    brokerKeytab: at('kafka.keytab'),
    aliceKeytab: at('alice.keytab'),
    malloryKeytab: at('mallory.keytab'),
  }
  return { realm: files, service }
}

/** Without `dns_canonicalize_hostname` and `rdns` off, localhost may become another name and its service ticket is not found. */
function clientConfiguration(port: number): string {
  return `[libdefaults]
  default_realm = ${realm}
  dns_lookup_kdc = false
  dns_lookup_realm = false
  dns_canonicalize_hostname = false
  rdns = false
  udp_preference_limit = 1
[realms]
  ${realm} = {
    kdc = 127.0.0.1:${port}
  }
[domain_realm]
  localhost = ${realm}
`
}

function serverConfiguration(folder: string, port: number): string {
  return `[kdcdefaults]
  kdc_listen = 127.0.0.1:${port}
  kdc_tcp_listen = 127.0.0.1:${port}
[realms]
  ${realm} = {
    database_name = ${folder}/principal
    key_stash_file = ${folder}/stash
    acl_file = ${folder}/kadm5.acl
    supported_enctypes = aes256-cts-hmac-sha1-96:normal aes128-cts-hmac-sha1-96:normal
    max_life = 1h
  }
[logging]
  kdc = STDERR
`
}
