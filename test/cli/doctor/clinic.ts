import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { run } from '#src/cli/run.js'
import { startBroker } from '#src/testing/index.js'
import { fakeTerminal } from '../terminal.js'
import type { Broker } from '#src/testing/index.js'
import type { FakeWorld } from '../terminal.js'
import type { Staged } from './stage.js'

/** Brokers that nothing is wrong with. */
export interface Clinic {
  /** TLS and every mechanism. */
  readonly secure: Broker
  /** SCRAM-SHA-256 alone, without TLS. */
  readonly plaintext: Broker
  /** Three brokers, neither TLS nor login. */
  readonly open: Broker
  /** Wants a client certificate. */
  readonly mutual: Broker
  close(): Promise<void>
}

export const users = { alice: 'alice-secret' }

export async function openClinic(): Promise<Clinic> {
  const quick = { users, failedLoginDelay: 0 }
  const secure = await startBroker({
    ...quick,
    tls: true,
    maxSessionLifetime: 60_000,
    validateExtensions: (validation) => {
      if (validation.inputExtensions.has('tenant')) validation.error('tenant', 'no tenants here')
    },
  })
  const plaintext = await startBroker({ ...quick, mechanisms: ['SCRAM-SHA-256'] })
  const open = await startBroker({ brokers: 3 })
  const mutual = await startBroker({ tls: { clientAuth: 'required' } })
  const close = async (): Promise<void> => {
    await Promise.all([secure, plaintext, open, mutual].map((broker) => broker.close()))
  }
  return { secure, plaintext, open, mutual, close }
}

export interface Finding {
  readonly step: string
  readonly broker: string
  readonly node: number | null
  readonly verdict: string
  readonly duration: number | null
  readonly code: string | null
  readonly found: string
  readonly advice: string | null
}

export interface Diagnosis {
  readonly code: number
  readonly verdict: { readonly step: string; readonly code: string } | null
  readonly findings: readonly Finding[]
}

/** Files and variables that the command line finds at every diagnosis. */
export function worldOf({ secure, mutual }: Clinic, world: FakeWorld = {}): Required<Pick<FakeWorld, 'files' | 'env'>> {
  const files = {
    ca: secure.ca ?? '',
    mutual: mutual.ca ?? '',
    good: secure.unsecuredToken({ principal: 'alice' }),
    expired: secure.unsecuredToken({ principal: 'alice', lifetime: -600 }),
    garbage: 'garbage',
    ...world.files,
  }
  return { files, env: { P: 'alice-secret', WRONG: 'wrong-secret', ...world.env } }
}

const docs = new URL('../../../../docs/', import.meta.url)
const schema = JSON.parse(readFileSync(new URL('public/doctor.schema.json', docs), 'utf8')) as object
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true })
const fitsSchema = ajv.compile(schema)
/** The page for people. */
export const page: string = readFileSync(new URL('guide/doctor.md', docs), 'utf8')

/** What the doctor says. */
export async function diagnose(clinic: Clinic, args: readonly string[], world: FakeWorld = {}): Promise<Diagnosis> {
  const { files, env } = worldOf(clinic, world)
  const terminal = fakeTerminal({ ...world, files, env })
  const code = await run(['doctor', ...args, '--json'], terminal)
  const shown = `${terminal.written.out}${terminal.written.err}`
  for (const secret of [env.P, env.WRONG, files.good, files.expired, files.key]) {
    assert.ok(secret === undefined || !shown.includes(secret), 'a secret was printed')
  }
  assert.notEqual(code, 2, terminal.written.err)
  const report: unknown = JSON.parse(terminal.written.out)
  assert.ok(fitsSchema(report), ajv.errorsText(fitsSchema.errors))
  const { exitCode, ...diagnosis } = report as Omit<Diagnosis, 'code'> & { readonly exitCode: number }
  assert.equal(exitCode, code)
  return { code, ...diagnosis }
}

export const exitCodes = {
  dns: 10,
  tcp: 11,
  tls: 12,
  protocol: 13,
  mechanisms: 14,
  login: 15,
  metadata: 16,
  advertised: 17,
  clock: 18,
  session: 19,
} as const

/** One thing that is wrong, and what the doctor must say to it. */
export interface Fault {
  /** What is set up for it, beside the brokers that are there. */
  readonly stage?: (clinic: Clinic) => Promise<Staged> | Staged
  readonly args: (clinic: Clinic, staged: Staged) => readonly string[]
  readonly step: keyof typeof exitCodes
  readonly code: string
  /** What the advice must speak of. */
  readonly advice: RegExp
  /** Whether clients can live with it. Default: false. */
  readonly warning?: boolean
}

export type Faults = Readonly<Record<string, Fault>>

export const to = (port: number, ...args: readonly string[]): readonly string[] => [`localhost:${port}`, ...args]
/** The staged server is the target. */
export const there =
  (...args: readonly string[]): Fault['args'] =>
  (_, { port }) =>
    to(port, ...args)
/** The broker with TLS and every mechanism is the target. */
export const toSecure =
  (...args: readonly string[]): Fault['args'] =>
  ({ secure }) =>
    to(secure.port, '--ca', 'ca', ...args)

export const alice = ['-u', 'alice', '--password-env', 'P']
