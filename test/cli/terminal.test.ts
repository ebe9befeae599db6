import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { explanation, fault } from '#src/cli/explain.js'
import { readSecret } from '#src/cli/secrets.js'
import { milliseconds, printable, styled, wrapped } from '#src/cli/terminal.js'
import { AuthenticationError, BrokerError } from '#src/errors.js'
import { fakeTerminal } from './terminal.js'

test('styles show only where the output has colour', () => {
  assert.equal(styled({ color: true }, 'red', 'x'), '\x1b[31mx\x1b[39m')
  assert.equal(styled({ color: false }, 'red', 'x'), 'x')
})

test('what a peer wrote cannot command the terminal', () => {
  assert.equal(printable('a\x1b]0;title\x07b\nc\u202ed'), 'a\\u001b]0;title\\u0007b c\\u202ed')
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[\x00-\x1f\x7f-\x9f]/.test(printable(text))))
})

test('wrapping loses no word and keeps to the width where words allow it', () => {
  assert.deepEqual(wrapped('one two three', 7), ['one two', 'three'])
  assert.deepEqual(wrapped('', 7), [])
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 })
  fc.assert(
    fc.property(words, fc.integer({ min: 12, max: 60 }), (list, width) => {
      const lines = wrapped(list.join(' '), width)
      assert.deepEqual(lines.join(' ').split(' '), list)
      assert.ok(lines.every((line) => line.length <= width))
    }),
  )
})

test('durations have three digits', () => {
  assert.deepEqual([0.1234, 9.996, 12.34, 99.96, 1234, 12_345].map(milliseconds), [
    '0.12 ms',
    '10.0 ms',
    '12.3 ms',
    '100 ms',
    '1234 ms',
    '12.3 s',
  ])
})

test('an error is told with its place, its causes and the way out', () => {
  const cause = new Error('socket hang up', { cause: new Error('socket hang up') })
  const error = new AuthenticationError('AUTHENTICATION_FAILED', 'The broker refused the login: \x1b[31mno', {
    phase: 'sasl-exchange',
    broker: 'localhost:9092',
    mechanism: 'PLAIN',
    hint: 'Check the password.',
    cause,
  })
  const { out } = fakeTerminal({ columns: 60 })
  assert.equal(
    explanation(error, out),
    [
      '✗ AUTHENTICATION_FAILED in sasl-exchange at localhost:9092',
      '  The broker refused the login: \\u001b[31mno (socket hang',
      '  up)',
      '  → Check the password.',
      '',
    ].join('\n'),
  )
  assert.deepEqual(fault(error), {
    code: 'AUTHENTICATION_FAILED',
    phase: 'sasl-exchange',
    broker: 'localhost:9092',
    message: error.message,
    hint: 'Check the password.',
    retriable: false,
    mechanism: 'PLAIN',
    errorCode: null,
    causes: ['socket hang up'],
  })
  assert.equal(fault(new BrokerError({ errorCode: 3, errorName: 'X' }, 'x')).errorCode, 3)
  assert.equal(fault('text').code, 'UNEXPECTED')
})

test('a secret comes from a file, a variable or a question, and from one of them only', async () => {
  const source = { what: 'password', file: undefined, env: undefined }
  const terminal = fakeTerminal({
    files: { p: 'from file\r\n', empty: '\n' },
    env: { P: 'from env', E: '' },
    secret: 'asked',
  })
  assert.equal(await readSecret(terminal, { ...source, file: 'p' }), 'from file')
  assert.equal(await readSecret(terminal, { ...source, env: 'P' }), 'from env')
  assert.equal(await readSecret(terminal, source), 'asked')
  const refused: [Partial<typeof source> | { file: string } | { env: string }, RegExp][] = [
    [{ file: 'p', env: 'P' }, /exclude each other/],
    [{ file: 'nowhere' }, /--password-file nowhere cannot be read: ENOENT: no such file or directory$/],
    [{ file: 'empty' }, /the file empty is empty/],
    [{ env: 'NONE' }, /the variable NONE is not set/],
    [{ env: 'E' }, /the variable E is empty/],
  ]
  for (const [part, message] of refused) {
    await assert.rejects(readSecret(terminal, { ...source, ...part }), { name: 'CommandLineError', message })
  }
  await assert.rejects(readSecret(fakeTerminal(), source), { message: /no password: give --password-file/ })
})
