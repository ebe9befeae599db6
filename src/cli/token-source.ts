import { credentialRequest } from '../sasl/credentials.js'
import { parseClientInitialResponse } from '../sasl/oauthbearer/grammar.js'
import { CommandLineError } from './command.js'
import { targetsFromConfig, targetsFromEnvironment } from './config-options.js'
import { readBytes, readSecret } from './secrets.js'
import type { ClientMechanism, Peer } from '../sasl/mechanism.js'
import type { Targets } from './config-options.js'
import type { Terminal } from './terminal.js'

/** A token, and what travels with it. */
export interface Given {
  readonly token: string
  readonly extensions: Readonly<Record<string, string>>
  /** Where it comes from, for a person. */
  readonly source: string
}

/** The flags that say where a token comes from. */
export interface SourceValues {
  readonly config: string | undefined
  readonly env: true | undefined
  readonly 'token-file': string | undefined
  readonly 'token-env': string | undefined
  readonly 'token-endpoint': string | undefined
  readonly issuer: string | undefined
  readonly 'client-id': string | undefined
  readonly 'client-secret-file': string | undefined
  readonly 'client-secret-env': string | undefined
  readonly scope: string | undefined
  readonly audience: string | undefined
  readonly ca: string | undefined
}

/** @throws CommandLineError for no source, or several; what fetching throws */
export async function tokenOf(values: SourceValues, terminal: Terminal): Promise<Given> {
  const { config, env } = values
  const sources = (['config', 'env', 'token-file', 'token-env', 'client-id'] as const).filter(
    (name) => values[name] !== undefined,
  )
  const [source, other] = sources
  if (other !== undefined) throw new CommandLineError(`--${source ?? ''} and --${other} exclude each other`)
  if (config !== undefined) return fromConfig(await targetsFromConfig(config, anywhere, terminal), config, terminal)
  if (env) return fromConfig(await targetsFromEnvironment(anywhere, terminal), 'the KAFKA_… variables', terminal)
  if (source === 'token-file' || source === 'token-env') {
    const token = await readSecret(terminal, { what: 'token', file: values['token-file'], env: values['token-env'] })
    return { token: token.trim(), extensions: {}, source: `--${source}` }
  }
  if (source === 'client-id') return fetched(values, terminal)
  const token = (await terminal.readInput()).toString('utf8').trim()
  if (token === '')
    throw new CommandLineError('no token: give --config, --token-file, --client-id, or the token by the input')
  return { token, extensions: {}, source: 'the input' }
}

/** A token needs no broker. */
const anywhere = [{ host: 'localhost', port: 9092 }] as const

async function fromConfig({ options }: Targets, source: string, { signal }: Terminal): Promise<Given> {
  const sasl = options.sasl as ClientMechanism | undefined
  if (sasl?.name !== 'OAUTHBEARER') {
    throw new CommandLineError(`${source} logs in with ${sasl?.name ?? 'nothing'}: only OAUTHBEARER has tokens`)
  }
  const peer: Peer = { ...anywhere[0], secure: true }
  const session = await sasl.start(peer, signal)
  try {
    const { token = new Uint8Array(0) } = await session.next(null)
    const { extensions, token: value } = parseClientInitialResponse(token)
    return { token: value, extensions: Object.fromEntries(extensions), source }
  } finally {
    session.dispose?.()
  }
}

async function fetched(values: SourceValues, terminal: Terminal): Promise<Given> {
  const { issuer, scope, audience, 'token-endpoint': tokenEndpoint, 'client-id': clientId = '' } = values
  if (issuer === undefined && tokenEndpoint === undefined) {
    throw new CommandLineError('--client-id needs --token-endpoint URL or --issuer URL')
  }
  const clientSecret = await readSecret(terminal, {
    what: 'client-secret',
    file: values['client-secret-file'],
    env: values['client-secret-env'],
  })
  const { clientCredentials } = await import('../oauth/client-credentials.js')
  const http = await httpOf(values, terminal)
  const source = clientCredentials({ clientId, clientSecret, issuer, tokenEndpoint, scope, audience, http })
  const given = await source.token(credentialRequest('OAUTHBEARER', { ...anywhere[0], secure: true }, terminal.signal))
  const token = typeof given === 'string' ? given : given.token
  return { token, extensions: {}, source: tokenEndpoint ?? issuer ?? '' }
}

/** TLS towards token endpoint and keys. */
export async function httpOf({ ca }: Pick<SourceValues, 'ca'>, terminal: Terminal): Promise<{ tls?: { ca: Buffer } }> {
  return ca === undefined ? {} : { tls: { ca: await readBytes(terminal, 'ca', ca) } }
}
