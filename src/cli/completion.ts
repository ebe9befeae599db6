import { apis } from '../messages/apis.js'
import { parse } from './arguments.js'
import { CommandLineError, exitCodes } from './command.js'
import type { Command, Flag } from './command.js'

/** A command with its line in `ottla --help`. */
export interface Listed {
  readonly command: Command
  readonly summary: string
}

const shells = ['bash', 'zsh', 'fish'] as const

/** `ottla completion`: the tables of all commands as a script for a shell. */
export function completionOf(load: () => Promise<readonly Listed[]>): Command {
  return {
    name: 'completion',
    usage: 'bash|zsh|fish',
    about:
      'Prints a script that lets a shell complete commands, options and their values. It is made of the same tables as the help.',
    flags: {},
    words: shells,
    examples: [
      'source <(ottla completion bash)',
      'ottla completion zsh > "${fpath[1]}/_ottla"',
      'ottla completion fish > ~/.config/fish/completions/ottla.fish',
    ],
    async run(args, { out }) {
      const [name] = parse(args, {}).rest
      const shell = shells.find((one) => one === name)
      if (shell === undefined) throw new CommandLineError(`ottla completion ${shells.join('|')}`)
      const all = await load()
      out.write(scripts[shell]([...all, helpAbout(all)]))
      return exitCodes.ok
    },
  }
}

/** `ottla help`, which is no command of its own. */
function helpAbout(all: readonly Listed[]): Listed {
  const words = all.map(({ command }) => command.name)
  const run = (): Promise<number> => Promise.resolve(exitCodes.ok)
  return {
    summary: 'tells all about a command',
    command: { name: 'help', usage: 'COMMAND', about: '', flags: {}, examples: [], words, run },
  }
}

/** What may follow a command as its first word. */
function wordsOf({ name, words = [] }: Command): readonly string[] {
  return name === 'request' ? apis.map((api) => api.name) : words
}

function namesOf(command: Command): string[] {
  return [
    ...Object.entries(command.flags).flatMap(([name, { short }]) => [...(short ? [`-${short}`] : []), `--${name}`]),
    '-h',
    '--help',
  ]
}

function isFile({ type, value = '' }: Flag): boolean {
  return type === 'string' && value.includes('FILE')
}

function bash(all: readonly Listed[]): string {
  const values = all.flatMap(({ command }) =>
    Object.entries(command.flags).flatMap(([name, flag]) => {
      if (flag.type === 'boolean') return []
      const when = [`'${command.name} --${name}'`, ...(flag.short ? [`'${command.name} -${flag.short}'`] : [])].join(
        ' | ',
      )
      if (isFile(flag)) return [`    ${when}) compopt -o filenames; COMPREPLY=($(compgen -f -- "$word")); return ;;`]
      return [`    ${when}) COMPREPLY=($(compgen -W '${(flag.choices ?? []).join(' ')}' -- "$word")); return ;;`]
    }),
  )
  const cases = all.map(
    ({ command }) =>
      `    ${command.name}) options='${namesOf(command).join(' ')}'; words='${wordsOf(command).join(' ')}' ;;`,
  )
  return `# Completion of ottla for bash: source <(ottla completion bash)
_ottla() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} command=\${COMP_WORDS[1]} options='' words=''
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W '${all.map(({ command }) => command.name).join(' ')} --help --version' -- "$word"))
    return
  fi
  case "$command $before" in
${values.join('\n')}
  esac
  case $command in
${cases.join('\n')}
  esac
  [[ $word == -* ]] && words=$options
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -F _ottla ottla
`
}

function zsh(all: readonly Listed[]): string {
  const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
  const escaped = (text: string): string => text.replace(/[[\]:\\]/g, '\\$&')
  const option = ([name, flag]: readonly [string, Flag]): string => {
    const many = flag.multiple ? '*' : flag.short ? `(-${flag.short} --${name})` : ''
    const names = flag.short ? `${quoted(many)}{-${flag.short},--${name}}` : quoted(`${many}--${name}`)
    const action = isFile(flag) ? '_files' : flag.choices ? `(${flag.choices.join(' ')})` : ' '
    return (
      names +
      quoted(`[${escaped(flag.help)}]${flag.type === 'string' ? `:${escaped(flag.value ?? 'VALUE')}:${action}` : ''}`)
    )
  }
  const cases = all.map(({ command }) => {
    const words = wordsOf(command)
    const first = words.length > 0 ? [quoted(`1: :(${words.join(' ')})`)] : []
    const specs = [
      ...Object.entries(command.flags).map(option),
      quoted('(-h --help)') + "{-h,--help}'[A short help]'",
      ...first,
    ]
    return `    ${command.name})\n      _arguments ${specs.join(' \\\n        ')} ;;`
  })
  return `#compdef ottla
_ottla() {
  if ((CURRENT == 2)); then
    local -a commands=(
${all.map(({ command, summary }) => `      ${quoted(`${command.name}:${escaped(summary)}`)}`).join('\n')}
    )
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
${cases.join('\n')}
  esac
}
if [[ $funcstack[1] == _ottla ]]; then _ottla "$@"; else compdef _ottla ottla; fi
`
}

function fish(all: readonly Listed[]): string {
  const quoted = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`
  const lines = all.flatMap(({ command, summary }) => {
    const there = `-n ${quoted(`__fish_seen_subcommand_from ${command.name}`)}`
    const words = wordsOf(command)
    return [
      `complete -c ottla -n __fish_use_subcommand -a ${command.name} -d ${quoted(summary)}`,
      ...(words.length > 0 ? [`complete -c ottla ${there} -a ${quoted(words.join(' '))}`] : []),
      ...Object.entries(command.flags).map(([name, flag]) => {
        const value =
          flag.type === 'boolean' ? '' : isFile(flag) ? ' -r -F' : ` -x -a ${quoted((flag.choices ?? []).join(' '))}`
        return `complete -c ottla ${there} -l ${name}${flag.short ? ` -s ${flag.short}` : ''}${value} -d ${quoted(flag.help)}`
      }),
    ]
  })
  return `# Completion of ottla for fish\ncomplete -c ottla -f\n${lines.join('\n')}\n`
}

const scripts: Readonly<Record<(typeof shells)[number], (all: readonly Listed[]) => string>> = { bash, zsh, fish }
