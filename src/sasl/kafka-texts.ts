/** What Kafka's brokers say to a login that fails, whoever tries it with whatever secret. */
const TEXTS: ReadonlySet<string> = new Set([
  // PlainSaslServer, ScramSaslServer
  'Authentication failed: Invalid username or password',
  'Authentication failed: Invalid user credentials',
  'Authentication failed: credentials for user could not be verified',
  'Authentication failed: Credentials could not be obtained',
  'Authentication failed: username not specified',
  'Authentication failed: password not specified',
  'Authentication failed: Client requested an authorization id that is different from username',
  ...[1, 2, 4].map((count) => `Invalid SASL/PLAIN response: expected 3 tokens, got ${count}`),
  // SaslServerAuthenticator, KafkaApis
  'SaslAuthenticate request received after successful authentication',
  // Errors
  'The broker does not support the requested SASL mechanism.',
  'Request is not valid given the current SASL state.',
  'SASL Authentication failed.',
])

/** Texts with the mechanism's name at their end; the first one up to Kafka 2.1. */
const OF_MECHANISM = ['', 'during authentication ', 'during re-authentication '].map(
  (when) => `Authentication failed ${when}due to invalid credentials with SASL mechanism `,
)

/** Whether a broker's text is one of Kafka's own, in which nobody has put anything. */
export function isKafkasText(text: string, mechanism: string): boolean {
  return TEXTS.has(text) || OF_MECHANISM.some((begin) => text === begin + mechanism)
}
