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

/** Writes what was found to `docs/interop.md`. */
export function writeTable(rows: readonly Row[], count: number): void {
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
`
  writeFileSync(join(root, 'docs/interop.md'), text)
}

function escape(text: string): string {
  return text.replaceAll('|', '\\|')
}
