/**
 * What answers on the other side, if it is not Kafka. The first byte of a Kafka answer is 0, since no frame before the
 * login has 16 MiB; everything here starts otherwise.
 */
export interface Foreigner {
  readonly code: 'TLS_EXPECTED' | 'NOT_KAFKA'
  /** What it is, to be read after "the peer speaks". */
  readonly name: string
  readonly hint: string
}

interface Signature {
  readonly code: Foreigner['code']
  readonly name: string
  readonly hint: string
  matches(bytes: Uint8Array, text: string): boolean
}

const otherPort = 'Check host and port: this is not a Kafka listener.'

const signatures: readonly Signature[] = [
  {
    code: 'TLS_EXPECTED',
    name: 'TLS',
    hint: 'The listener expects TLS: connect with the tls option (security.protocol SSL or SASL_SSL).',
    matches: ([type = 0, major]) => type >= 0x14 && type <= 0x18 && major === 3,
  },
  {
    code: 'NOT_KAFKA',
    name: 'HTTP',
    hint: 'An HTTP server answers: the port may be that of a REST proxy, a schema registry, a metrics endpoint or a load balancer. Use the port of a Kafka listener (often 9092).',
    matches: (_, text) => text.startsWith('HTTP/') || /^<(!doctype|html|\?xml)/i.test(text),
  },
  {
    code: 'NOT_KAFKA',
    name: 'HTTP/2',
    hint: 'An HTTP/2 server (gRPC?) answers. Use the port of a Kafka listener (often 9092).',
    matches: ([a, b, c = 0xff, type, flags]) =>
      a === 0 && b === 0 && c <= 0x60 && c % 6 === 0 && type === 4 && flags === 0,
  },
  {
    code: 'NOT_KAFKA',
    name: 'SSH',
    hint: `An SSH server answers. ${otherPort}`,
    matches: (_, text) => text.startsWith('SSH-'),
  },
  {
    code: 'NOT_KAFKA',
    name: 'PostgreSQL',
    hint: `A PostgreSQL server answers. ${otherPort}`,
    matches: ([type, a, b], text) =>
      (type === 0x45 && ((a === 0 && b === 0) || /^E(FATAL|SFATAL|unsupported)/.test(text))) ||
      ((type === 0x4e || type === 0x53) && a === undefined),
  },
  {
    code: 'NOT_KAFKA',
    name: 'MySQL',
    hint: `A MySQL or MariaDB server answers. ${otherPort}`,
    matches: ([, b, c, sequence, version]) =>
      b === 0 && c === 0 && sequence === 0 && (version === 10 || version === 0xff),
  },
  {
    code: 'NOT_KAFKA',
    name: 'Redis',
    hint: `A Redis server answers. ${otherPort}`,
    matches: (_, text) => /^-(ERR|NOAUTH|DENIED)/.test(text),
  },
  {
    code: 'NOT_KAFKA',
    name: 'AMQP',
    hint: `An AMQP broker (RabbitMQ?) answers, not Kafka. ${otherPort}`,
    matches: (_, text) => text.startsWith('AMQP'),
  },
  {
    code: 'NOT_KAFKA',
    name: 'NATS',
    hint: `A NATS server answers, not Kafka. ${otherPort}`,
    matches: (_, text) => text.startsWith('INFO {'),
  },
  {
    code: 'NOT_KAFKA',
    name: 'SMTP or FTP',
    hint: `A mail or file server answers. ${otherPort}`,
    matches: (_, text) => /^(220|421|554)[ -]/.test(text),
  },
  {
    code: 'NOT_KAFKA',
    name: 'IMAP',
    hint: `A mail server answers. ${otherPort}`,
    matches: (_, text) => /^\* (OK|BYE|PREAUTH)/.test(text),
  },
  {
    code: 'NOT_KAFKA',
    name: 'POP3',
    hint: `A mail server answers. ${otherPort}`,
    matches: (_, text) => /^(\+OK|-ERR)/.test(text),
  },
  {
    code: 'NOT_KAFKA',
    name: 'SOCKS 5',
    hint: `A SOCKS proxy answers: dial through it with the dial option. ${otherPort}`,
    matches: ([v, method, rest]) => v === 5 && (method === 0xff || method === 0) && rest === undefined,
  },
  {
    code: 'NOT_KAFKA',
    name: 'Telnet',
    hint: `A Telnet server answers. ${otherPort}`,
    matches: ([iac, command = 0]) => iac === 0xff && command >= 0xfb && command <= 0xfe,
  },
  {
    code: 'NOT_KAFKA',
    name: 'VNC',
    hint: `A VNC server answers. ${otherPort}`,
    matches: (_, text) => text.startsWith('RFB '),
  },
  {
    code: 'NOT_KAFKA',
    name: 'MQTT',
    hint: `An MQTT broker answers, not Kafka. ${otherPort}`,
    matches: ([type, length, a, b, c]) =>
      type === 0x20 && length === 2 && a === 0 && b !== undefined && c === undefined,
  },
]

/** Looks at the first bytes that a peer sent. Undefined: nothing that is known. */
export function diagnose(bytes: Uint8Array): Foreigner | undefined {
  if (bytes.length === 0) return undefined
  const text = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  const known = signatures.find((signature) => signature.matches(bytes, text))
  if (known) return known
  // Some text, line by line: a protocol for people, whichever it is.
  if (text.length >= 4 && /^[\x20-\x7e\r\n\t]+$/.test(text)) {
    return { code: 'NOT_KAFKA', name: 'a text protocol', hint: `The peer answers in plain text. ${otherPort}` }
  }
  return undefined
}
