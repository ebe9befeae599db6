import { scramAlgorithm } from '../sasl/scram/algorithm.js'
import { ScramCredential } from '../sasl/scram/credential.js'
import { parse } from './arguments.js'
import { CommandLineError, exitCodes } from './command.js'
import { readSecret } from './secrets.js'
import type { ScramMechanismName } from '../sasl/scram/algorithm.js'
import type { Command } from './command.js'

const flags = {
  mechanism: { type: 'string', value: 'NAME', help: 'SCRAM-SHA-256 or SCRAM-SHA-512 (default: SCRAM-SHA-512)' },
  iterations: { type: 'string', value: 'N', help: 'How often the password is stretched (default: 4096)' },
  'password-file': { type: 'string', value: 'FILE', help: 'File that holds the password' },
  'password-env': {
    type: 'string',
    value: 'VAR',
    help: 'Variable that holds the password; without either, ottla asks',
  },
} as const

/** `ottla scram`: what a broker stores of a password. */
export const scram: Command = {
  name: 'scram',
  usage: '[options]',
  about:
    "Makes a stored SCRAM credential of a password, in Kafka's text form, for kafka-storage format --add-scram, or for a credential store of ottla/server. It checks a password and cannot log in; keep it secret all the same: with its server key one can play the server.",
  flags,
  examples: ['ottla scram --password-file ./password', 'ottla scram --mechanism SCRAM-SHA-256 --iterations 8192'],
  async run(args, terminal) {
    const { values, rest } = parse(args, flags)
    if (rest.length > 0)
      throw new CommandLineError('ottla scram takes options only: a password has no place on a command line')
    const mechanism = mechanismNamed(values.mechanism ?? 'SCRAM-SHA-512')
    const iterations = Number(values.iterations ?? 4096)
    if (!Number.isInteger(iterations))
      throw new CommandLineError(`--iterations ${values.iterations ?? ''} is no whole number`)
    const source = { what: 'password', file: values['password-file'], env: values['password-env'] }
    const credential = await ScramCredential.generate(mechanism, await readSecret(terminal, source), { iterations })
    terminal.out.write(`${credential.format()}\n`)
    return exitCodes.ok
  },
}

function mechanismNamed(text: string): ScramMechanismName {
  const name = text.toUpperCase()
  if (name === 'SCRAM-SHA-256' || name === 'SCRAM-SHA-512') return scramAlgorithm(name).name
  throw new CommandLineError(`--mechanism ${text}: SCRAM-SHA-256 and SCRAM-SHA-512 have stored credentials`)
}
