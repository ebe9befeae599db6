// What the benchmarks wrote, as a part of the page on performance: the tables of bench/RESULTS.md, each below its chart, and
// those of bench/KAFKA.md.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'

const root = new URL('../../', import.meta.url).pathname
const charts = `${root}bench/charts`
const shown = `${root}docs/public/charts`

/** `![…](…)` twice, of which the page shows the one that suits its colours. */
function picture(name, heading) {
  const at = (theme) => `![${heading}](/charts/${name}-${theme}.svg){.only-${theme}}`
  return `${at('light')}${at('dark')}`
}

/** The charts that belong to a heading: their names are made of it. */
function withCharts(text, names) {
  return text.replaceAll(/^## (.+)$/gm, (line, heading) => {
    const name = heading.toLowerCase().replaceAll(/[^a-z]+/g, '-')
    return names.has(`${name}-light.svg`) && names.has(`${name}-dark.svg`)
      ? `${line}\n\n${picture(name, heading)}`
      : line
  })
}

/** Writes docs/.generated/performance.md and docs/public/charts. */
export function writeFigures() {
  const results = `${root}bench/RESULTS.md`
  const kafka = `${root}bench/KAFKA.md`
  rmSync(shown, { recursive: true, force: true })
  const names = new Set(existsSync(charts) ? readdirSync(charts) : [])
  if (names.size > 0) {
    mkdirSync(shown, { recursive: true })
    cpSync(charts, shown, { recursive: true })
  }
  const text = existsSync(results)
    ? withCharts(readFileSync(results, 'utf8').replace(/^# .*\n+/, ''), names)
    : 'Nothing was measured for this copy of the site: `npm run bench` does it.'
  // its headings one level lower: there it is a page of its own
  const beside = existsSync(kafka) ? `\n${readFileSync(kafka, 'utf8').replaceAll(/^#/gm, '##')}` : ''
  writeFileSync(`${root}docs/.generated/performance.md`, text + beside)
}
