import { connect } from '../connection/connect.js'
import { ConnectionEvents } from '../connection/events.js'
import { Metadata } from '../messages/Metadata.js'
import { parse } from './arguments.js'
import { brokerFlags, connectOptions } from './broker-options.js'
import { exitCodes } from './command.js'
import { explanation, fault } from './explain.js'
import { failedLine, follow, stepLine, total } from './journey.js'
import { versionRanges, versionTable } from './versions.js'
import { milliseconds, printable, styled } from './terminal.js'
import type { ConnectOptions } from '../connection/options.js'
import type { MetadataResponse } from '../messages/Metadata.js'
import type { OttlaError } from '../errors.js'
import type { Command } from './command.js'
import type { Step } from './journey.js'
import type { VersionRange } from './versions.js'
import type { Output, Terminal } from './terminal.js'

const flags = {
  ...brokerFlags,
  json: { type: 'boolean', help: 'One JSON object, whatever the outcome' },
} as const

/** What a successful journey found out. */
interface Findings {
  readonly secure: boolean
  readonly mechanism: string | null
  /** Session lifetime in ms; null if it has no end. */
  readonly sessionLifetime: number | null
  readonly versions: readonly VersionRange[]
  readonly cluster: Cluster
}

interface Cluster {
  readonly id: string | null
  readonly controller: number
  readonly brokers: readonly {
    readonly id: number
    readonly host: string
    readonly port: number
    readonly rack: string | null
  }[]
}

/** `ottla connect`: one login, shown phase by phase, and what the broker tells afterwards. */
export const connectCommand: Command = {
  name: 'connect',
  usage: '[HOST:PORT] [options]',
  about:
    'Logs in to a broker and shows the phases with their durations, the versions of the APIs that the broker speaks, and the brokers of its cluster. Exit code 0 if all went well, 1 with an explanation if not, 2 for wrong use.',
  flags,
  examples: [
    'ottla connect localhost:9092',
    'ottla connect --config client.properties',
    'ottla connect kafka.example.com:9093 --tls --username alice --password-file ./password',
    'ottla connect kafka.example.com:9093 --ca ./ca.pem --mechanism OAUTHBEARER --token-file ./token --extension traceId=1a2b',
  ],
  see: ['doctor', 'request'],
  async run(args, terminal) {
    const { values, rest } = parse(args, flags)
    const options = await connectOptions(rest, values, terminal)
    return values.json ? json(options, terminal) : text(options, terminal)
  },
}

async function text(options: ConnectOptions, { out, err, signal }: Terminal): Promise<number> {
  const events = new ConnectionEvents()
  events.on('warning', ({ message }) => err.write(`  ${styled(err, 'yellow', '!')} ${printable(message)}\n`))
  const steps = follow(events, (step) => out.write(stepLine(step, out)))
  out.write(`${styled(out, 'bold', `${options.host}:${String(options.port)}`)}\n`)
  try {
    const findings = await journey({ ...options, events })
    out.write(summary(findings, { steps, out }))
    return exitCodes.ok
  } catch (error) {
    if (signal.aborted) return exitCodes.interrupted
    const { phase } = error as OttlaError
    if (phase !== undefined) out.write(failedLine(phase, out))
    err.write(`\n${explanation(error, err)}`)
    return exitCodes.failed
  }
}

async function json(options: ConnectOptions, { out, signal }: Terminal): Promise<number> {
  const events = new ConnectionEvents()
  const steps = follow(events)
  const report = (outcome: object): void => {
    const broker = `${options.host}:${String(options.port)}`
    out.write(`${JSON.stringify({ broker, ...outcome, phases: steps }, null, 2)}\n`)
  }
  try {
    const findings = await journey({ ...options, events })
    report({ ok: true, ...findings })
    return exitCodes.ok
  } catch (error) {
    report({ ok: false, error: fault(error) })
    return signal.aborted ? exitCodes.interrupted : exitCodes.failed
  }
}

/** Connects, asks for the cluster, and hangs up. */
async function journey(options: ConnectOptions): Promise<Findings> {
  await using connection = await connect(options)
  const response = await connection.send(Metadata, { topics: [] }, options.signal && { signal: options.signal })
  return {
    secure: options.tls !== undefined,
    mechanism: connection.session?.mechanism ?? null,
    sessionLifetime: connection.session?.lifetime ?? null,
    versions: versionRanges(connection.versions),
    cluster: cluster(response),
  }
}

function cluster({ clusterId, controllerId, brokers }: MetadataResponse): Cluster {
  return {
    id: clusterId,
    controller: controllerId,
    brokers: brokers.map(({ nodeId, host, port, rack }) => ({ id: nodeId, host, port, rack })),
  }
}

function summary(findings: Findings, { steps, out }: { steps: readonly Step[]; out: Output }): string {
  const { mechanism, sessionLifetime, versions, cluster } = findings
  const login = mechanism === null ? 'no login' : `${mechanism}, session ${lifetime(sessionLifetime)}`
  const width = Math.max(...cluster.brokers.map(({ id }) => String(id).length), 1)
  const brokers = cluster.brokers.map(({ id, host, port, rack }) => {
    const about = [rack !== null && `rack ${rack}`, id === cluster.controller && 'controller']
      .filter(Boolean)
      .join(', ')
    const line = `  ${String(id).padStart(width)}  ${host}:${String(port)}`
    return printable(about === '' ? line : `${line}  (${about})`)
  })
  return [
    `  ready in ${milliseconds(total(steps))}: ${login}`,
    '',
    `${styled(out, 'bold', 'cluster')} ${printable(cluster.id ?? 'without an id')}`,
    ...brokers,
    '',
    `${styled(out, 'bold', 'versions')} of ${String(versions.length)} APIs`,
    ...versionTable(versions, out),
    '',
  ].join('\n')
}

function lifetime(ms: number | null): string {
  return ms === null ? 'without an end' : `of ${milliseconds(ms)}`
}
