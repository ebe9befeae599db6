// What the time of an answer tells a stranger: two kinds of logins, interleaved, on a server without a failure delay.
import { median, quantile } from '../harness.mjs'
import { printTexts } from '../report.mjs'
import { login, plain, scram } from './load.mjs'
import { start } from './servers.mjs'

const PAIRS = 2000
const WARM_UP = 500
/** At its ends 700 logins of each kind tell them apart, 19 times of 20. */
const LIMIT = '0.47–0.53'
const ABOUT = [
  `Medians of ${PAIRS} logins (and what half of them lay between), the two kinds in turn, without the delay of failed logins.`,
  'P is the chance that a login of the one kind takes longer than one of the other, with its 95 % interval: 0.5 tells nothing.',
  'There is a limit where the answers are alike; a right password and a wrong one are told apart by the answer itself.',
].join(' ')

/** The chance that a login of the one kind takes longer than one of the other (Mann-Whitney); 0.5 is no difference. */
function superiority(a, b) {
  const all = [...a.map((time) => [time, 0]), ...b.map((time) => [time, 1])].sort(([x], [y]) => x - y)
  let ranks = 0
  for (let from = 0; from < all.length;) {
    let to = from
    while (to < all.length && all[to][0] === all[from][0]) to++
    for (let i = from; i < to; i++) if (all[i][1] === 0) ranks += (from + 1 + to) / 2
    from = to
  }
  return (ranks - (a.length * (a.length + 1)) / 2) / (a.length * b.length)
}

async function compare(at, title, kinds) {
  const samples = Object.fromEntries(Object.keys(kinds).map((name) => [name, []]))
  for (let round = 0; round < WARM_UP + PAIRS; round++) {
    // Each kind is first every other time.
    const turns = Object.entries(kinds)
    for (const [name, requests] of round % 2 ? turns : turns.toReversed()) {
      const begin = performance.now()
      await login(at, requests)
      if (round >= WARM_UP) samples[name].push(performance.now() - begin)
    }
  }
  const [[first, a], [second, b]] = Object.entries(samples)
  const error = 1.96 * Math.sqrt((a.length + b.length + 1) / (12 * a.length * b.length))
  const chance = `${superiority(a, b).toFixed(3)} ± ${error.toFixed(3)}`
  return [`${title}: ${first} / ${second}`, distribution(a), distribution(b), chance]
}

/** The middle, and what half of the times lie between. */
function distribution(times) {
  const [low, middle, high] = [quantile(times, 0.25), median(times), quantile(times, 0.75)]
  const shown = (ms) => (ms * 1000).toFixed(0)
  return `${shown(middle)} µs (${shown(low)}–${shown(high)})`
}

/** Where the answers are alike, their times must be. */
const ALIKE = [
  [
    'ottla SCRAM',
    'SCRAM, phantom challenges',
    { 'known user': scram('alice', 'wrong'), 'unknown user': scram('nobody', 'wrong') },
  ],
  [
    'ottla SCRAM, store',
    'SCRAM, a store of credentials',
    { 'known user': scram('alice', 'wrong'), 'unknown user': scram('nobody', 'wrong') },
  ],
  ['ottla PLAIN', 'PLAIN', { 'known user': plain('alice', 'wrong'), 'unknown user': plain('nobody', 'wrong') }],
  [
    'ottla PLAIN',
    'PLAIN, wrong passwords',
    { 'all but the end': plain('alice', 'alice-secreT'), 'nothing right': plain('alice', 'xxxxxxxxxxxx') },
  ],
]
/** A right password and a wrong one. */
const DIFFERENT = [
  ['ottla SCRAM', 'SCRAM', scram],
  ['ottla PLAIN', 'PLAIN', plain],
  ['ottla PLAIN, answer time', 'PLAIN, loginAnswerTime: 3', plain],
].map(([server, title, by]) => [
  server,
  title,
  { 'right password': by('alice', 'alice-secret'), 'wrong password': by('alice', 'alice-secreT') },
])

export async function timing() {
  const names = new Set([...ALIKE, ...DIFFERENT].map(([server]) => server))
  const servers = new Map()
  for (const name of names) servers.set(name, await start(name))
  const rows = []
  for (const [server, title, kinds] of ALIKE) rows.push([...(await compare(servers.get(server), title, kinds)), LIMIT])
  for (const [server, title, kinds] of DIFFERENT) rows.push([...(await compare(servers.get(server), title, kinds)), ''])
  printTexts(
    [['one / other', 'the one', 'the other', 'P', 'limit of P'], ...rows],
    'Server: what the time of a login tells',
    ABOUT,
  )
}
