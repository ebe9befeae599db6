import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { startBroker, type Broker, type ClientSettings } from 'ottla/testing'
import { succeed } from '../harness/processes.js'
import { theRing } from '../harness/ring.js'
import { compiler, goFolder } from './go.js'
import { pythonClients } from './python.js'

/** Those that nobody pastes in the table of clients: Go, and the tokens that Python makes itself. */
describe('settings to paste', () => {
  const odd = 'al "ice" é😀\\%d'
  // A Java broker, and so this one, takes only ASCII for a name in SCRAM.
  const plain = 'al,ice='
  const users = { [odd]: 'pa"ss\\\n%s', [plain]: 'alice-secret' }
  const listeners = [
    { name: 'LOGIN', mechanisms: ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'OAUTHBEARER'] },
    { name: 'OPEN', mechanisms: [] },
  ] as const
  let brokers: readonly Broker[] = []
  before(async () => {
    brokers = await Promise.all([false, true].map((tls) => startBroker({ tls, users, listeners })))
  })
  after(() => Promise.all(brokers.map((broker) => broker.close())))

  function everyLogin(): readonly ClientSettings[] {
    return brokers.flatMap((broker) => [
      broker.settings({ listener: 'OPEN' }),
      ...['PLAIN', 'OAUTHBEARER'].map((mechanism) => broker.settings({ mechanism, username: odd })),
      ...['SCRAM-SHA-256', 'SCRAM-SHA-512'].map((mechanism) => broker.settings({ mechanism, username: plain })),
    ])
  }

  for (const [client, connect] of [
    [
      'franzGo',
      'client, err := kgo.NewClient(settings()...)\n\tif err == nil {\n\t\terr = client.Ping(context.Background())\n\t}',
    ],
    ['sarama', '_, err := sarama.NewClient(brokers, settings())'],
  ] as const) {
    test(`${client}, every login`, async () => {
      const logins = everyLogin()
      const program = await built(
        client,
        connect,
        logins.map((settings) => settings[client]),
      )
      const answers = (await succeed(program, [])).trim().split('\n')
      assert.deepEqual(
        answers,
        logins.map(() => 'ok'),
      )
    })
  }

  for (const client of pythonClients.slice(1)) {
    test(`${client.name}, tokens that it makes itself`, async () => {
      await using running = await client.start()
      for (const broker of brokers) {
        const settings = broker.settings({ mechanism: 'OAUTHBEARER', username: odd })
        const names = { topic: `records-${randomUUID()}`, group: `readers-${randomUUID()}` }
        const unused = { bootstrap: '', username: '', password: '', token: '', expires: 0, extensions: {} }
        const answer = await running.exchange({ ...unused, ...names, settings, count: 10 })
        assert.deepEqual(answer, { ok: true, consumed: 10 })
      }
    })
  }
})

/** A program that connects by each of the texts in turn, and prints a line for each. */
async function built(client: 'franzGo' | 'sarama', connect: string, texts: readonly string[]): Promise<string> {
  const folder = join(theRing().folder, `settings-${client}`)
  mkdirSync(folder)
  for (const name of ['go.mod', 'go.sum']) cpSync(join(goFolder, name), join(folder, name))
  const packages = texts.map((_, i) => `login${i}`)
  for (const [i, text] of texts.entries()) {
    mkdirSync(join(folder, `login${i}`))
    writeFileSync(join(folder, `login${i}/settings.go`), `package login${i}\n\n${text}`)
    const used = client === 'franzGo' ? ['context', 'github.com/twmb/franz-go/pkg/kgo'] : ['github.com/IBM/sarama']
    const imports = used.map((path) => `import "${path}"\n`).join('')
    const body = `func Connect() error {\n\t${connect}\n\treturn err\n}\n`
    writeFileSync(join(folder, `login${i}/connect.go`), `package login${i}\n\n${imports}\n${body}`)
  }
  const imports = packages.map((name) => `import "ottla-test-clients/${name}"\n`).join('')
  const calls = packages.map((name) => `${name}.Connect`).join(', ')
  const main = `for _, connect := range []func() error{${calls}} {
		if err := connect(); err != nil {
			fmt.Println(err)
		} else {
			fmt.Println("ok")
		}
	}`
  writeFileSync(join(folder, 'main.go'), `package main\n\nimport "fmt"\n${imports}\nfunc main() {\n\t${main}\n}\n`)
  const program = join(folder, 'program')
  await succeed(await compiler(), ['build', '-o', program, '.'], { cwd: folder, env: { GOTOOLCHAIN: 'local' } })
  return program
}
