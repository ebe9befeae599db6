// npm run bench : every benchmark, one after the other, written to bench/RESULTS.md and as charts to bench/charts.
// Only figures of one run stand side by side: what is compared was measured in turn, on the same machine, in the same minutes.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chart, themeNames } from './chart.mjs'
import { machine, section } from './markdown.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const benchmarks = ['messages', 'sasl', 'connection', 'server', 'footprint']

function measureAll() {
  const folder = mkdtempSync(join(tmpdir(), 'ottla-bench-'))
  const file = join(folder, 'tables.jsonl')
  try {
    for (const name of benchmarks) {
      console.log(`\n== ${name}`)
      const env = { ...process.env, OTTLA_BENCH_REPORT: file }
      const { status } = spawnSync(
        process.execPath,
        ['--expose-gc', '--disable-warning=TimeoutNegativeWarning', join(here, `${name}.mjs`)],
        {
          env,
          stdio: 'inherit',
        },
      )
      if (status !== 0) throw new Error(`${name} ended with ${status}`)
    }
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function introduction() {
  const { dependencies } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'))
  const { version } = JSON.parse(readFileSync(join(here, '../package.json'), 'utf8'))
  const versions = Object.entries({ ottla: version, ...dependencies }).map(([name, each]) => `${name} ${each}`)
  return `# Results

Written by \`npm run bench\`: ${versions.join(', ')}; ${machine()}.

Everything in a row was measured in one process, the contenders taking turns in random order; a figure is the median, behind
it in brackets what half of the samples lay between. The base is named at each table: a bare socket that writes ready-made
frames and decodes nothing, or a straight-line reference written for that one case. Times are of this machine at that hour;
only the ratios mean something elsewhere.`
}

function writeCharts(tables) {
  mkdirSync(join(here, 'charts'), { recursive: true })
  for (const { heading, results } of tables) {
    const [base] = Object.keys(results[0].medians)
    const names = ['ottla', 'platformatic', 'kafkajs'].filter((name) => results.some(({ medians }) => name in medians))
    const rows = results.map(({ title, medians }) => ({
      label: title,
      values: Object.fromEntries(
        names.filter((name) => name in medians).map((name) => [name, medians[base] / medians[name]]),
      ),
    }))
    for (const theme of themeNames) {
      const name = heading.toLowerCase().replaceAll(/[^a-z]+/g, '-')
      writeFileSync(join(here, `charts/${name}-${theme}.svg`), chart({ title: heading, base, names, rows }, theme))
    }
  }
}

const tables = measureAll()
writeFileSync(join(here, 'RESULTS.md'), `${[introduction(), ...tables.map(section)].join('\n\n')}\n`)
// A chart is for where others do the same work.
writeCharts(tables.filter(({ kind, results }) => kind === 'ratios' && 'kafkajs' in results[0].medians))
console.log('\nwritten: bench/RESULTS.md and bench/charts')
