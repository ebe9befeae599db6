import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cached } from './cache.js'
import { sources } from './paths.js'
import { run, succeed, tail } from './processes.js'

/** The class path of one Kafka version: the jars from Maven and our own classes compiled against them. */
export async function classPath(version: string, say: (text: string) => void): Promise<string> {
  const jars = await cached(join('kafka', version), async (folder) => {
    say(`fetching the jars of Kafka ${version}`)
    await download(version, folder)
  })
  return `${await compile(version, jars)}:${jars}/*`
}

async function download(version: string, folder: string): Promise<void> {
  const args = ['-q', '-B', '-f', join(sources, 'java/pom.xml'), `-Dkafka.version=${version}`]
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${folder}`]
  for (let attempt = 1; ; attempt++) {
    const { code, stdout, stderr } = await run('mvn', [...args, ...goal])
    if (code === 0) return
    if (attempt === 3) throw new Error(`Maven could not fetch Kafka ${version}\n${tail(stdout + stderr)}`)
  }
}

async function compile(version: string, jars: string): Promise<string> {
  const folder = join(sources, 'java')
  const files = (await readdir(folder)).filter((name) => name.endsWith('.java')).map((name) => join(folder, name))
  const digest = createHash('sha256')
  for (const file of files) digest.update(await readFile(file))
  return cached(join('kafka', `${version}-classes-${digest.digest('hex').slice(0, 12)}`), async (classes) => {
    await succeed('javac', ['-nowarn', '--release', '11', '-cp', `${jars}/*`, '-d', classes, ...files])
  })
}
