import { milliseconds, printable, styled, wrapped } from '../terminal.js'
import { withContext } from './advertised.js'
import { exitCodeOf } from './finding.js'
import type { Output, Style } from '../terminal.js'
import type { Finding, StepName } from './finding.js'

const marks: Readonly<Record<Finding['verdict'], readonly [string, Style]>> = {
  ok: ['✓', 'green'],
  warning: ['!', 'yellow'],
  failed: ['✗', 'red'],
  skipped: ['·', 'dim'],
}

const eraseLine = '\r\x1b[2K'

/** An advertised broker under examination: one line if all is well, else its header and what is not. */
interface Branch {
  readonly broker: string
  readonly node: number
  steps: number
  /** In ms. */
  duration: number
  shown: boolean
}

/**
 * Prints findings as they come, as a tree: the brokers that were named, their steps, and below these the brokers that they
 * advertise. On a terminal also the step that is under way, and for how long.
 */
export class Report {
  readonly #out: Output
  readonly #given = new Set([''])
  #broker = ''
  #branch: Branch | undefined
  #ticking: NodeJS.Timeout | undefined

  constructor(out: Output) {
    this.#out = out
  }

  begin(step: StepName, broker: string, node: number | null): void {
    this.#head(broker, node)
    if (!this.#out.live) return
    this.#erase()
    const what = node === null ? step : `broker ${String(node)}: ${step}`
    const start = performance.now()
    const show = (seconds = ''): unknown => this.#out.write(`  ${styled(this.#out, 'dim', `… ${what}${seconds}`)}`)
    show()
    this.#ticking = setInterval(() => {
      this.#out.write(eraseLine)
      show(` ${String(Math.round((performance.now() - start) / 1000))} s`)
    }, 1000).unref()
  }

  add(finding: Finding, first: string): void {
    this.#head(finding.broker, finding.node)
    this.#erase()
    const branch = this.#branch
    if (!branch) return this.#line(finding, first)
    branch.steps += finding.duration === null ? 0 : 1
    branch.duration += finding.duration ?? 0
    if (!['failed', 'warning'].includes(finding.verdict)) return
    if (!branch.shown) this.#out.write(`  ${this.#mark(finding.verdict)} ${this.#named(branch)}\n`)
    branch.shown = true
    this.#line(finding, first, '    ')
  }

  /** Nothing more comes. */
  end(): void {
    this.#erase()
    const branch = this.#branch
    this.#branch = undefined
    if (!branch || branch.shown) return
    const about = `${String(branch.steps)} steps in ${milliseconds(branch.duration)}`
    this.#out.write(`  ${this.#mark('ok')} ${this.#named(branch)}   ${styled(this.#out, 'dim', about)}\n`)
  }

  #line(finding: Finding, first: string, indent = '  '): void {
    const out = this.#out
    const time = finding.duration === null ? '–' : milliseconds(finding.duration)
    const found = finding.verdict === 'skipped' ? styled(out, 'dim', finding.found) : printable(finding.found)
    const code = finding.code === null ? '' : `${styled(out, 'bold', finding.code)}: `
    const step = `${this.#mark(finding.verdict)} ${finding.step.padEnd(12)}${time.padStart(9)}`
    out.write(`${indent}${step}   ${code}${found}\n`)
    const advice = withContext(finding, first).advice ?? ''
    // What ails one broker ails the others, mostly: it is said once.
    if (this.#given.has(advice)) return
    this.#given.add(advice)
    for (const line of adviceLines(advice, out)) out.write(indent + line)
  }

  #mark(verdict: Finding['verdict']): string {
    const [mark, style] = marks[verdict]
    return styled(this.#out, style, mark)
  }

  #named({ node, broker }: Branch): string {
    return `${`broker ${String(node)}`.padEnd(12)} advertised as ${printable(broker)}`
  }

  #head(broker: string, node: number | null): void {
    const branch = this.#branch
    if (broker === (branch?.broker ?? this.#broker) && node === (branch?.node ?? null)) return
    this.end()
    if (node !== null) {
      this.#branch = { broker, node, steps: 0, duration: 0, shown: false }
      return
    }
    this.#out.write(`${this.#broker === '' ? '' : '\n'}${styled(this.#out, 'bold', printable(broker))}\n`)
    this.#broker = broker
  }

  #erase(): void {
    if (!this.#ticking) return
    clearInterval(this.#ticking)
    this.#ticking = undefined
    this.#out.write(eraseLine)
  }
}

function adviceLines(advice: string, out: Output): string[] {
  const [head = '', ...more] = wrapped(printable(advice), Math.min(out.columns, 110) - 10)
  return [`    ${styled(out, 'yellow', '→')} ${head}\n`, ...more.map((line) => `      ${line}\n`)]
}

/** The step that decides: the first that failed; one of an advertised address counts as such. */
export function decisive(findings: readonly Finding[]): { readonly step: StepName; readonly code: string } | null {
  const failed = findings.find(({ verdict, node }) => verdict === 'failed' && node === null)
  const other = failed ?? findings.find(({ verdict }) => verdict === 'failed')
  return other ? { step: other.node === null ? other.step : 'advertised', code: other.code ?? 'UNEXPECTED' } : null
}

export function exitCode(findings: readonly Finding[]): number {
  const found = decisive(findings)
  return found ? exitCodeOf[found.step] : 0
}
