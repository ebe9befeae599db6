import { entries } from '../tools/entries.js'

// The table of contents. A page that is not named here fails the build; one that is named but not written is left out.

export const pages = [
  {
    text: 'Start',
    items: [
      { text: 'Getting started', page: 'guide/getting-started' },
      { text: 'Command line', page: 'guide/command-line' },
      { text: "Why can't I connect?", page: 'guide/doctor' },
      { text: 'Configuration', page: 'guide/configuration' },
      { text: 'From KafkaJS', page: 'guide/migrating-from-kafkajs' },
      { text: 'Adapters', page: 'guide/adapters' },
    ],
  },
  {
    text: 'Mechanisms',
    items: [
      { text: 'PLAIN', page: 'mechanisms/plain' },
      { text: 'SCRAM', page: 'mechanisms/scram' },
      { text: 'OAUTHBEARER', page: 'mechanisms/oauthbearer' },
      { text: 'GSSAPI (Kerberos)', page: 'mechanisms/gssapi' },
      { text: 'AWS_MSK_IAM', page: 'mechanisms/aws-msk-iam' },
      { text: 'Delegation tokens', page: 'mechanisms/delegation-tokens' },
      { text: 'A mechanism of your own', page: 'mechanisms/custom' },
      { text: 'TLS', page: 'mechanisms/tls' },
    ],
  },
  {
    text: 'Guides',
    items: [
      { text: 'SASL extensions (KIP-342)', page: 'guide/extensions' },
      { text: 'Token sources', page: 'guide/oauth' },
      { text: 'Testing without Docker', page: 'guide/testing' },
      { text: 'Writing a gateway', page: 'guide/gateway' },
      { text: 'Observability', page: 'guide/observability' },
      { text: 'Security model', page: 'guide/security' },
    ],
  },
  {
    text: 'Reference',
    items: [
      { text: 'Errors', page: 'guide/errors' },
      { text: 'Kafka and KIP coverage', page: 'guide/coverage' },
      { text: 'Clients that log in', page: 'interop' },
      { text: 'Performance', page: 'guide/performance' },
      { text: 'API', page: 'api/index' },
    ],
  },
]

/** The API reference: all of it is written by TypeDoc and by tools/messages.js when the site is built. */
export const apiPages = {
  items: [
    { text: 'Overview', page: 'api/index' },
    ...entries.map(({ name, page }) => ({ text: name, page })),
    { text: 'Every Kafka API', page: 'api/apis' },
  ],
}
