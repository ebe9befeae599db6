import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../harness/paths.js'

export interface Row {
  readonly client: string
  readonly version: string
  readonly mechanism: string
  plaintext?: string
  tls?: string
  refused?: string
  extension?: string
}

/** A client without GSSAPI, and what it said when it was told to use it. */
export interface Lack {
  readonly client: string
  readonly why: string
  readonly says: string
}

export interface Findings {
  readonly rows: readonly Row[]
  readonly lacks: readonly Lack[]
  /** Of clients that are refused by a real Kafka, too. */
  readonly faults: ReadonlySet<string>
  readonly count: number
}

/** Writes what was found to `docs/interop.md`. */
export function writeTable({ rows, lacks, faults, count }: Findings): void {
  const head = ['Client', 'Version', 'Login', 'Plaintext', 'TLS', 'Wrong credentials', 'Extension (KIP-342)']
  const cells = rows.map(({ client, version, mechanism, plaintext, tls, refused, extension }) =>
    [client, version, mechanism, plaintext ?? '', tls ?? '', refused ?? '', extension ?? ''].map(escape),
  )
  const widths = head.map((title, i) => Math.max(title.length, ...cells.map((row) => row[i]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  const rule = widths.map((width) => '-'.repeat(width))
  const text = `# Clients that log in to Ottla's server

Written by \`npm run test:kafka -- interop\`: each client logs in to \`startBroker()\` of \`ottla/testing\`, produces ${count}
records and reads them again in a consumer group. "ok" is all of that. Wrong credentials must be refused. The extension
\`traceId\` must arrive at the principal builder.

${[line(head), line(rule), ...cells.map(line)].join('\n')}

"refused" below plaintext and TLS is the client's own doing: a real Kafka says the same to it in the same run. N is the
nonce of the client, S what the server adds to it:

${[...faults].map((fault) => `- ${fault}`).join('\n\n')}

Clients without a row for GSSAPI do not have it, as they say when they are told to use it:

${lacks.map(({ client, why, says }) => `- ${client}: ${why} ("${says}").`).join('\n')}
`
  writeFileSync(join(root, 'docs/interop.md'), text)
}

function escape(text: string): string {
  return text.replaceAll('|', '\\|')
}
