import { oauthBearer } from '../sasl/oauthbearer/client.js'
import { gssapi } from '../sasl/gssapi/client.js'
import { plain } from '../sasl/plain.js'
import { scramSha256, scramSha512 } from '../sasl/scram/client.js'
import { parseDuration, parseEndpoints, parsePairs } from './arguments.js'
import { CommandLineError } from './command.js'
import { targetsFromConfig, targetsFromEnvironment } from './config-options.js'
import { readBytes, readSecret } from './secrets.js'
import type { ClientMechanism } from '../sasl/mechanism.js'
import type { ConnectOptions } from '../connection/options.js'
import type { Values } from './arguments.js'
import type { Targets } from './config-options.js'
import type { Terminal } from './terminal.js'

/** How to reach a broker and log in to it: the flags of every command that dials. */
export const brokerFlags = {
  tls: {
    type: 'boolean',
    help: 'Encrypt with TLS; so do --ca, --cert, --servername and --insecure',
    property: 'security.protocol',
  },
  ca: {
    type: 'string',
    value: 'FILE',
    help: 'Certificate authorities to trust, PEM (default: those of Node)',
    property: 'ssl.truststore.location',
  },
  cert: {
    type: 'string',
    value: 'FILE',
    help: 'Client certificate for mutual TLS, PEM, with --key',
    property: 'ssl.keystore.certificate.chain',
  },
  key: { type: 'string', value: 'FILE', help: 'Its private key, PEM', property: 'ssl.keystore.key' },
  servername: { type: 'string', value: 'NAME', help: 'Name to expect in the certificate (default: HOST)' },
  insecure: { type: 'boolean', help: 'Accept any certificate: anybody may be listening' },
  mechanism: {
    type: 'string',
    value: 'NAME',
    help: 'PLAIN, SCRAM-SHA-256, SCRAM-SHA-512, OAUTHBEARER or GSSAPI',
    property: 'sasl.mechanism',
    choices: ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'OAUTHBEARER', 'GSSAPI'],
  },
  username: {
    type: 'string',
    short: 'u',
    value: 'NAME',
    help: 'Without --mechanism: the best SCRAM that the broker has, over TLS also PLAIN',
    property: 'sasl.jaas.config',
  },
  'password-file': { type: 'string', value: 'FILE', help: 'File that holds the password' },
  'password-env': {
    type: 'string',
    value: 'VAR',
    help: 'Variable that holds the password; without either, ottla asks',
  },
  'token-file': { type: 'string', value: 'FILE', help: 'File that holds the token for OAUTHBEARER' },
  'token-env': { type: 'string', value: 'VAR', help: 'Variable that holds the token' },
  extension: {
    type: 'string',
    multiple: true,
    value: 'K=V',
    help: 'SASL extension (KIP-342), for OAUTHBEARER and SCRAM; may stand often',
  },
  'service-name': {
    type: 'string',
    value: 'NAME',
    help: "GSSAPI: the broker's service (default: kafka)",
    property: 'sasl.kerberos.service.name',
  },
  principal: { type: 'string', value: 'NAME', help: 'GSSAPI: who logs in (default: that of the ticket cache)' },
  keytab: { type: 'string', value: 'FILE', help: "GSSAPI: the principal's keys (default: the tickets of kinit)" },
  'allow-plaintext': { type: 'boolean', help: 'Send a token without TLS' },
  config: {
    type: 'string',
    short: 'c',
    value: 'FILE',
    help: 'In place of the flags above: a client.properties of Kafka, or options of KafkaJS or @platformatic/kafka as JSON; HOST:PORT goes before its servers',
  },
  env: {
    type: 'boolean',
    help: 'In place of the flags above: client properties in variables, KAFKA_SASL_MECHANISM for sasl.mechanism; also without --env, if KAFKA_BOOTSTRAP_SERVERS is set and no HOST:PORT given',
  },
  'client-id': { type: 'string', value: 'ID', help: 'client.id (default: ottla)', property: 'client.id' },
  timeout: {
    type: 'string',
    value: 'TIME',
    help: 'For the whole connect: 500ms, 10s (default: 10s)',
    property: 'socket.connection.setup.timeout.ms',
  },
} as const

type BrokerValues = Values<typeof brokerFlags>

/**
 * What the command line asks for: the servers in `rest`, or those of a configuration file, and how to reach them. Reads
 * the files and asks for the password before anything is dialled.
 *
 * @throws CommandLineError for what contradicts itself; UsageError for what a configuration file says.
 */
export async function targetsOf(rest: readonly string[], values: BrokerValues, terminal: Terminal): Promise<Targets> {
  const servers = parseEndpoints(rest)
  const limits = {
    ...(values['client-id'] !== undefined && { clientId: values['client-id'] }),
    ...(values.timeout !== undefined && { connectTimeout: parseDuration('timeout', values.timeout) }),
  }
  if (values.config !== undefined) {
    refuseBeside('config', values)
    const { endpoints, options } = await targetsFromConfig(values.config, servers, terminal)
    return { endpoints, options: { ...options, ...limits } }
  }
  if (values.env ?? (servers.length === 0 && terminal.env.KAFKA_BOOTSTRAP_SERVERS)) {
    refuseBeside('env', values)
    const { endpoints, options } = await targetsFromEnvironment(servers, terminal)
    return { endpoints, options: { ...options, ...limits } }
  }
  const [first, ...more] = servers
  if (first === undefined)
    throw new CommandLineError('HOST:PORT is missing, and so are --config and KAFKA_BOOTSTRAP_SERVERS')
  const tls = await tlsOptions(values, terminal)
  const sasl = await mechanisms(values, tls !== undefined, terminal)
  const options = { signal: terminal.signal, ...(tls && { tls }), ...(sasl.length > 0 && { sasl }), ...limits }
  return { endpoints: [first, ...more], options }
}

/** As {@link targetsOf}, for commands that talk to one broker: the first, if a file names several. */
export async function connectOptions(
  rest: readonly string[],
  values: BrokerValues,
  terminal: Terminal,
): Promise<ConnectOptions> {
  const [, ...surplus] = rest.flatMap((text) => text.split(','))
  if (surplus.length > 0) throw new CommandLineError(`one HOST:PORT, please, not also ${surplus.join(' ')}`)
  const { endpoints, options } = await targetsOf(rest, values, terminal)
  return { ...options, ...endpoints[0] }
}

function refuseBeside(source: 'config' | 'env', values: BrokerValues): void {
  const both = Object.keys(values).find(
    (name) => ![source, 'client-id', 'timeout', 'json'].includes(name) && name in brokerFlags,
  )
  if (both === undefined) return
  const says = source === 'config' ? 'the file says' : 'the variables say'
  throw new CommandLineError(`--${source} and --${both} exclude each other: ${says} how to log in`)
}

async function tlsOptions(values: BrokerValues, terminal: Terminal): Promise<ConnectOptions['tls']> {
  const { tls, ca, cert, key, servername, insecure } = values
  if ((cert === undefined) !== (key === undefined)) throw new CommandLineError('--cert and --key belong together')
  if ([tls, ca, cert, servername, insecure].every((value) => value === undefined)) return undefined
  return {
    ...(ca !== undefined && { ca: await readBytes(terminal, 'ca', ca) }),
    ...(cert !== undefined && { cert: await readBytes(terminal, 'cert', cert) }),
    ...(key !== undefined && { key: await readBytes(terminal, 'key', key) }),
    ...(servername !== undefined && { servername }),
    ...(insecure && { rejectUnauthorized: false }),
  }
}

type Login = 'password' | 'token' | 'ticket'
const logins: Readonly<Record<string, Login>> = {
  PLAIN: 'password',
  'SCRAM-SHA-256': 'password',
  'SCRAM-SHA-512': 'password',
  OAUTHBEARER: 'token',
  GSSAPI: 'ticket',
}

/** The mechanisms to try, in this order; none where no credentials are given. */
async function mechanisms(values: BrokerValues, secure: boolean, terminal: Terminal): Promise<ClientMechanism[]> {
  const name = values.mechanism?.toUpperCase()
  const login = name === undefined ? guessed(values) : logins[name]
  if (name !== undefined && login === undefined) {
    throw new CommandLineError(`--mechanism ${name}: ottla knows ${Object.keys(logins).join(', ')}`)
  }
  refuseLeftovers(values, login, name)
  if (login === undefined) return []
  const extensions = values.extension && parsePairs('extension', values.extension)
  if (login === 'token') return [await tokenLogin(values, extensions, terminal)]
  if (login === 'ticket') return [ticketLogin(values)]
  const { username } = values
  if (username === undefined) throw new CommandLineError(`--mechanism ${name ?? ''} needs --username NAME`)
  const password = await readSecret(terminal, {
    what: 'password',
    file: values['password-file'],
    env: values['password-env'],
  })
  const scram = { username, password, ...(extensions && { extensions }) }
  const offered = [scramSha512(scram), scramSha256(scram), plain({ username, password })]
  if (name !== undefined) return offered.filter((mechanism) => mechanism.name === name)
  return secure && !extensions ? offered : offered.filter((mechanism) => mechanism.name !== 'PLAIN')
}

function guessed(values: BrokerValues): Login | undefined {
  if (values['token-file'] !== undefined || values['token-env'] !== undefined) return 'token'
  return values.username === undefined ? undefined : 'password'
}

/** A flag that has no effect is a mistake about to be puzzled over. */
function refuseLeftovers(values: BrokerValues, login: Login | undefined, name: string | undefined): void {
  const uses: Readonly<Record<Login, readonly (keyof BrokerValues)[]>> = {
    password: ['username', 'password-file', 'password-env'],
    token: ['token-file', 'token-env', 'allow-plaintext'],
    ticket: ['service-name', 'principal', 'keytab'],
  }
  for (const [kind, flags] of Object.entries(uses)) {
    const idle = flags.find((flag) => kind !== login && values[flag] !== undefined)
    if (idle === undefined) continue
    throw new CommandLineError(
      login
        ? `--${idle} is not for ${name ?? `a login with a ${login}`}`
        : `--${idle} needs --mechanism${kind === 'password' ? ' or --username' : ''}`,
    )
  }
  if (values.extension && (login === undefined || name === 'PLAIN' || name === 'GSSAPI')) {
    throw new CommandLineError('--extension is for OAUTHBEARER and SCRAM: nothing else carries extensions')
  }
}

async function tokenLogin(
  values: BrokerValues,
  extensions: Record<string, string> | undefined,
  terminal: Terminal,
): Promise<ClientMechanism> {
  const token = await readSecret(terminal, { what: 'token', file: values['token-file'], env: values['token-env'] })
  return oauthBearer({
    token: () => ({ token, ...(extensions && { extensions }) }),
    allowPlaintext: values['allow-plaintext'] ?? false,
  })
}

function ticketLogin(values: BrokerValues): ClientMechanism {
  const { principal, keytab, 'service-name': serviceName } = values
  return gssapi({
    ...(serviceName !== undefined && { serviceName }),
    ...(principal !== undefined && { principal }),
    ...(keytab !== undefined && { keytab }),
  })
}
