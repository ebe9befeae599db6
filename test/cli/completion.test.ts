import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { everyCommand } from '#src/cli/commands.js'
import { manualRoff } from '#src/cli/roff.js'
import { run } from '#src/cli/run.js'
import { fakeTerminal } from './terminal.js'

async function ottla(...args: readonly string[]): Promise<string> {
  const terminal = fakeTerminal()
  assert.equal(await run(args, terminal), 0, terminal.written.err)
  return terminal.written.out
}

function has(shell: string): boolean {
  return spawnSync(shell, ['--version']).status === 0
}

test(
  'bash completes commands, options, and values, by its own account',
  { skip: has('bash') ? false : 'bash is not installed' },
  async () => {
    const script = await ottla('completion', 'bash')
    const complete = (...words: readonly string[]): string[] => {
      const quoted = words.map((word) => `'${word}'`).join(' ')
      const ask = `COMP_WORDS=(ottla ${quoted}); COMP_CWORD=${words.length}; compopt() { :; }; _ottla; printf '%s\\n' "\${COMPREPLY[@]}"`
      const { stdout, stderr } = spawnSync('bash', ['-c', `${script}\n${ask}`], { encoding: 'utf8' })
      assert.equal(stderr, '')
      return stdout.split('\n').filter(Boolean)
    }
    assert.deepEqual(complete('de'), ['demo', 'decode'])
    assert.deepEqual(complete('doctor', '--password-'), ['--password-file', '--password-env'])
    assert.deepEqual(complete('doctor', '-u', ''), [])
    assert.deepEqual(complete('connect', '--mechanism', 'SCRAM'), ['SCRAM-SHA-256', 'SCRAM-SHA-512'])
    assert.deepEqual(complete('request', 'DescribeCl'), ['DescribeClientQuotas', 'DescribeCluster'])
    assert.deepEqual(complete('completion', ''), ['bash', 'zsh', 'fish'])
    assert.deepEqual(complete('help', 'sc'), ['scram'])
    assert.ok(complete('connect', '--ca', '/etc/').length > 0)
  },
)

for (const [shell, args] of [
  ['zsh', ['-n']],
  ['fish', ['--no-execute']],
] as const) {
  test(`${shell} takes its script`, { skip: has(shell) ? false : `${shell} is not installed` }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ottla-completion-'))
    try {
      const file = join(folder, `ottla.${shell}`)
      writeFileSync(file, await ottla('completion', shell))
      const { status, stderr } = spawnSync(shell, [...args, file], { encoding: 'utf8' })
      assert.equal(`${String(status)}${stderr}`, '0')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
}

test('every option of every command is in every script', async () => {
  const scripts = await Promise.all(['bash', 'zsh', 'fish'].map((shell) => ottla('completion', shell)))
  for (const { command } of await everyCommand()) {
    for (const flag of Object.keys(command.flags)) {
      const [bash = '', zsh = '', fish = ''] = scripts
      assert.match(bash, new RegExp(`${command.name}\\) options='[^']*--${flag}\\b`))
      assert.match(zsh, new RegExp(`--${flag}(?:'|\\})'\\[`))
      assert.match(fish, new RegExp(`__fish_seen_subcommand_from ${command.name}' -l ${flag}\\b`))
    }
  }
})

test('the page for man has every command and option, and groff has no objection', async () => {
  const all = await everyCommand()
  const page = manualRoff(all, 'ottla 0')
  for (const { command } of all) {
    assert.ok(page.includes(`.SH OTTLA ${command.name.toUpperCase()}\n`))
    for (const flag of Object.keys(command.flags))
      assert.ok(page.includes(`\\-\\-${flag.replaceAll('-', '\\-')}`), flag)
  }
  assert.doesNotMatch(page, /[^\n\x20-\x7e]/)
  if (!has('groff')) return
  const { stderr, stdout } = spawnSync('groff', ['-man', '-Tutf8', '-ww'], { encoding: 'utf8', input: page })
  assert.equal(stderr, '')
  assert.match(stdout, /\S/)
})

test('a shell that is not known', async () => {
  const terminal = fakeTerminal()
  assert.equal(await run(['completion', 'tcsh'], terminal), 2)
  assert.match(terminal.written.err, /ottla completion bash\|zsh\|fish/)
})

test('the manual of every command has all its parts, and what it names exists', async () => {
  const all = await everyCommand()
  const names = all.map(({ command }) => command.name)
  for (const { command } of all) {
    const page = await ottla('help', command.name)
    const titles = [...page.matchAll(/^[A-Z][A-Z ]+$/gm)].map(([title]) => title)
    assert.deepEqual(
      titles,
      ['NAME', 'SYNOPSIS', 'DESCRIPTION', 'OPTIONS', 'EXIT STATUS', 'ENVIRONMENT', 'EXAMPLES', 'SEE ALSO'],
      command.name,
    )
    assert.ok(command.examples.length > 0, `${command.name} has an example`)
    for (const example of command.examples) assert.match(example, new RegExp(`\\bottla ${command.name}\\b`))
    for (const flag of Object.keys(command.flags)) assert.match(page, new RegExp(`--${flag}\\b`))
    for (const other of command.see ?? []) assert.ok(names.includes(other), other)
    assert.ok(page.split('\n').every((line) => line.length <= 130))
  }
  assert.match(await ottla('help', 'doctor'), /\n {7}13\n {14}The step protocol failed first\./)
  assert.match(await ottla('help', 'connect'), /--mechanism NAME\n[^]*Kafka:\s+sasl\.mechanism\./)
})
