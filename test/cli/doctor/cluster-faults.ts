import { Metadata } from '#src/messages/Metadata.js'
import { createAuthority } from '#src/testing/index.js'
import { there } from './clinic.js'
import { answering, broken, closedPort, cluster, telling } from './stage.js'
import type { Faults } from './clinic.js'
import type { Staged } from './stage.js'

/** A broker that tells of brokers elsewhere. */
const advertising = (...brokers: readonly { readonly host: string; readonly port: number }[]): Promise<Staged> =>
  telling(() => cluster(...brokers))

/** What a broker tells of its cluster, and where that leads. */
export const clusterFaults: Faults = {
  'a cluster without brokers': {
    stage: () => telling(() => ({ ...cluster(), controllerId: -1 })),
    args: there(),
    step: 'metadata',
    code: 'NO_BROKERS',
    advice: /controllers/,
  },
  'a cluster without a controller': {
    stage: () => telling((port) => ({ ...cluster({ host: 'localhost', port }), controllerId: -1 })),
    args: there(),
    step: 'metadata',
    code: 'NO_CONTROLLER',
    advice: /election/,
    warning: true,
  },
  'a client over its quota': {
    stage: () => telling((port) => ({ ...cluster({ host: 'localhost', port }), throttleTimeMs: 700 })),
    args: there(),
    step: 'metadata',
    code: 'THROTTLED',
    advice: /quota/,
    warning: true,
  },
  'a broker that falls silent after the login': {
    stage: () => broken({}, (broker) => broker.on(Metadata).stall()),
    args: there('--timeout', '1500ms'),
    step: 'metadata',
    code: 'CONNECT_TIMEOUT',
    advice: /overloaded/,
  },
  'something between that changes the bytes': {
    stage: () => broken({}, (broker) => broker.on(Metadata).corrupt()),
    args: there(),
    step: 'metadata',
    code: 'DECODE_FAILED',
    advice: /./,
  },
  'an advertised name that does not exist': {
    stage: () => advertising({ host: 'broker-1.invalid', port: 9092 }),
    args: there(),
    step: 'advertised',
    code: 'DNS_NOT_FOUND',
    advice: /advertised\.listeners/,
  },
  'an advertised port that is closed': {
    stage: async () => advertising({ host: '127.0.0.1', port: await closedPort() }),
    args: there(),
    step: 'advertised',
    code: 'CONNECTION_REFUSED',
    advice: /advertised\.listeners/,
  },
  'an advertised listener with TLS, where the first had none': {
    stage: ({ secure }) => advertising({ host: 'localhost', port: secure.port }),
    args: there(),
    step: 'advertised',
    code: 'TLS_EXPECTED',
    advice: /another kind.*SASL_SSL/,
  },
  'an advertised listener with a login, where the first had none': {
    stage: ({ plaintext }) => advertising({ host: 'localhost', port: plaintext.port }),
    args: there(),
    step: 'advertised',
    code: 'LOGIN_REQUIRED',
    advice: /another kind.*SCRAM-SHA-256/,
  },
  'an advertised name that the certificate does not have': {
    stage: async () => {
      const authority = createAuthority()
      const staged = await telling((port) => cluster({ host: '127.0.0.1', port }), authority.server(['localhost']))
      return { ...staged, files: { staged: authority.cert } }
    },
    args: there('--ca', 'staged'),
    step: 'advertised',
    code: 'TLS_HOSTNAME_MISMATCH',
    advice: /its certificate must have that name.*DNS:localhost/,
  },
  'an advertised port that is no Kafka': {
    stage: async () => {
      const other = await answering('HTTP/1.1 400 Bad Request\r\n\r\n')
      const staged = await advertising({ host: 'localhost', port: other.port })
      const close = async (): Promise<void> => {
        await Promise.all([staged.close(), other.close()])
      }
      return { ...staged, close }
    },
    args: there(),
    step: 'advertised',
    code: 'NOT_KAFKA',
    advice: /HTTP/,
  },
  'one of three brokers down': {
    stage: async ({ open }) => {
      const port = await closedPort()
      return telling((own) => cluster(...[own, open.port, port].map((at) => ({ host: 'localhost', port: at }))))
    },
    args: there(),
    step: 'advertised',
    code: 'CONNECTION_REFUSED',
    advice: /advertised\.listeners/,
  },
}
