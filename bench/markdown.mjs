// The tables that the benchmarks print, as Markdown.
import { cpus, release, totalmem, type } from 'node:os'

const units = {
  ms: (ms) =>
    ms < 0.01 ? `${(ms * 1e6).toFixed(0)} ns` : ms < 1 ? `${(ms * 1000).toFixed(1)} µs` : `${ms.toFixed(2)} ms`,
  bytes: (bytes) => (bytes < 2 ** 20 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 2 ** 20).toFixed(1)} MiB`),
  count: (count) => `${count}`,
}

/** A figure with its unit. */
export const shown = (value, unit) => units[unit](value)

/** What the figures were measured on. */
export function machine() {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`
  return `Node.js ${process.version}; ${cpus().length} × ${cpus()[0]?.model.trim()}, ${memory}, ${type()} ${release().split('-')[0]}`
}

/** One table with its heading. */
export function section(table) {
  return sections[table.kind](table)
}

/** The first column says what, all others are figures: aligned as the formatter of the repository has it. */
function table([head, ...rows]) {
  const widths = head.map((_, i) => Math.max(3, ...[head, ...rows].map((row) => row[i].length)))
  const line = (cells) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[i]))).join(' | ')} |`
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [head, rule, ...rows].map(line).join('\n')
}

/** A ratio with the range that the middle half of the samples gives it. */
function ratio(base, median, spread) {
  const range =
    spread === undefined
      ? ''
      : ` (${spread
          .toReversed()
          .map((each) => (base / each).toFixed(2))
          .join('–')})`
  return `${(base / median).toFixed(2)}×${range}`
}

function ratiosOf({ heading, about, results }) {
  const names = [...new Set(results.flatMap(({ medians }) => Object.keys(medians)))]
  const [base, ...others] = names
  const rows = results.map(({ title, medians, spreads }) => {
    const first = medians[base]
    const cells = others.map((name) => (name in medians ? ratio(first, medians[name], spreads[name]) : ''))
    return [title, shown(first, 'ms'), ...cells]
  })
  return `## ${heading}\n\nSpeed in relation to ${base}; more is faster.${about && ` ${about}`}\n\n${table([['', base, ...others], ...rows])}`
}

function figuresOf({ heading, rows }) {
  const names = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))]
  const limited = rows.some(({ limit }) => limit !== undefined)
  const cells = rows.map(({ title, unit, values, limit }) => [
    title,
    ...names.map((name) => (name in values ? shown(values[name], unit) : '')),
    ...(limited ? [limit === undefined ? '' : shown(limit, unit)] : []),
  ])
  return `## ${heading}\n\nLess is better.\n\n${table([['', ...names, ...(limited ? ["limit of Ottla's"] : [])], ...cells])}`
}

const textsOf = ({ heading, about, rows }) => `## ${heading}\n\n${about}\n\n${table(rows)}`

const sections = { ratios: ratiosOf, figures: figuresOf, texts: textsOf }
