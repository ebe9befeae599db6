import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { root } from '../harness/paths.js'
import { usePeers } from '../harness/peers.js'
import { theRing } from '../harness/ring.js'
import { listeningBroker, refusedUser, type ListeningBroker } from './broker.js'
import type { Answer, Cell, ForeignClient, RunningClient } from './client.js'
import { consoleTools } from './console.js'
import { goClients } from './go.js'
import { kcat } from './kcat.js'
import { javaClients } from './java.js'
import { nodeClients } from './node.js'
import { overhear } from './overhear.js'
import { pythonClients } from './python.js'
import { writeTable, type Lack, type Row } from './table.js'

usePeers()
const { realm, brokers } = theRing()
process.env['KRB5_CONFIG'] = realm.krb5Conf

const count = 1000
const clients: readonly ForeignClient[] = [
  ...javaClients,
  ...consoleTools,
  kcat,
  ...pythonClients,
  ...nodeClients,
  ...goClients,
]
const only = process.env['OTTLA_TEST_CLIENT']
const rows: Row[] = []
const lacks: Lack[] = []
const faults = new Set<string>()

describe('foreign clients and the server', { concurrency: 2 }, () => {
  after(() => {
    mkdirSync(join(root, 'docs'), { recursive: true })
    if (only === undefined) writeTable({ rows, lacks, faults, count })
  })
  for (const client of clients) if (only === undefined || client.name.includes(only)) table(client)
})

function table(client: ForeignClient): void {
  describe(`${client.name} ${client.version}`, { concurrency: 1 }, () => {
    let plaintext: ListeningBroker
    let secure: ListeningBroker
    let running: RunningClient
    const open: Row = { client: client.name, version: client.version, mechanism: 'none' }
    rows.push(open)

    before(async () => {
      plaintext = await listeningBroker(false)
      secure = await listeningBroker(true)
      running = await client.start()
    })
    after(async () => {
      await running[Symbol.asyncDispose]()
      await Promise.all([plaintext, secure].map((one) => one[Symbol.asyncDispose]()))
    })

    const started = (): Started => ({ plaintext, secure, running })
    withoutLogin(open, started)
    if (client.withoutGssapi !== undefined) hasNoGssapi(client.name, client.withoutGssapi, started)

    for (const mechanism of client.mechanisms) {
      const row: Row = { client: client.name, version: client.version, mechanism }
      rows.push(row)

      if (client.ownFault?.mechanisms.includes(mechanism) === true) {
        failsAlike(row, client.ownFault.fault, started)
        continue
      }

      test(`${mechanism}, plaintext`, async () => {
        const answer = await running.exchange(cell(plaintext, mechanism))
        row.plaintext = said(answer)
        assert.deepEqual(answer, { ok: true, consumed: count })
      })

      test(`${mechanism}, TLS`, async () => {
        secure.takeTraceIds()
        const answer = await running.exchange(cell(secure, mechanism))
        row.tls = said(answer)
        assert.deepEqual(answer, { ok: true, consumed: count })
        if (mechanism !== 'OAUTHBEARER' || !client.extensions) return
        const traceIds = new Set(secure.takeTraceIds())
        row.extension = traceIds.has('123') ? 'arrived' : 'lost'
        assert.deepEqual([...traceIds], ['123'])
      })

      test(`${mechanism}, wrong credentials`, async () => {
        const before = secure.counts
        const answer = await running.exchange(cell(secure, mechanism, refusedUser))
        const { came, loggedIn } = secure.counts
        // franz-go hangs up on the error challenge of OAUTHBEARER, before the server can say no
        const refused = !answer.ok && came > before.came && loggedIn === before.loggedIn
        row.refused = refused ? 'refused' : said(answer)
        assert.equal(row.refused, 'refused')
      })
    }
  })
}

interface Started {
  readonly plaintext: ListeningBroker
  readonly secure: ListeningBroker
  readonly running: RunningClient
}

function withoutLogin(row: Row, started: () => Started): void {
  for (const column of ['plaintext', 'tls'] as const) {
    test(`no login, ${column}`, async () => {
      const { plaintext, secure, running } = started()
      const answer = await running.exchange(cell(column === 'tls' ? secure : plaintext))
      row[column] = said(answer)
      assert.deepEqual(answer, { ok: true, consumed: count })
    })
  }
}

function hasNoGssapi(client: string, { why, says }: Omit<Lack, 'client'>, started: () => Started): void {
  test('GSSAPI, which it does not have', async () => {
    const { plaintext, running } = started()
    const answer = await running.exchange(cell(plaintext, 'GSSAPI'))
    const text = answer.ok ? 'it logged in' : answer.error
    assert.ok(text.includes(says), text)
    lacks.push({ client, why, says })
  })
}

/** A cell that may be red: a real Kafka says the same to the client, and an older one shows that nothing else is wrong. */
function failsAlike(row: Row, fault: string, started: () => Started): void {
  const { client, mechanism } = row
  test(`${mechanism}, where it fails by its own doing`, async () => {
    const { plaintext, secure, running } = started()
    for (const listening of [plaintext, secure]) {
      const answer = await running.exchange(cell(listening, mechanism))
      assert.ok(!answer.ok, said(answer))
    }
    const [newest = assert.fail(), older = assert.fail()] = brokers
    const heard: (readonly string[])[] = []
    for (const port of [newest.ports.SASL, plaintext.broker.listener('LOGIN').port]) {
      await using relay = await overhear(port)
      const refused = await running.exchange(at(relay.port, cell(plaintext, mechanism)))
      assert.ok(!refused.ok, `Apache Kafka ${newest.version} lets it in`)
      heard.push(relay.transcript())
    }
    const [atNewest = [], atOttla] = heard
    assert.deepEqual(atOttla, atNewest)
    assert.ok(atNewest.includes('client: c=biws,r=NNS,p=…'), atNewest.join('\n'))
    for (const [kafka, login] of [
      [newest, 'PLAIN'],
      [older, mechanism],
    ] as const) {
      const taken = await running.exchange(at(kafka.ports.SASL, cell(plaintext, login)))
      assert.deepEqual(taken, { ok: true, consumed: count })
    }
    row.plaintext = row.tls = 'refused'
    const kafkas = `Apache Kafka ${newest.version} refuses it alike, ${older.version} lets it in.`
    const transcript = ['```text', ...atNewest, '```'].map((line) => `  ${line}`)
    faults.add([`${client}, ${mechanism}: ${fault}. ${kafkas}`, '', ...transcript].join('\n'))
  })
}

function said(answer: Answer): string {
  return answer.ok ? (answer.consumed === count ? 'ok' : `${answer.consumed} records`) : answer.error
}

/** The same at another port of this machine: a real Kafka's, whose users are the same, or on the way to it. */
function at(port: number | undefined, { settings, ...cell }: Cell): Cell {
  assert.ok(settings)
  const librdkafka = { ...settings.librdkafka, 'bootstrap.servers': `localhost:${port}` }
  return { ...cell, settings: { ...settings, librdkafka } }
}

/** Tokens with extensions and Kerberos tickets are no plain values: for them a client has code of its own. */
const bySettings: readonly (string | undefined)[] = [undefined, 'PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512']

function cell({ broker, ca }: ListeningBroker, mechanism?: string, username = 'alice'): Cell {
  const listener = mechanism === undefined ? 'OPEN' : 'LOGIN'
  const login = { listener, username, password: 'alice-secret', ...(mechanism !== undefined && { mechanism }) }
  return {
    bootstrap: broker.listener(listener).bootstrap,
    ...(bySettings.includes(mechanism) && { settings: broker.settings(login) }),
    ...(ca !== undefined && { ca }),
    ...(mechanism !== undefined && { mechanism }),
    keytab: username === refusedUser ? realm.malloryKeytab : realm.aliceKeytab,
    username,
    password: 'alice-secret',
    token: broker.unsecuredToken({ principal: username }),
    expires: Date.now() / 1000 + 3600,
    extensions: { traceId: '123' },
    topic: `records-${randomUUID()}`,
    group: `readers-${randomUUID()}`,
    count,
  }
}
