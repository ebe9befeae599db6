import type { Mutation } from './mutation.js'

/** Guards of the versions, the handshake and the mechanisms. */
export const loginMutations: readonly Mutation[] = [
  {
    number: 'W-24',
    edits: [['connection/versions.ts', 'throw this.#unsupported(api, range, { wanted, phase })', 'return 0']],
  },
  { number: 'W-25', edits: [['connection/negotiate.ts', 'if (response.errorCode !== 0) {', 'if (false) {']] },
  {
    number: 'W-25',
    edits: [
      ['connection/negotiate.ts', 'let version = ApiVersions.maxVersion', 'let version = ApiVersions.minVersion'],
    ],
  },
  {
    number: 'W-26',
    edits: [['connection/transport.ts', 'if (!this.#released) this.#handlers.lost(undefined)', '']],
  },
  {
    number: 'W-27',
    edits: [['connection/versions.ts', 'if (minVersion > maxVersion || minVersion < 0) {', 'if (false) {']],
  },
  {
    number: 'W-27',
    edits: [
      [
        'connection/versions.ts',
        'throw this.#unsupported(api, range, { wanted, phase })',
        "throw new RangeError('no such version')",
      ],
    ],
  },
  { number: 'W-30', edits: [['connection/login-refusals.ts', ', but [${enabled}]', '']] },
  {
    number: 'W-31',
    edits: [['connection/login.ts', '(loss) => hungUp(place, conversation, loss)', 'undefined']],
  },
  {
    number: 'W-32',
    edits: [
      [
        'connection/login.ts',
        'throw failed(attempt, conversation ? conversation.conceal(error) : error)',
        'throw error',
      ],
    ],
  },
  {
    number: 'W-33',
    edits: [['sasl/plain.ts', '    name: NAME,\n    clearText: true,', '    ...options, name: NAME,']],
  },
  {
    number: 'W-34',
    edits: [['connection/options.ts', "if (typeof value !== 'number' || !(value > 0))", 'if (false)']],
  },
  {
    number: 'W-35',
    edits: [
      [
        'connection/connect.ts',
        "events.emit('authenticate', { broker, mechanism: name,",
        "events.emit('authenticate', { broker, mechanism: 'PLAIN',",
      ],
    ],
  },
  { number: 'W-36', edits: [['connection/session.ts', 'lifetime * (0.85 + 0.1 * this.#random())', 'lifetime']] },
  { number: 'W-36', edits: [['connection/session.ts', 'this.#renewedAt + renewalInterval', '0']] },
  {
    number: 'W-36',
    edits: [
      [
        'connection/link.ts',
        "if (verdict === 'renew') void this.#reauthenticate()",
        "if (verdict === 'renew') return true",
      ],
    ],
  },
  // A closed list of mechanisms, and credentials that are texts only.
  {
    number: 'W-37',
    edits: [['connection/options.ts', "typeof mechanism.start !== 'function'", 'mechanism.clearText === undefined']],
  },
  { number: 'W-38', edits: [['sasl/oauthbearer/client.ts', 'if (secure || allowPlaintext) return', 'return']] },
  {
    number: 'W-38',
    edits: [
      ['connection/connect.ts', "events.emit('warning', { broker, code: 'CLEARTEXT_CREDENTIALS', message })", ''],
    ],
  },
  { number: 'W-39', edits: [['config/warnings.ts', "property.startsWith('sasl.') && !protocol.sasl", 'false']] },
  { number: 'W-40', edits: [['connection/login.ts', 'if (step.done && !first) {', 'if (false) {']] },
  { number: 'W-41', edits: [['sasl/plain.ts', ': message(fixed)', ': Promise.resolve(message(fixed))']] },
  { number: 'W-42', edits: [['sasl/plain.ts', "if (value.includes('\\0'))", 'if (false)']] },
  { number: 'W-42', edits: [['sasl/plain.ts', "if (value === '')", 'if (false)']] },
  {
    number: 'W-42',
    edits: [
      [
        'connection/login-channel.ts',
        "if (!(error instanceof DecodeError && error.path === 'authBytes')) throw error",
        'throw error',
      ],
    ],
  },
  {
    number: 'W-43',
    edits: [['sasl/gssapi/security-layer.ts', 'if (((offer[0] ?? 0) & NO_LAYER) === 0)', 'if (false)']],
  },
  {
    number: 'W-43',
    edits: [
      ['sasl/gssapi/security-layer.ts', 'Buffer.concat([OFFER,', 'Buffer.concat([Uint8Array.of(1, 0, 255, 255),'],
    ],
  },
  { number: 'W-44', edits: [['sasl/scram/client.ts', 'saslName: encodeSaslName(username)', 'saslName: username']] },
  { number: 'W-46', edits: [['sasl/scram/client.ts', 'if (error !== undefined) {', 'if (false) {']] },
  { number: 'W-47', edits: [['sasl/scram/client.ts', 'if (iterations < MIN_ITERATIONS) {', 'if (false) {']] },
  { number: 'W-47', edits: [['sasl/scram/client.ts', 'if (iterations > maxIterations) {', 'if (false) {']] },
  {
    number: 'W-48',
    edits: [['sasl/scram/client.ts', "if (received.mandatoryExtension && options.quirks !== 'kafka')", 'if (false)']],
  },
  // Attributes in any order.
  {
    number: 'W-48',
    edits: [
      [
        'sasl/scram/grammar.ts',
        'new RegExp(`^${RESERVED}r=(${PRINTABLE}),s=(${BASE64}),i=([0-9]+)${EXTENSIONS}$`)',
        '/^(m=[^,]+,)?(?=.*r=([^,]+))(?=.*s=([^,]+))(?=.*i=([0-9]+))/',
      ],
    ],
  },
  {
    number: 'W-49',
    edits: [
      [
        'sasl/scram/grammar.ts',
        "const BASE64 = '(?:[a-zA-Z0-9/+]{4})*(?:[a-zA-Z0-9/+]{3}=|[a-zA-Z0-9/+]{2}==)?'",
        "const BASE64 = '[^,]*'",
      ],
    ],
  },
  { number: 'W-49', edits: [['sasl/scram/client.ts', 'serverSignature.length !== expected.length || ', '']] },
  { number: 'W-52', edits: [['sasl/oauthbearer/client.ts', '        if (empty) {', '        if (true) {']] },
  { number: 'W-53', edits: [['sasl/oauthbearer/client.ts', 'if (!isBearerToken(token)) {', 'if (false) {']] },
  { number: 'W-54', edits: [['sasl/oauthbearer/grammar.ts', 'if (extensions.has(AUTH_KEY))', 'if (false)']] },
  { number: 'A-4', edits: [['sasl/oauthbearer/grammar.ts', '!EXTENSION_NAME.test(name)', 'false']] },
  {
    number: 'W-55',
    edits: [['sasl/oauthbearer/refreshing-login.ts', 'if (this.#flight !== undefined) return this.#flight', '']],
  },
  // A mechanism has to be made by a class of ours.
  {
    number: 'W-56',
    edits: [['connection/options.ts', "typeof mechanism.start !== 'function'", 'mechanism.constructor !== Map']],
  },
  { number: 'A-5', edits: [['connection/link.ts', "if (this.#state.name !== 'ready') return false", '']] },
  // Sockets only.
  {
    number: 'A-6',
    edits: [['connection/dial-hook.ts', '!isStream(given)', "!('remoteAddress' in Object(given))"]],
  },
]
