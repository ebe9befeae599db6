import { there, to } from './clinic.js'
import { answering, broken, closed, greeter, nameService, network, stranger } from './stage.js'
import { ApiVersions } from '#src/messages/ApiVersions.js'
import type { ApiVersionsResponseInput } from '#src/messages/ApiVersions.js'
import type { Faults } from './clinic.js'

/** A broker that offers these APIs and no others. */
function offering(...apis: readonly (readonly [key: number, min: number, max: number])[]): ApiVersionsResponseInput {
  const apiKeys = apis.map(([apiKey, minVersion, maxVersion]) => ({ apiKey, minVersion, maxVersion }))
  return { errorCode: 0, apiKeys: [{ apiKey: ApiVersions.key, minVersion: 0, maxVersion: 4 }, ...apiKeys] }
}

/** From the name to what speaks on the port. */
export const networkFaults: Faults = {
  'a name that does not exist': {
    args: () => ['no-such-host.invalid:9092'],
    step: 'dns',
    code: 'DNS_NOT_FOUND',
    advice: /spelt/,
  },
  'a name service that is down': {
    stage: async () => nameService('EAI_AGAIN', await closed()),
    args: there(),
    step: 'dns',
    code: 'DNS_FAILED',
    advice: /resolver/,
  },
  'a name service that never answers': {
    stage: async () => nameService('silence', await closed()),
    args: there('--timeout', '1500ms'),
    step: 'dns',
    code: 'CONNECT_TIMEOUT',
    advice: /resolver/,
  },
  'a closed port': { stage: closed, args: there(), step: 'tcp', code: 'CONNECTION_REFUSED', advice: /broker running/ },
  'a firewall that drops everything': {
    stage: async () => network('silence', await closed()),
    args: there('--timeout', '1500ms'),
    step: 'tcp',
    code: 'CONNECT_TIMEOUT',
    advice: /firewall drops/,
  },
  'a network that cannot be reached': {
    stage: async () => network('ENETUNREACH', await closed()),
    args: there(),
    step: 'tcp',
    code: 'CONNECTION_FAILED',
    advice: /routes/,
  },
  'a name that only has an address of IPv6, where only IPv4 is routed': {
    stage: async () => nameService(['2001:db8::1'], network('ENETUNREACH', await closed(), 'IPv6')),
    args: there(),
    step: 'tcp',
    code: 'CONNECTION_FAILED',
    advice: /IPv6/,
  },
  'a name with an address of IPv6 that is dead': {
    stage: async () => nameService(['127.0.0.1', '::1'], network('ECONNREFUSED', await broken({}), 'IPv6')),
    args: there(),
    step: 'tcp',
    code: 'SOME_ADDRESSES_UNREACHABLE',
    advice: /take them out of the DNS/,
    warning: true,
  },
  'the first of two bootstrap servers down': {
    stage: closed,
    args: ({ open }, { port }) => [`localhost:${port},localhost:${open.port}`],
    step: 'tcp',
    code: 'CONNECTION_REFUSED',
    advice: /broker running/,
  },
  'a server that never answers': {
    stage: () => stranger(() => undefined),
    args: there('--timeout', '1500ms'),
    step: 'protocol',
    code: 'CONNECT_TIMEOUT',
    advice: /TLS/,
  },
  'a server that hangs up': {
    stage: () => stranger((socket) => socket.end()),
    args: there(),
    step: 'protocol',
    code: 'CONNECTION_CLOSED',
    advice: /TLS/,
  },
  'a server that resets': {
    stage: () => stranger((socket) => socket.resetAndDestroy()),
    args: there(),
    step: 'protocol',
    code: 'CONNECTION_RESET',
    advice: /TLS/,
  },
  'a proxy that answers HTTP': {
    stage: () => answering('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'),
    args: there(),
    step: 'protocol',
    code: 'NOT_KAFKA',
    advice: /REST proxy/,
  },
  'an SSH server': {
    stage: () => greeter('SSH-2.0-OpenSSH_9.2\r\n'),
    args: there(),
    step: 'protocol',
    code: 'NOT_KAFKA',
    advice: /SSH/,
  },
  'a PostgreSQL server': {
    stage: () => answering(Buffer.from('E\0\0\0\x10SFATAL\0C0A000\0\0')),
    args: there(),
    step: 'protocol',
    code: 'NOT_KAFKA',
    advice: /PostgreSQL/,
  },
  'a Redis server': {
    stage: () => answering("-ERR unknown command '\\x00'\r\n"),
    args: there(),
    step: 'protocol',
    code: 'NOT_KAFKA',
    advice: /Redis/,
  },
  'a RabbitMQ server': {
    stage: () => answering(Buffer.from('AMQP\0\0\x09\x01')),
    args: there(),
    step: 'protocol',
    code: 'NOT_KAFKA',
    advice: /AMQP/,
  },
  'a server that sends random bytes': {
    stage: () => answering(Buffer.from('7f3a91c4e2d05b66a7', 'hex')),
    args: there(),
    step: 'protocol',
    code: 'FRAME_TOO_LARGE',
    advice: /no Kafka broker/,
  },
  'a broker that is too old': {
    stage: () => broken({}, (broker) => broker.on(ApiVersions).error(35)),
    args: there(),
    step: 'protocol',
    code: 'UNSUPPORTED_VERSION',
    advice: /0\.10/,
  },
  'a broker that shares no version': {
    stage: () => broken({}, (broker) => broker.on(ApiVersions).answer(offering([3, 100, 101]))),
    args: there(),
    step: 'protocol',
    code: 'UNSUPPORTED_VERSION',
    advice: /newer/,
  },
  'the port of a controller': {
    stage: () => broken({}, (broker) => broker.on(ApiVersions).answer(offering([52, 0, 2], [62, 0, 4], [63, 0, 1]))),
    args: there(),
    step: 'protocol',
    code: 'CONTROLLER_LISTENER',
    advice: /controller\.listener\.names/,
  },
  'a plaintext client at a TLS port that answers with an alert': {
    stage: () => answering(Buffer.from('15030300020246', 'hex')),
    args: there(),
    step: 'protocol',
    code: 'TLS_EXPECTED',
    advice: /--tls/,
  },
  'a plaintext client at a TLS port that hangs up': {
    args: ({ secure }) => to(secure.port),
    step: 'protocol',
    code: 'TLS_EXPECTED',
    advice: /--tls/,
  },
}
