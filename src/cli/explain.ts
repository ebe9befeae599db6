import { AuthenticationError, BrokerError, OttlaError } from '../errors.js'
import { printable, styled, wrapped } from './terminal.js'
import type { Output } from './terminal.js'

/** What went wrong, as `--json` tells it. Neither secrets nor stacks are in it. */
export interface Fault {
  readonly code: string
  readonly phase: string | null
  readonly broker: string | null
  readonly message: string
  readonly hint: string | null
  readonly retriable: boolean
  readonly mechanism: string | null
  /** Kafka's error code, where the broker answered with one. */
  readonly errorCode: number | null
  /** The messages of what led to it, the nearest first. */
  readonly causes: readonly string[]
}

/** An error as a machine wants to read it. */
export function fault(error: unknown): Fault {
  const known = error instanceof OttlaError ? error : undefined
  return {
    code: known?.code ?? 'UNEXPECTED',
    phase: known?.phase ?? null,
    broker: known?.broker ?? null,
    message: messageOf(error),
    hint: known?.hint ?? null,
    retriable: known?.retriable ?? false,
    mechanism: error instanceof AuthenticationError ? (error.mechanism ?? null) : null,
    errorCode: error instanceof BrokerError ? error.errorCode : null,
    causes: causes(error),
  }
}

/** Hints of the library that speak of its options, for whoever has flags and properties instead. */
const hints: Readonly<Partial<Record<string, string>>> = {
  TLS_EXPECTED:
    'The listener expects TLS (security.protocol SSL or SASL_SSL): --tls, and --ca FILE where the authority is your own.',
  TLS_NOT_SPOKEN:
    'This seems to be a plaintext listener: go without --tls, --ca, --cert, --servername, --insecure (security.protocol PLAINTEXT or SASL_PLAINTEXT), or take the port of the SSL or SASL_SSL listener. A broker that wants other versions of TLS hangs up in the same way.',
  TLS_CERTIFICATE_UNTRUSTED: 'Trust the authority that signed it: --ca FILE, PEM (ssl.truststore.location).',
  TLS_HOSTNAME_MISMATCH:
    'Dial the name that the certificate carries, expect that name by --servername NAME, or have the certificate made for this name (subjectAltName).',
  TLS_CLIENT_CERTIFICATE_REFUSED:
    "The listener wants a client certificate (ssl.client.auth): --cert FILE --key FILE (ssl.keystore.location) with one that has not ended, and that an authority in the broker's trust store has signed for clients.",
  PLAINTEXT_REFUSED: 'Whoever reads the token can use it: --tls, or --allow-plaintext where the network is trusted.',
  FRAME_TOO_LARGE: 'The peer is no Kafka broker, or something between changes the bytes.',
}

/** A hint of the library for a user of the command line. */
export function hintForShell(code: string, hint: string | null): string | null {
  if (hint === null) return null
  return (
    hints[code] ??
    hint
      .replace(' Another version may work: send(…, { version }).', '')
      .replace('use the tls option', 'use --tls')
      .replace('with the sasl option', 'with --mechanism and --username')
      .replace('give `principal` and `keytab`', 'give --principal NAME and --keytab FILE')
  )
}

/** An error as a person wants to read it: what happened and where, why, and the way out. */
export function explanation(error: unknown, output: Output): string {
  const { code, phase, broker, message, causes, ...told } = fault(error)
  const hint = hintForShell(code, told.hint)
  const width = Math.min(output.columns, 100) - 2
  const where = [phase && `in ${phase}`, broker && `at ${broker}`].filter(Boolean).join(' ')
  const lines = [
    `${styled(output, 'red', '✗')} ${styled(output, 'bold', code)}${where === '' ? '' : ` ${where}`}`,
    ...paragraph([message, ...causes.map((cause) => `(${cause})`)].join(' '), width),
  ]
  if (hint !== null) {
    const [first = '', ...more] = wrapped(printable(hint), width - 2)
    lines.push(`  ${styled(output, 'yellow', '→')} ${first}`, ...more.map((line) => `    ${line}`))
  }
  return `${lines.join('\n')}\n`
}

function paragraph(text: string, width: number): string[] {
  return wrapped(printable(text), width).map((line) => `  ${line}`)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The causes that say something which the messages above them did not. */
function causes(error: unknown): string[] {
  const found: string[] = []
  let said = messageOf(error)
  let at: unknown = error instanceof Error ? error.cause : undefined
  for (let depth = 0; at instanceof Error && depth < 5; depth++) {
    if (!said.includes(at.message)) {
      found.push(at.message)
      said += at.message
    }
    at = at.cause
  }
  return found
}
