import { parse } from './arguments.js'
import { claimsOf, headerOf, moment, span } from './claims.js'
import { CommandLineError, exitCodes } from './command.js'
import { readText } from './secrets.js'
import { printable, styled } from './terminal.js'
import { httpOf, tokenOf } from './token-source.js'
import type { JwtValidatorOptions } from '../oauth/jwt-validator.js'
import type { Values } from './arguments.js'
import type { Claims } from './claims.js'
import type { Command } from './command.js'
import type { Terminal } from './terminal.js'
import type { Given } from './token-source.js'

const flags = {
  config: { type: 'string', short: 'c', value: 'FILE', help: 'Get the token as a client.properties of Kafka says' },
  env: { type: 'boolean', help: 'Get it as client properties in variables say: KAFKA_SASL_JAAS_CONFIG and others' },
  'token-file': { type: 'string', value: 'FILE', help: 'File that holds the token; without any source: the input' },
  'token-env': { type: 'string', value: 'VAR', help: 'Variable that holds the token' },
  'client-id': { type: 'string', value: 'ID', help: 'Fetch a token by client credentials' },
  'client-secret-file': { type: 'string', value: 'FILE', help: 'File that holds the secret of the client' },
  'client-secret-env': { type: 'string', value: 'VAR', help: 'Variable that holds it; without either, ottla asks' },
  'token-endpoint': {
    type: 'string',
    value: 'URL',
    help: 'Where to fetch it (default: as the metadata of --issuer say)',
  },
  scope: { type: 'string', value: 'SCOPE', help: 'What to ask for; blanks separate several' },
  ca: { type: 'string', value: 'FILE', help: 'Authorities to trust for these URLs, PEM (default: those of Node)' },
  issuer: {
    type: 'string',
    value: 'URL',
    help: 'Who must have made the token; it is checked by the keys of that issuer',
  },
  jwks: { type: 'string', value: 'URL|FILE', help: 'Check the token by these keys (default: as --issuer says)' },
  audience: { type: 'string', value: 'NAME', help: 'Whom the token must be for; asked for where it is fetched' },
  reveal: { type: 'boolean', help: 'Print the token itself, too: whoever reads it can use it' },
  json: { type: 'boolean', help: 'One JSON object' },
} as const

type TokenValues = Values<typeof flags>

/** What was found out about the signature. */
interface Check {
  readonly valid: boolean
  readonly by: string
  /** Why it is not valid; null if it is. */
  readonly reason: string | null
}

/** `ottla token`: what is in a token, and how long it lasts. */
export const tokenCommand: Command = {
  name: 'token',
  usage: '[options]',
  about:
    'Fetches an OAUTHBEARER token as a client would, or takes a given one, and shows who it is for, its claims, its extensions, and when it ends. The token itself shows only with --reveal. The signature is checked only with --issuer or --jwks; what an unchecked token says, anybody may have written. Exit code 0, or 1 if there is no token, it has ended, or the check fails.',
  flags,
  examples: [
    'ottla token --config client.properties',
    'ottla token --issuer https://idp.example.com/ --client-id orders --client-secret-file ./secret --scope kafka',
    'ottla token < token.jwt',
    'ottla token --token-env TOKEN --jwks https://idp.example.com/jwks --audience kafka',
    'export TOKEN="$(ottla token --config client.properties --reveal --json | jq -r .token)"',
  ],
  exits: { 1: 'There is no token, it has ended, or the check fails.' },
  see: ['doctor', 'connect'],
  async run(args, terminal) {
    const { values, rest } = parse(args, flags)
    if (rest.length > 0)
      throw new CommandLineError('ottla token takes options only: a token has no place on a command line')
    const given = await tokenOf(values, terminal)
    const check = await checked(given.token, values, terminal)
    const claims = claimsOf(given.token)
    const ended = claims?.expiresAt !== undefined && claims.expiresAt <= Date.now()
    const about = { given, claims, check, ended, reveal: values.reveal ?? false }
    terminal.out.write(values.json ? json(about) : text(about, terminal))
    return ended || check?.valid === false ? exitCodes.failed : exitCodes.ok
  },
}

async function checked(token: string, values: TokenValues, terminal: Terminal): Promise<Check | null> {
  const { issuer, jwks, audience } = values
  // An issuer alone may be there only to name the token endpoint: checking costs nothing and tells more.
  if (issuer === undefined && jwks === undefined) return null
  const { jwtValidator } = await import('../oauth/jwt-validator.js')
  const options: JwtValidatorOptions = {
    issuer: issuer ?? { accept: 'any' },
    audience: audience ?? { accept: 'any' },
    http: await httpOf(values, terminal),
    ...(jwks !== undefined && (await keysOf(jwks, terminal))),
  }
  const peer = { host: 'localhost', port: 9092, secure: true }
  const found = await jwtValidator(options).validateToken(token, { peer, signal: terminal.signal })
  const by = `the keys of ${jwks ?? issuer ?? ''}`
  return 'status' in found
    ? { valid: false, by, reason: found.reason ?? found.status }
    : { valid: true, by, reason: null }
}

async function keysOf(jwks: string, terminal: Terminal): Promise<Pick<JwtValidatorOptions, 'jwks' | 'jwksUri'>> {
  if (/^https?:/.test(jwks)) return { jwksUri: jwks }
  try {
    return { jwks: JSON.parse(await readText(terminal, 'jwks', jwks)) as NonNullable<JwtValidatorOptions['jwks']> }
  } catch (error) {
    if (error instanceof CommandLineError) throw error
    throw new CommandLineError(`--jwks ${jwks} is no JSON`)
  }
}

interface About {
  readonly given: Given
  readonly claims: Claims | undefined
  readonly check: Check | null
  readonly ended: boolean
  readonly reveal: boolean
}

function json({ given, claims, check, ended, reveal }: About): string {
  const { token, extensions, source } = given
  const report = {
    source,
    header: headerOf(token) ?? null,
    claims: claims?.all ?? null,
    principal: claims?.all.sub ?? null,
    expiresAt: claims?.expiresAt === undefined ? null : moment(claims.expiresAt),
    ended,
    extensions,
    check,
    ...(reveal && { token }),
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

function text({ given, claims, check, ended, reveal }: About, { out }: Terminal): string {
  const now = Date.now()
  const { token, extensions, source } = given
  const rows: [string, string][] = []
  const row = (name: string, value: unknown): unknown =>
    rows.push([name, typeof value === 'string' ? value : JSON.stringify(value)])
  const header = headerOf(token)
  const algorithm = typeof header?.alg === 'string' ? header.alg : 'without a header'
  row(
    'token',
    `${claims ? `JWT, ${algorithm}` : 'no JWT: only its issuer can read it'}, ${String(token.length)} characters, from ${source}`,
  )
  for (const [name, value] of Object.entries(claims?.all ?? {}))
    row(name, timeClaims.has(name) && typeof value === 'number' ? when(value * 1000, now) : value)
  for (const [name, value] of Object.entries(extensions)) row(`extension ${name}`, value)
  if (claims && claims.expiresAt === undefined) row('exp', 'none: Kafka refuses such a token')
  if (reveal) row('itself', token)
  const width = Math.max(...rows.map(([name]) => name.length), 9) + 2
  const lines = rows.map(
    ([name, value]) => `  ${styled(out, 'bold', printable(name).padEnd(width))}${printable(value)}`,
  )
  const signature = `  ${styled(out, 'bold', 'signature'.padEnd(width))}${verdictOf(check)}`
  const mark = ended || check?.valid === false ? styled(out, 'red', '✗ not good') : styled(out, 'green', '✓')
  const end = ended ? `${mark}: it has ended\n` : check?.valid === false ? `${mark}: the check failed\n` : ''
  return `${[...lines, signature].join('\n')}\n${end}`
}

function verdictOf(check: Check | null): string {
  if (check === null) return 'not checked: what stands here may be anybody’s; --issuer or --jwks have it checked'
  return check.valid ? `good, by ${check.by}` : `refused by ${check.by}: ${printable(check.reason ?? '')}`
}

const timeClaims: ReadonlySet<string> = new Set(['exp', 'iat', 'nbf', 'auth_time'])

function when(ms: number, now: number): string {
  return `${moment(ms)} (${ms > now ? `in ${span(ms - now)}` : `${span(now - ms)} ago`})`
}
