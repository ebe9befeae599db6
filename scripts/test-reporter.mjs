// A reporter of node:test that writes one line of JSON for each test, for scripts/test.mjs to read.
import { AssertionError } from 'node:assert'
import { inspect } from 'node:util'

/** An error as a person wants to read it: what was thrown, without what node:test wraps around it and Node's own frames. */
function describe(error) {
  const thrown = error?.code === 'ERR_TEST_FAILURE' ? error.cause : error
  const text = thrown instanceof AssertionError ? thrown.stack : inspect(thrown, { depth: 6 })
  return text.replace(/^ +at .*node:internal.*\n?/gm, '').trimEnd()
}

export default async function* report(events) {
  const names = []
  for await (const { type, data } of events) {
    if (type === 'test:start') {
      names.length = data.nesting
      names.push(data.name)
    }
    if (type !== 'test:pass' && type !== 'test:fail') continue
    const suite = data.details.type === 'suite'
    // A parent that fails only because a subtest failed tells nothing new.
    const echo = type === 'test:fail' && data.details.error?.failureType === 'subtestsFailed'
    const result =
      data.skip !== undefined || data.todo !== undefined ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed'
    const name = [...names.slice(0, data.nesting), data.name].join(' › ')
    const error = type === 'test:fail' && result === 'failed' ? describe(data.details.error) : undefined
    yield `${JSON.stringify({ name, suite, echo, result, why: data.skip ?? data.todo, error, line: data.line })}\n`
  }
}
