import { OttlaError } from '../../errors.js'
import { hintForShell } from '../explain.js'
import type { ConnectOptions } from '../../connection/options.js'
import { brokerOf } from '../../connection/resolve.js'
import type { Claims } from '../claims.js'

/** The steps of an examination, in their order, with the exit code of the first one that fails. */
export const exitCodeOf = {
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

export type StepName = keyof typeof exitCodeOf

/** What one step found out. */
export interface Finding {
  readonly step: StepName
  /** `host:port` that was examined. */
  readonly broker: string
  /** The broker's id, if it is one that the cluster advertises; null for what the user named. */
  readonly node: number | null
  readonly verdict: 'ok' | 'warning' | 'failed' | 'skipped'
  /** In ms; null for what was not done. */
  readonly duration: number | null
  /** A stable name of what is wrong: a code of Ottla's errors, or one of the doctor's own; null if nothing is. */
  readonly code: string | null
  readonly found: string
  /** The likely cause and what to change; null if nothing needs to be. */
  readonly advice: string | null
}

/** What others said of the time. */
export interface Evidence {
  /** Begin and end of the broker's certificate, in ms since the epoch. */
  certificate?: { readonly from: number; readonly until: number }
  /** Of the token that was sent. */
  claims?: Claims | undefined
  /** What the broker answered to the token: how many ms of session it has left, and when that came. */
  session?: { readonly lifetime: number | undefined; readonly at: number }
}

/** Whom to examine, and how. */
export interface Patient {
  readonly host: string
  readonly port: number
  readonly node: number | null
  readonly options: Omit<ConnectOptions, 'host' | 'port'>
  /** The limit of every single step, in ms. */
  readonly timeout: number
  /** What came to light on the way and is judged later. */
  readonly seen: Evidence
  /** Says that a step begins: slow ones must not look like a hung program. */
  begin(step: StepName): void
  report(finding: Finding): void
}

/** What a step says of its result. */
export interface Remark {
  readonly found: string
  readonly verdict?: 'ok' | 'warning' | 'failed'
  readonly code?: string
  readonly advice?: string | undefined
  /** Where it belongs, if that is not the step in which it came to light. */
  readonly step?: StepName
}

/** Takes the time of a step and reports it. Gives undefined if it failed; an abort of the user goes through. */
export async function examine<T>(
  patient: Patient,
  step: StepName,
  work: (signal: AbortSignal) => Promise<{ readonly remark: Remark; readonly result?: T }>,
): Promise<T | undefined> {
  patient.begin(step)
  const start = performance.now()
  // What Ottla itself says about a limit is better than what is said here: it gets its chance.
  const limit = AbortSignal.timeout(patient.timeout + 250)
  const user = patient.options.signal
  const report = ({ found, verdict = 'ok', code, advice, step: place = step }: Remark): void => {
    const { node } = patient
    const duration = performance.now() - start
    const broker = brokerOf(patient)
    patient.report({ step: place, broker, node, verdict, duration, code: code ?? null, found, advice: advice ?? null })
  }
  try {
    const { remark, result } = await work(user ? AbortSignal.any([user, limit]) : limit)
    report(remark)
    return result
  } catch (error) {
    if (user?.aborted) throw error
    const own = error instanceof OttlaError && error.code !== 'ABORTED'
    report(limit.aborted && !own ? tooLate(step, patient) : remarkOf(error))
    return undefined
  }
}

/** Reports a step that could not be done. */
export function skip(patient: Patient, step: StepName, found: string): void {
  const { node } = patient
  const broker = brokerOf(patient)
  patient.report({ step, broker, node, verdict: 'skipped', duration: null, code: null, found, advice: null })
}

export function remarkOf(error: unknown): Remark {
  const message = error instanceof Error ? error.message : String(error)
  if (!(error instanceof OttlaError)) return { verdict: 'failed', code: 'UNEXPECTED', found: message }
  // That a client certificate is missing or refused comes out after the handshake (TLS 1.3).
  const step = error.code === 'TLS_CLIENT_CERTIFICATE_REFUSED' ? { step: 'tls' as const } : {}
  const advice = hintForShell(error.code, error.hint ?? null) ?? undefined
  return { verdict: 'failed', code: error.code, found: message, advice, ...step }
}

const silence: Readonly<Partial<Record<StepName, string>>> = {
  dns: 'The name service does not answer: look at the resolver of this machine, and at VPN and network.',
  tcp: 'No answer at all: a firewall drops the packets, or nobody has the address. Look at security groups, routes, and VPN.',
  tls: 'The port accepts connections and then says nothing to a TLS client: a plaintext listener of Kafka waits like this. Try without TLS.',
}

function tooLate(step: StepName, { timeout }: Patient): Remark {
  const advice =
    silence[step] ?? 'The broker accepted the connection and then fell silent: it is overloaded, stuck, or no Kafka.'
  return { verdict: 'failed', code: 'CONNECT_TIMEOUT', found: `no answer within ${String(timeout)} ms`, advice }
}
