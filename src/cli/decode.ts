import { CommandLineError, exitCodes } from './command.js'
import { apiNamed, parseVersion } from './apis.js'
import { parse } from './arguments.js'
import { decodeRequest, decodeResponse, framesOf } from './frames.js'
import { toJson } from './message-json.js'
import { decodeConversation, isConversation } from './stream.js'
import { styled } from './terminal.js'
import type { Decoded } from './frames.js'
import type { Command } from './command.js'
import type { Terminal } from './terminal.js'

const flags = {
  response: {
    type: 'string',
    value: 'API',
    help: 'The bytes are responses of this API; without it, they are requests',
  },
  version: { type: 'string', value: 'N', help: 'Version of the responses: they do not tell it themselves' },
  'no-header': { type: 'boolean', help: 'The responses begin behind their header' },
  reveal: { type: 'boolean', help: 'Show secret bytes: those of logins, delegation tokens, SCRAM credentials' },
} as const

/** `ottla decode`: bytes of Kafka's protocol by the names of their fields. */
export const decode: Command = {
  name: 'decode',
  usage: '[BYTES] [options]',
  about:
    'Reads requests or responses, with or without their sizes, one or many: hex (as xxd -p, tcpdump or Wireshark write it), base64 or raw, from the command line or the input. Both directions of a TCP stream, as tshark extracts it from a capture, are decoded together: responses by the requests that they answer. Prints each as JSON, and names field and offset where they end to make sense.',
  flags,
  examples: [
    'ottla decode 0012000000000001000161',
    'xxd -p request.bin | ottla decode',
    'ottla decode --response Metadata --version 12 < response.bin',
    'tshark -r capture.pcap -q -z follow,tcp,raw,0 | ottla decode',
  ],
  exits: { 1: 'Some bytes make no sense; what could be read was printed.' },
  see: ['request'],
  async run(args, terminal) {
    const { values, rest } = parse(args, flags)
    const input = rest.length > 0 ? Buffer.from(rest.join('')) : await terminal.readInput()
    const all = await decodedFrom(input, values)
    for (const decoded of all) print(decoded, { terminal, reveal: values.reveal ?? false })
    return all.some(({ problem }) => problem !== null) ? exitCodes.failed : exitCodes.ok
  },
}

interface DecodeValues {
  readonly response: string | undefined
  readonly version: string | undefined
  readonly 'no-header': true | undefined
}

async function decodedFrom(input: Buffer, values: DecodeValues): Promise<Decoded[]> {
  const decoder = await decoderFor(values)
  const text = input.toString('latin1')
  if (isConversation(text)) {
    if (values.response !== undefined) throw new CommandLineError('--response is not for a stream of both directions')
    return decodeConversation(text)
  }
  const all: Decoded[] = []
  for (const frame of framesOf(input)) all.push(await decoder(frame))
  return all
}

type Decoder = (frame: Buffer) => Promise<Decoded>

async function decoderFor(values: DecodeValues): Promise<Decoder> {
  if (values.response === undefined) {
    if (values.version !== undefined || values['no-header']) {
      throw new CommandLineError('--version and --no-header are for --response: a request tells its version itself')
    }
    return decodeRequest
  }
  const api = await apiNamed(values.response)
  if (values.version === undefined) throw new CommandLineError(`--response ${api.name} needs --version N`)
  const version = parseVersion(api, values.version)
  const header = values['no-header'] !== true
  return async (frame) => decodeResponse(frame, { api, version, header })
}

function print(
  { title, message, problem }: Decoded,
  { terminal, reveal }: { terminal: Terminal; reveal: boolean },
): void {
  const { out, err } = terminal
  err.write(`${styled(err, 'bold', title)}\n`)
  if (message !== null) out.write(`${toJson(message, { reveal })}\n`)
  if (problem !== null) err.write(`${styled(err, 'red', '✗')} ${problem}\n`)
}
