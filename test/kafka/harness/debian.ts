import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { succeed } from './processes.js'

/** The Python whose extension modules Debian has as packages. */
export const systemPython = '/usr/bin/python3'

/** The commands that the real ring needs, and the Debian packages that bring them. */
const packages: Readonly<Record<string, readonly string[]>> = {
  java: ['openjdk-17-jdk-headless', 'default-jdk-headless'],
  javac: ['openjdk-17-jdk-headless', 'default-jdk-headless'],
  mvn: ['maven'],
  openssl: ['openssl'],
  krb5kdc: ['krb5-kdc'],
  kdb5_util: ['krb5-kdc'],
  'kadmin.local': ['krb5-admin-server'],
  kinit: ['krb5-user'],
  // What the package kerberos is built with, where there is no ready-made binary of it.
  'krb5-config': ['libkrb5-dev'],
  'g++': ['g++'],
  make: ['make'],
  // What looks at the site.
  'chromium-headless-shell': ['chromium-headless-shell'],
  python3: ['python3'],
  // Debian's python3 has no ensurepip of its own, which is what makes a virtual environment useful.
  [`${systemPython} -m ensurepip --version`]: ['python3-venv'],
  [`${systemPython} -m gssapi.names`]: ['python3-gssapi'],
  kcat: ['kcat'],
  [`ls /usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/sasl2/libgssapiv2.so`]: [
    'libsasl2-modules-gssapi-mit',
  ],
}

// Debian keeps a KDC's programs where only root's PATH looks.
process.env['PATH'] = [process.env['PATH'], '/usr/local/sbin', '/usr/sbin', '/sbin'].join(delimiter)

function has(command: string): boolean {
  const [program = '', ...args] = command.split(' ')
  if (args.length > 0) return spawnSync(program, args, { stdio: 'ignore' }).status === 0
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** Installs what is missing, or says what is: the real ring never passes by leaving something out. */
export async function installCommands(say: (text: string) => void): Promise<void> {
  const missing = Object.keys(packages).filter((command) => !has(command))
  if (missing.length === 0) return
  if (process.getuid?.() !== 0 || !has('apt-get')) {
    const needed = new Set(missing.map((command) => packages[command]?.[0]))
    throw new Error(`missing: ${missing.join(', ')}. As root on Debian: apt-get install ${[...needed].join(' ')}`)
  }
  await apt('update')
  const chosen = new Set<string>()
  for (const command of missing) chosen.add(await firstKnown(packages[command] ?? []))
  say(`installing ${[...chosen].join(', ')}`)
  await apt('install', '--no-install-recommends', ...chosen)
  const still = missing.filter((command) => !has(command))
  if (still.length > 0) throw new Error(`still missing after installation: ${still.join(', ')}`)
}

async function apt(...args: readonly string[]): Promise<void> {
  await succeed('apt-get', ['-qq', '-y', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  })
}

async function firstKnown(names: readonly string[]): Promise<string> {
  for (const name of names) {
    if ((await succeed('apt-cache', ['--names-only', 'search', `^${name}$`])).trim() !== '') return name
  }
  throw new Error(`no Debian package of ${names.join(', ')}`)
}
