// npm run -s vectors -- FILE… : runs files of cases through the published exports.
import { readdirSync } from 'node:fs'
import { inspect } from 'node:util'
import type { Adapter, Vector, Verdict } from './adapter.js'
import { deviation } from './deviations.js'
import { areaOf, readVectors } from './files.js'

const shownFailures = 10
const timeLimit = 30_000

/** Every module of areas/ exports `areas`: adapters by area. The longest area that the case's begins with is taken. */
async function loadAdapters(): Promise<Map<string, Adapter>> {
  const folder = new URL('areas/', import.meta.url)
  const adapters = new Map<string, Adapter>()
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.js')) continue
    const module = (await import(new URL(name, folder).href)) as { areas?: Readonly<Record<string, Adapter>> }
    for (const [area, adapter] of Object.entries(module.areas ?? {})) adapters.set(area, adapter)
  }
  return adapters
}

function adapterOf(adapters: ReadonlyMap<string, Adapter>, area: string): Adapter | undefined {
  for (let prefix = area; prefix !== ''; prefix = prefix.slice(0, Math.max(prefix.lastIndexOf('.'), 0))) {
    const adapter = adapters.get(prefix)
    if (adapter !== undefined) return adapter
  }
  return undefined
}

async function run(adapter: Adapter | undefined, vector: Vector): Promise<Verdict> {
  const reason = deviation(vector)
  if (reason !== undefined) return { outcome: 'skip', rule: reason }
  if (adapter === undefined) return { outcome: 'skip', rule: 'not built yet' }
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Verdict>((resolve) => {
    timer = setTimeout(
      () => resolve({ outcome: 'fail', expected: 'an end', actual: `none in ${timeLimit} ms` }),
      timeLimit,
    )
  })
  try {
    return await Promise.race([adapter(vector), late])
  } catch (error) {
    return { outcome: 'fail', expected: vector['expected'] ?? 'no exception', actual: error }
  } finally {
    clearTimeout(timer)
  }
}

class Summary {
  readonly outcomes: Map<string, Record<Verdict['outcome'], number>> = new Map()
  readonly rules: Map<string, number> = new Map()

  add(area: string, verdict: Verdict): void {
    const row = this.outcomes.get(area) ?? { pass: 0, fail: 0, skip: 0 }
    row[verdict.outcome]++
    this.outcomes.set(area, row)
    if (verdict.outcome === 'skip') this.#count(`skipped: ${verdict.rule}`)
    if (verdict.outcome === 'pass' && verdict.stricter !== undefined) this.#count(`stricter: ${verdict.stricter}`)
  }

  #count(rule: string): void {
    this.rules.set(rule, (this.rules.get(rule) ?? 0) + 1)
  }

  total(outcome: Verdict['outcome']): number {
    return [...this.outcomes.values()].reduce((sum, row) => sum + row[outcome], 0)
  }

  print(): void {
    const width = Math.max(0, ...[...this.outcomes.keys()].map((area) => area.length))
    for (const [area, row] of [...this.outcomes].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const parts = [`${row.pass} passed`, row.fail > 0 && `${row.fail} failed`, row.skip > 0 && `${row.skip} skipped`]
      console.log(`${area.padEnd(width)}  ${parts.filter(Boolean).join(', ')}`)
    }
    for (const [rule, count] of [...this.rules].sort()) console.log(`${rule}: ${count}`)
    console.log(`${this.total('pass')} passed, ${this.total('fail')} failed, ${this.total('skip')} skipped`)
  }
}

function printFailure(
  area: string,
  vector: Vector,
  { expected, actual }: { expected: unknown; actual: unknown },
): void {
  const name =
    vector.name ??
    ['api', 'type', 'version', 'case', 'mutation', 'path']
      .flatMap((key) => (vector[key] === undefined ? [] : [inspect(vector[key])]))
      .join(' ')
  const show = (value: unknown) => inspect(value, { depth: 12, maxStringLength: 2000, breakLength: 120 })
  console.log(`FAILED ${area}: ${name}\n  expected ${show(expected)}\n  actual   ${show(actual)}`)
}

const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('usage: npm run -s vectors -- FILE…')
  process.exit(2)
}
const adapters = await loadAdapters()
const summary = new Summary()
const shown = new Map<string, number>()
for (const file of files) {
  for (const vector of readVectors(file)) {
    const area = areaOf(vector)
    const verdict = await run(adapterOf(adapters, area), vector)
    summary.add(area, verdict)
    if (verdict.outcome !== 'fail') continue
    const count = (shown.get(area) ?? 0) + 1
    shown.set(area, count)
    if (count <= shownFailures) printFailure(area, vector, verdict)
  }
}
summary.print()
process.exitCode = summary.total('fail') > 0 ? 1 : 0
