// Logins at a real Apache Kafka, at Ottla and at bare sockets, the same bytes at each. Kafka comes by the harness of
// `npm run test:kafka`, which fetches it by Maven once, with Java's usual optimisations and Kafka's usual threads.
import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { median, run } from '../harness.mjs'
import { machine, section } from '../markdown.mjs'
import { print } from '../report.mjs'
import { logins, mustSucceed, oauth, plain, scram } from './load.mjs'
import { issuer, jwks, start, tokens } from './servers.mjs'

const main = fileURLToPath(new URL('../../build/test/kafka/harness/one-broker.js', import.meta.url))
const results = fileURLToPath(new URL('../KAFKA.md', import.meta.url))
const LOGINS = 256
/** Kafka's listeners keep 50 connections waiting by default; of more at once some would wait for TCP's next try, a second. */
const WIDTH = 32

/** Where its listeners are (users: alice, alice-secret). It ends with this process. */
async function startKafka() {
  const child = spawn(process.execPath, [main, issuer, jwks], { stdio: ['pipe', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) return JSON.parse(line)
    console.log(line)
  }
  throw new Error('Kafka did not start: npm run test:kafka says what it needs')
}

const ROUND = 20
const MOST_ROUNDS = 40

/**
 * Java compiles what runs often, and some of it late: work is done until a round of it is no faster than the one before by
 * 2 %, twice. Node's servers get the same. Gives how often the work was done.
 */
async function warmUp(work) {
  let [before, steady, rounds] = [Infinity, 0, 0]
  while (steady < 2 && rounds < MOST_ROUNDS) {
    const times = []
    for (let i = 0; i < ROUND; i++) {
      const begin = performance.now()
      await work()
      times.push(performance.now() - begin)
    }
    const now = median(times)
    steady = now > 0.98 * before ? steady + 1 : 0
    before = now
    rounds++
  }
  return rounds * ROUND
}

async function line(mechanism, each, servers) {
  const title = `${LOGINS} ${mechanism} logins`
  const contenders = []
  for (const [name, server] of Object.entries(servers)) {
    const at = typeof server === 'string' ? await start(server) : server
    await mustSucceed(at, each[0])
    const work = logins(at, each, { width: WIDTH, reset: true })
    const warm = (await warmUp(work)) * LOGINS
    console.log(`  ${mechanism}, ${name}: ${warm} logins to warm up`)
    contenders.push({ name, work, warm, pid: at.child?.pid ?? at.pid })
  }
  return { title, contenders }
}

/** What Linux says that a process has spent so far, all of its threads, in ms; it counts in hundredths of a second. */
function processorTime(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** Processor time of the server's process for a batch: what is left when nobody minds how many threads share it. */
async function processorTimes({ title, contenders }) {
  const spent = new Map(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round < 5; round++) {
    for (const { name, work, pid } of contenders) {
      const before = processorTime(pid)
      for (let i = 0; i < ROUND; i++) await work()
      spent.get(name).push((processorTime(pid) - before) / ROUND)
    }
  }
  return { title, medians: new Map([...spent].map(([name, times]) => [name, median(times)])) }
}

/** Prints the tables, and writes them to bench/KAFKA.md: bench/RESULTS.md is of a run that needs Node alone. */
export async function besideKafka() {
  const { version, ports, pid } = await startKafka()
  const repeated = (requests) => Array.from({ length: LOGINS }, () => requests)
  const at = (port) => ({ host: '127.0.0.1', port, pid })
  const lines = [
    await line('PLAIN', repeated(plain('alice', 'alice-secret')), {
      kafka: at(ports.SASL),
      'bare socket': 'bare constants',
      ottla: 'ottla PLAIN',
    }),
    await line('SCRAM-SHA-256', repeated(scram('alice', 'alice-secret')), {
      kafka: at(ports.SASL),
      ottla: 'ottla SCRAM',
    }),
    await line('OAUTHBEARER', (await tokens(LOGINS)).map(oauth), {
      kafka: at(ports.OIDC),
      'bare socket': 'bare jose',
      ottla: 'ottla OAUTHBEARER',
      'ottla, token cache': 'ottla OAUTHBEARER, cache',
    }),
  ]
  const works = lines.map(({ title, contenders }) => ({
    title,
    contenders: contenders.map(({ name, work }) => [name, work]),
  }))
  const spent = []
  const speed = print(await run(works, { samples: 21, words: [] }), 'Logins')
  for (const each of lines) spent.push(await processorTimes(each))
  const tables = [speed, print(spent, 'Processor time of the server’s process')]
  const warmUps = lines.flatMap(({ contenders }) => contenders.filter(({ name }) => name === 'kafka'))
  const fewest = Math.min(...warmUps.map(({ warm }) => warm))
  writeFileSync(results, `${[introduction(version, fewest), ...tables.map(section)].join('\n\n')}\n`)
  console.log('\nwritten: bench/KAFKA.md')
}

const introduction = (version, warm) => `# Logins beside Apache Kafka

Written by \`npm run bench -- server kafka\`: Apache Kafka ${version} on Java, with its default numbers of threads and the JIT
compilers of production, without TLS; ${machine()}.

One process sends the same ready-made bytes to every server, each of which is a process of its own: ${WIDTH} connections at a time,
a new one for each login. The contenders take turns in random order. Before that each was warmed up until it became no faster,
Kafka by ${warm.toLocaleString('en')} logins with each mechanism at least. SCRAM has 4,096 iterations. The tokens of OAUTHBEARER are signed
by RS256, 256 different ones; each is verified at each login, but where a token cache is named, which Kafka does not have.
Kafka logs in on three network threads for each listener, Node.js on one: hence the second table. What the bare socket takes in
the first one is mostly the load's own time: a server can hardly be faster than that.`
