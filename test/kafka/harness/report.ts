import { inspect } from 'node:util'
import { AssertionError } from 'node:assert'
import type { TestsStream } from 'node:test'

/** Of a group: how many tests it has had so far. */
interface Group {
  readonly name: string
  passed: number
  failed: number
}

export interface Counts {
  passed: number
  failed: number
}

/** Prints a line for each group as it ends, with its time, and everything about what failed. */
export function report(stream: TestsStream, say: (text: string) => void): Counts {
  const counts: Counts = { passed: 0, failed: 0 }
  const path: Group[] = []
  stream.on('test:start', ({ name, nesting }) => {
    path.length = nesting
    path.push({ name, passed: 0, failed: 0 })
  })
  stream.on('test:pass', ({ nesting, details }) => {
    if (details.type !== 'suite') count(path, nesting, 'passed')
    else ended(path[nesting], details.duration_ms)
  })
  stream.on('test:fail', ({ nesting, details }) => {
    const names = path.slice(0, nesting + 1).map(({ name }) => name)
    if (details.type !== 'suite' || !onlyForItsTests(details.error)) {
      count(path, nesting, 'failed')
      say(`FAILED ${names.join(' › ')}\n${indent(explain(details.error))}`)
    }
    if (details.type === 'suite') ended(path[nesting], details.duration_ms)
  })
  stream.on('test:diagnostic', ({ nesting, message }) => {
    if (nesting > 0) say(`  ${message}`)
  })
  return counts

  function count(groups: readonly Group[], nesting: number, what: 'passed' | 'failed'): void {
    counts[what]++
    const group = groups[nesting - 1]
    if (group !== undefined) group[what]++
  }

  function ended(group: Group | undefined, duration: number): void {
    if (group === undefined || group.passed + group.failed === 0) return
    const failed = group.failed === 0 ? '' : `, ${group.failed} failed`
    say(
      `${group.failed === 0 ? '✔' : '✖'} ${group.name}: ${group.passed} passed${failed}, ${(duration / 1000).toFixed(1)} s`,
    )
  }
}

/** A group that fails because of a test in it tells nothing new. */
function onlyForItsTests(error: Error): boolean {
  return 'failureType' in error && error.failureType === 'subtestsFailed'
}

function explain(error: Error & { cause?: unknown }): string {
  const thrown = error.cause ?? error
  const text = thrown instanceof AssertionError ? (thrown.stack ?? thrown.message) : inspect(thrown, { depth: 6 })
  return text.replace(/^ +at .*node:internal.*\n?/gm, '').trimEnd()
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ')
}
