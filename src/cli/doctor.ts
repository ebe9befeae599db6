import { parse, parseDuration } from './arguments.js'
import { brokerFlags, targetsOf } from './broker-options.js'
import { exitCodes } from './command.js'
import { examineAdvertised, examineBroker } from './doctor/examination.js'
import { brokerOf } from '../connection/resolve.js'
import { exitCodeOf } from './doctor/finding.js'
import { withContext } from './doctor/advertised.js'
import { decisive, exitCode, Report } from './doctor/report.js'
import { styled } from './terminal.js'
import type { MetadataResponseBroker } from '../messages/Metadata.js'
import type { Command } from './command.js'
import type { Finding, Patient, StepName } from './doctor/finding.js'
import type { Targets } from './config-options.js'
import type { Terminal } from './terminal.js'

const flags = {
  ...brokerFlags,
  timeout: { type: 'string', value: 'TIME', help: 'For every single step: 500ms, 10s (default: 5s)' },
  json: { type: 'boolean', help: 'One JSON object, at the end' },
} as const

const codes = Object.entries(exitCodeOf).map(([step, code]) => `${String(code)} ${step}`)

/** `ottla doctor`: why can't I connect? */
export const doctor: Command = {
  name: 'doctor',
  usage: '[HOST:PORT …] [options]',
  about: `Walks the whole way, and at the first thing that is wrong says what it most likely is and what to change: name, every address, TLS and certificate, what speaks on the port, mechanisms, login, metadata, and every broker by the name that it advertises. Never prints a secret, and sends none to a broker that is not trusted. Exit code 0 if all is well, else that of the step that failed first: ${codes.join(', ')}.`,
  flags,
  examples: [
    'ottla doctor kafka.example.com:9093 --tls --username alice --password-file ./password',
    'ottla doctor --config client.properties',
    'ottla doctor localhost:9092 --json',
  ],
  exits: Object.fromEntries(Object.entries(exitCodeOf).map(([step, code]) => [code, `The step ${step} failed first.`])),
  see: ['connect', 'token'],
  async run(args, terminal) {
    const { values, rest } = parse(args, flags)
    const targets = await targetsOf(rest, values, terminal)
    const timeout = parseDuration('timeout', values.timeout ?? '5s')
    const findings = await examineAll(targets, { timeout, terminal, quiet: values.json ?? false })
    if (terminal.signal.aborted) return exitCodes.interrupted
    const [verdict, code] = [decisive(findings), exitCode(findings)]
    if (values.json) {
      const report = { schema: 1, ok: verdict === null, exitCode: code, verdict, findings }
      terminal.out.write(`${JSON.stringify(report, null, 2)}\n`)
    } else terminal.out.write(conclusion(findings, terminal))
    return code
  },
}

interface How {
  readonly timeout: number
  readonly terminal: Terminal
  readonly quiet: boolean
}

async function examineAll({ endpoints, options }: Targets, { timeout, terminal, quiet }: How): Promise<Finding[]> {
  const findings: Finding[] = []
  // Where a machine reads the output, a person may still be watching.
  const report = quiet ? (terminal.err.live ? new Report(terminal.err) : undefined) : new Report(terminal.out)
  const patients = endpoints.map(({ host, port }): Patient => {
    const first = brokerOf({ host, port })
    const begin = function (this: Patient, step: StepName): void {
      report?.begin(step, brokerOf(this), this.node)
    }
    const add = (finding: Finding): void => {
      findings.push(withContext(finding, first))
      report?.add(finding, first)
    }
    return { host, port, node: null, options, timeout, seen: {}, begin, report: add }
  })
  const named = new Set(patients.map(brokerOf))
  try {
    let way: { readonly patient: Patient; readonly brokers: readonly MetadataResponseBroker[] } | undefined
    for (const patient of patients) {
      const brokers = await examineBroker(patient)
      if (brokers) way ??= { patient, brokers }
    }
    // The cluster is the same, whichever of its brokers tells of it.
    const others = way?.brokers.filter((broker) => !named.has(brokerOf(broker))) ?? []
    if (way) await examineAdvertised(way.patient, others)
  } catch (error) {
    if (!terminal.signal.aborted) throw error
  }
  report?.end()
  return findings
}

function conclusion(findings: readonly Finding[], { out }: Terminal): string {
  const verdict = decisive(findings)
  const warnings = findings.filter(({ verdict }) => verdict === 'warning').length
  const brokers = new Set(findings.map(({ broker }) => broker)).size
  if (verdict) return `\n${styled(out, 'red', '✗')} ${styled(out, 'bold', verdict.code)} at the step ${verdict.step}\n`
  const also = warnings === 0 ? '' : `, ${String(warnings)} ${warnings === 1 ? 'warning' : 'warnings'}`
  const well = warnings === 0 ? 'all is well' : 'it works'
  return `\n${styled(out, 'green', '✓')} ${well}: ${String(brokers)} ${brokers === 1 ? 'address' : 'addresses'} examined${also}\n`
}
