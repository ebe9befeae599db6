// The server against bare sockets that answer with constants, each server in a process of its own.
//
// npm run bench -- server                speed, processor time, and what the time of a login tells
// npm run bench -- server speed|cpu|timing   a part of it
// npm run bench -- server idle           8000 connections that only stay open
// npm run bench -- server kafka          logins beside a real Kafka that is started for it (Java, Maven): bench/KAFKA.md
import { median, run } from './harness.mjs'
import { print } from './report.mjs'
import { keepTo } from './cores.mjs'
import { idle } from './server/idle.mjs'
import { besideKafka } from './server/kafka.mjs'
import { logins, metadata, oauth, pipeline, plain } from './server/load.mjs'
import { ask, start, stopAll, tokens } from './server/servers.mjs'
import { timing } from './server/timing.mjs'

const words = process.argv.slice(2)
const wants = (part) => words.includes(part) || words.length === 0
const LOGINS = 256
const REQUESTS = 20_000
/** A server that runs for days has seen all of its code: so have these before anything is measured. */
const WARM_UP = { logins: 32, requests: 10 }

/** Contenders of one line: each server, and the work against it. */
async function line(title, { work, names, warmUp, core }) {
  const servers = {}
  for (const [shown, name] of Object.entries(names)) {
    const at = await start(name)
    if (core !== undefined) keepTo(core, at.child.pid)
    servers[shown] = { at, work: await work(at, shown) }
    for (let i = 0; i < warmUp; i++) await servers[shown].work()
  }
  return { title, servers }
}

const byLogins = (each) => (at) => logins(at, each)
const plainLogins = Array.from({ length: LOGINS }, () => plain('alice', 'alice-secret'))
// An echo gives back what it got; an answer has a correlation id, no brokers, controller -1 and no topics.
const byRequests = (at, shown) =>
  pipeline(at, metadata, { answerSize: shown === 'ottla' ? 20 : metadata.length, count: REQUESTS })

async function lines() {
  return [
    await line(`${LOGINS} PLAIN logins`, {
      work: byLogins(plainLogins),
      names: { 'bare socket': 'bare constants', ottla: 'ottla PLAIN' },
      warmUp: WARM_UP.logins,
    }),
    await line(`${LOGINS} OAUTHBEARER logins, each token verified`, {
      work: byLogins((await tokens(LOGINS)).map(oauth)),
      names: {
        'bare socket': 'bare jose',
        ottla: 'ottla OAUTHBEARER',
        'ottla, token cache': 'ottla OAUTHBEARER, cache',
      },
      warmUp: WARM_UP.logins,
    }),
    await line(`${REQUESTS} requests through a route, 50 in flight`, {
      work: byRequests,
      names: { 'bare socket': 'bare echo', ottla: 'ottla route' },
      core: 1,
      warmUp: WARM_UP.requests,
    }),
  ]
}

/** What a server's process itself spends: tells the same on a machine that others use, too. */
async function cpu({ title, servers }) {
  const spent = new Map(Object.keys(servers).map((name) => [name, []]))
  for (let round = 0; round < 11; round++) {
    for (const [name, { at, work }] of Object.entries(servers)) {
      const before = await ask(at, 'cpu')
      await work()
      const after = await ask(at, 'cpu')
      spent.get(name).push(after.user + after.system - before.user - before.system)
    }
  }
  return { title, medians: new Map([...spent].map(([name, times]) => [name, median(times) / 1000])) }
}

if (wants('speed') || wants('cpu')) {
  const contenders = await lines()
  // After they were started: a child has the cores of its parent.
  keepTo(0, process.pid)
  if (wants('speed')) {
    const works = contenders.map(({ title, servers }) => ({
      title,
      contenders: Object.entries(servers).map(([name, { work }]) => [name, work]),
    }))
    print(await run(works, { samples: 21, words: [] }), 'Server: logins and requests')
  }
  if (wants('cpu')) {
    const spent = []
    for (const contender of contenders) spent.push(await cpu(contender))
    print(spent, 'Server: processor time of its process alone')
  }
  stopAll()
}
if (wants('timing')) await timing()
if (words.includes('idle')) await idle()
if (words.includes('kafka')) await besideKafka()
stopAll()
process.exit(0)
