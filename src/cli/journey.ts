import { milliseconds, printable, styled } from './terminal.js'
import type { ConnectionEvents } from '../connection/events.js'
import type { Phase } from '../errors.js'
import type { Output, Style } from './terminal.js'

/** One phase of connecting that ended well. */
export interface Step {
  readonly phase: Phase
  /** In ms. */
  readonly duration: number
  readonly detail: string | null
}

/** Remembers the phases as they end, and tells `onStep` of each at once. */
export function follow(events: ConnectionEvents, onStep: (step: Step) => void = () => undefined): readonly Step[] {
  const steps: Step[] = []
  events.on('phase', ({ phase, duration, detail, address }) => {
    const step = { phase, duration, detail: detail ?? address ?? null }
    steps.push(step)
    onStep(step)
  })
  return steps
}

/** One line for a phase that ended well. */
export function stepLine({ phase, duration, detail }: Step, output: Output): string {
  const time = milliseconds(duration).padStart(9)
  const about = detail === null ? '' : styled(output, 'dim', printable(detail))
  return `  ${styled(output, 'green', '✓')} ${phase.padEnd(15)}${time}   ${about}`.trimEnd() + '\n'
}

/** One line for the phase that failed. */
export function failedLine(phase: Phase, output: Output): string {
  return `  ${styled(output, 'red', '✗')} ${phase}\n`
}

/** A login, from the name to the end of the exchange. */
export interface Journey {
  readonly mechanism: string
  readonly steps: readonly Step[]
  /** Who the client is to the broker. */
  readonly principal: string
  /** What else there is to tell, a line each. */
  readonly notes: readonly string[]
}

const colors: Readonly<Partial<Record<Phase, Style>>> = {
  dns: 'blue',
  tcp: 'cyan',
  tls: 'magenta',
  'api-versions': 'yellow',
  'sasl-handshake': 'green',
  'sasl-exchange': 'red',
}
const columns = Object.keys(colors) as readonly Phase[]
const indent = ' '.repeat(18)

/** The head of a table of journeys: the phases, in the colours of the bars below. */
export function journeyHead(output: Output): string {
  const names = columns.map((phase) =>
    styled(output, colors[phase] ?? 'dim', shortName(phase).padStart(columnWidth(phase))),
  )
  return `${indent}${names.join('')}      total\n`
}

/** A journey in a row; where there is colour, a bar below it shows the share of every phase. */
export function journeyRow({ mechanism, steps, principal, notes }: Journey, output: Output): string {
  const cells = columns.map((phase) => {
    const step = steps.find((one) => one.phase === phase)
    return (step ? figures(step.duration) : '–').padStart(columnWidth(phase))
  })
  const row = `  ${styled(output, 'bold', mechanism.padEnd(16))}${cells.join('')}${figures(total(steps)).padStart(11)}   ${principal}`
  const lines = [
    row,
    ...(output.color ? [indent + bar(steps, output)] : []),
    ...notes.map((note) => indent + printable(note)),
  ]
  return `${lines.join('\n')}\n`
}

function shortName(phase: Phase): string {
  return phase.replace('sasl-', '')
}

function columnWidth(phase: Phase): number {
  return Math.max(shortName(phase).length, 4) + 3
}

function figures(ms: number): string {
  return milliseconds(ms).replace(' ms', '')
}

function bar(steps: readonly Step[], output: Output): string {
  const width = 69
  const sum = total(steps)
  let [from, until] = [0, 0]
  return steps
    .map(({ phase, duration }) => {
      from = until
      until += (duration / sum) * width
      return styled(output, colors[phase] ?? 'dim', '━'.repeat(Math.round(until) - Math.round(from)))
    })
    .join('')
}

/** Milliseconds of all steps together. */
export function total(steps: readonly Step[]): number {
  return steps.reduce((sum, { duration }) => sum + duration, 0)
}
