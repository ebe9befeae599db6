import { milliseconds, printable, styled, wrapped } from '../terminal.js'
import { advertisedAdvice } from './examination.js'
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

/** Prints findings as they come, and on a terminal the step that is under way. */
export class Report {
  readonly #out: Output
  #broker = ''
  #pending = false

  constructor(out: Output) {
    this.#out = out
  }

  begin(step: StepName, broker: string, node: number | null): void {
    this.#head(broker, node)
    if (!this.#out.live) return
    this.#erase()
    this.#out.write(`  ${styled(this.#out, 'dim', `… ${step}`)}`)
    this.#pending = true
  }

  add(finding: Finding, first: string): void {
    const out = this.#out
    this.#head(finding.broker, finding.node)
    this.#erase()
    const [mark, style] = marks[finding.verdict]
    const time = finding.duration === null ? '–' : milliseconds(finding.duration)
    const found = finding.verdict === 'skipped' ? styled(out, 'dim', finding.found) : printable(finding.found)
    const code = finding.code === null ? '' : `${styled(out, 'bold', finding.code)}: `
    out.write(`  ${styled(out, style, mark)} ${finding.step.padEnd(12)}${time.padStart(9)}   ${code}${found}\n`)
    for (const line of adviceLines(finding, first, out)) out.write(line)
  }

  #head(broker: string, node: number | null): void {
    if (broker === this.#broker) return
    this.#erase()
    const about = node === null ? '' : styled(this.#out, 'dim', `  as broker ${String(node)} advertises itself`)
    this.#out.write(`${this.#broker === '' ? '' : '\n'}${styled(this.#out, 'bold', printable(broker))}${about}\n`)
    this.#broker = broker
  }

  #erase(): void {
    if (this.#pending) this.#out.write(eraseLine)
    this.#pending = false
  }
}

function adviceLines(finding: Finding, first: string, out: Output): string[] {
  const { advice } = withContext(finding, first)
  if (advice === null) return []
  const [head = '', ...more] = wrapped(printable(advice), Math.min(out.columns, 110) - 8)
  return [`      ${styled(out, 'yellow', '→')} ${head}\n`, ...more.map((line) => `        ${line}\n`)]
}

/** A finding of an advertised address, with the advice that concerns advertising. */
export function withContext(finding: Finding, first: string): Finding {
  if (finding.node === null || finding.verdict !== 'failed' || !['dns', 'tcp'].includes(finding.step)) return finding
  const at = finding.broker.lastIndexOf(':')
  const address = {
    host: finding.broker.slice(0, at).replace(/^\[|\]$/g, ''),
    port: Number(finding.broker.slice(at + 1)),
  }
  return { ...finding, advice: `${advertisedAdvice(address, first)} ${finding.advice ?? ''}`.trim() }
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
