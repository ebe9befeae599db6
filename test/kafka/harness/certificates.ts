import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { succeed } from './processes.js'

/** PEM files: a CA, a certificate for localhost, one for a client, one of a CA that nobody trusts. */
export interface Certificates {
  readonly ca: string
  readonly strangerCa: string
  /** Private key first, then the chain: what Kafka's PEM key store wants in one file. */
  readonly server: string
  readonly client: string
  readonly stranger: string
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']

export async function makeCertificates(folder: string): Promise<Certificates> {
  await mkdir(folder, { recursive: true })
  const [ca, strangerCa] = await Promise.all([authority(folder, 'ca'), authority(folder, 'stranger-ca')])
  const [server, client, stranger] = await Promise.all([
    leaf(folder, { name: 'server', issuer: ca, subject: '/CN=localhost', san: 'DNS:localhost,IP:127.0.0.1' }),
    leaf(folder, { name: 'client', issuer: ca, subject: '/O=Ottla/OU=test/CN=client', san: 'DNS:client' }),
    leaf(folder, { name: 'stranger', issuer: strangerCa, subject: '/CN=stranger', san: 'DNS:stranger' }),
  ])
  return { ca: `${ca}.crt`, strangerCa: `${strangerCa}.crt`, server, client, stranger }
}

async function authority(folder: string, name: string): Promise<string> {
  const base = join(folder, name)
  await succeed('openssl', [
    ...['req', '-x509', ...newKey, '-sha256', '-days', '30', '-subj', `/CN=Ottla test ${name}`],
    ...['-keyout', `${base}.key`, '-out', `${base}.crt`, '-addext', 'basicConstraints=critical,CA:TRUE'],
    ...['-addext', 'keyUsage=critical,keyCertSign,cRLSign'],
  ])
  return base
}

interface Leaf {
  readonly name: string
  readonly issuer: string
  readonly subject: string
  readonly san: string
}

async function leaf(folder: string, { name, issuer, subject, san }: Leaf): Promise<string> {
  const base = join(folder, name)
  await succeed('openssl', [
    'req',
    '-new',
    ...newKey,
    '-subj',
    subject,
    '-keyout',
    `${base}.key`,
    '-out',
    `${base}.csr`,
  ])
  await writeFile(`${base}.ext`, `subjectAltName=${san}\nextendedKeyUsage=serverAuth,clientAuth\n`)
  await succeed('openssl', [
    ...[
      'x509',
      '-req',
      '-sha256',
      '-days',
      '30',
      '-in',
      `${base}.csr`,
      '-CA',
      `${issuer}.crt`,
      '-CAkey',
      `${issuer}.key`,
    ],
    ...['-set_serial', `0x${Buffer.from(name).toString('hex')}`, '-extfile', `${base}.ext`, '-out', `${base}.crt`],
  ])
  const parts = await Promise.all([`${base}.key`, `${base}.crt`, `${issuer}.crt`].map((file) => readFile(file, 'utf8')))
  await writeFile(`${base}.pem`, parts.join(''))
  return `${base}.pem`
}
