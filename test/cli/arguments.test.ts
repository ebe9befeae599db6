import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closest, parse, parseDuration, parseEndpoint, parsePairs } from '#src/cli/arguments.js'
import { CommandLineError } from '#src/cli/command.js'

const flags = {
  tls: { type: 'boolean', help: '' },
  username: { type: 'string', short: 'u', value: 'NAME', help: '' },
  extension: { type: 'string', multiple: true, value: 'K=V', help: '' },
} as const

/** The message of the CommandLineError that `act` throws. */
function complaint(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof CommandLineError) return error.message
    throw error
  }
  return 'no complaint'
}

test('flags and the rest of a command line', () => {
  const { values, rest } = parse(
    ['a:1', '--tls', '-u', 'alice', '--extension', 'k=v', '--extension=l=', '--', '-x'],
    flags,
  )
  assert.deepEqual({ ...values }, { tls: true, username: 'alice', extension: ['k=v', 'l='] })
  assert.deepEqual(rest, ['a:1', '-x'])
})

test('a flag that is unknown, empty, without its value, with one too many or repeated is named', () => {
  assert.equal(
    complaint(() => parse(['--usrname', 'a'], flags)),
    'there is no option --usrname; did you mean --username?',
  )
  assert.equal(
    complaint(() => parse(['--nothing-like-it'], flags)),
    'there is no option --nothing-like-it',
  )
  assert.equal(
    complaint(() => parse(['-x'], flags)),
    'there is no option -x',
  )
  assert.equal(
    complaint(() => parse(['--username'], flags)),
    '--username needs a value: --username NAME',
  )
  assert.equal(
    complaint(() => parse(['--username', '--tls'], flags)),
    '--username needs a value: --username NAME',
  )
  assert.equal(
    complaint(() => parse(['--username='], flags)),
    '--username is empty',
  )
  assert.equal(
    complaint(() => parse(['--tls=yes'], flags)),
    '--tls takes no value',
  )
  assert.equal(
    complaint(() => parse(['--username', 'a', '--username', 'b'], flags)),
    '--username stands twice',
  )
})

test('the name that was probably meant', () => {
  assert.equal(closest('conect', ['connect', 'demo']), 'connect')
  assert.equal(closest('dem', ['connect', 'demo']), 'demo')
  assert.equal(closest('zzz', ['connect', 'demo']), undefined)
})

test('endpoints', () => {
  assert.deepEqual(parseEndpoint('kafka.example.com:9093'), { host: 'kafka.example.com', port: 9093 })
  assert.deepEqual(parseEndpoint('localhost'), { host: 'localhost', port: 9092 })
  assert.deepEqual(parseEndpoint('[::1]:1'), { host: '::1', port: 1 })
  assert.deepEqual(parseEndpoint('[fe80::1%eth0]'), { host: 'fe80::1%eth0', port: 9092 })
  for (const text of [
    '',
    ':9092',
    'a:0',
    'a:65536',
    'a:x',
    '::1',
    'http://a:1',
    'a b:1',
    'u@a:1',
    'a:1,b:2',
    '[a.b]:1',
  ]) {
    assert.match(
      complaint(() => parseEndpoint(text)),
      /is no HOST:PORT/,
      text,
    )
  }
})

test('durations', () => {
  assert.equal(parseDuration('timeout', '10s'), 10_000)
  assert.equal(parseDuration('timeout', '1.5s'), 1500)
  assert.equal(parseDuration('timeout', '250ms'), 250)
  assert.equal(parseDuration('timeout', '250'), 250)
  assert.equal(parseDuration('timeout', '2m'), 120_000)
  for (const text of ['', '0', '-1', '1h', 's', '1e3', '10 s', '99999m']) {
    assert.match(
      complaint(() => parseDuration('timeout', text)),
      /^--timeout .*is no duration/,
      text,
    )
  }
})

test('pairs keep everything behind the first equals sign', () => {
  assert.deepEqual(parsePairs('extension', ['a=1', 'b=x=y', 'c=']), { a: '1', b: 'x=y', c: '' })
  assert.deepEqual(Object.keys(parsePairs('extension', ['__proto__=1'])), ['__proto__'])
  assert.match(
    complaint(() => parsePairs('extension', ['a'])),
    /is no NAME=VALUE/,
  )
  assert.match(
    complaint(() => parsePairs('extension', ['=a'])),
    /is no NAME=VALUE/,
  )
  assert.match(
    complaint(() => parsePairs('extension', ['a=1', 'a=2'])),
    /a stands twice/,
  )
})
