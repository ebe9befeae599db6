// What was measured, for a person in the terminal, and as lines of JSON for bench/all.mjs if it asks for them.
import { appendFileSync } from 'node:fs'
import { shown } from './markdown.mjs'

/** Where bench/all.mjs wants the tables. */
const file = process.env.OTTLA_BENCH_REPORT

/**
 * One table: the figure of the first contender, and the others as ratios to it, more being better.
 *
 * @param results of `run` and `cpuPerRequest` of the harness: `title`, `medians` by contender, perhaps `spreads`.
 * @param about what a reader must know beside that, a sentence or some.
 * @returns the table as `markdown.mjs` takes it; so do the others.
 */
export function print(results, heading = 'Speed', about = '') {
  if (results.length === 0) return
  const names = [...new Set(results.flatMap(({ medians }) => [...medians.keys()]))]
  const rows = results.map(({ title, medians, spreads }) => {
    const [first] = medians.values()
    const cells = names
      .slice(1)
      .map((name) => (medians.has(name) ? `${(first / medians.get(name)).toFixed(2)}×${within(name, spreads)}` : '–'))
    return [title, `${shown(first, 'ms')}${within(names[0], spreads)}`, ...cells]
  })
  console.log(
    `\n${heading}. Node ${process.version}; medians, ± half the range of the middle half of the samples; × is the speed in relation to ${names[0]}, more is faster. ${about}\n`,
  )
  align([['', ...names], ...rows])
  return note({ kind: 'ratios', heading, about, results: results.map(plain) })
}

/** How far the middle half of the samples lies apart, as a share of its middle. */
function within(name, spreads) {
  const [low, high] = spreads?.get(name) ?? []
  return low === undefined ? '' : ` ±${((100 * (high - low)) / (high + low)).toFixed(0).padStart(2)}%`
}

const plain = ({ title, medians, spreads = new Map() }) => ({
  title,
  medians: Object.fromEntries(medians),
  spreads: Object.fromEntries(spreads),
})

/**
 * One table of figures that are no times of work, or have no contender.
 *
 * @param rows `title`, `unit`, `values` by contender, and `limit`, what Ottla's figure should not exceed.
 */
export function printFigures(rows, heading) {
  const names = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))]
  const cells = rows.map(({ title, unit, values, limit }) => [
    title,
    ...names.map((name) => (name in values ? shown(values[name], unit) : '–')),
    limit === undefined ? '' : `limit ${shown(limit, unit)}`,
  ])
  console.log(`\n${heading}. Node ${process.version}; less is better.\n`)
  align([['', ...names, ''], ...cells])
  return note({ kind: 'figures', heading, rows })
}

/**
 * One table of texts, the first row its head.
 *
 * @param about what a reader must know to read it, a sentence or some.
 */
export function printTexts(rows, heading, about) {
  console.log(`\n${heading}. Node ${process.version}. ${about}\n`)
  align(rows)
  return note({ kind: 'texts', heading, about, rows })
}

function align(rows) {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)))
  for (const row of rows) {
    const line = row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ')
    console.log(line.trimEnd())
  }
}

function note(table) {
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(table)}\n`)
  return table
}
