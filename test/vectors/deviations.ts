import type { Vector } from './adapter.js'

/** Cases that are left out on purpose, by rule: what they have in common, and why. */
interface Deviation {
  /** The area, or the beginning of it. */
  readonly area: string
  readonly when: (expected: string, input: string) => boolean
  readonly reason: string
}

const always = (): boolean => true
const javaObjects = 'Java’s callback objects and their life cycle, which options and functions take the place of'

const deviations: readonly Deviation[] = [
  {
    area: 'oauthbearer.unsecuredLogin.token',
    when: (expected) => /malformed (JSON|Base64)/.test(expected),
    reason: 'Kafka’s login handler escapes claims wrongly and then refuses its own token: here it is right',
  },
  {
    area: 'oauthbearer.unsecuredLogin.token',
    when: (expected, input) =>
      expected.includes('PatternSyntaxException') ||
      expected.includes('Illegal JSON array') ||
      Object.entries(optionsOf(input)).some(
        ([name, value]) => name.includes('ListClaim_') && hasEarlyEmptyElement(value),
      ),
    reason:
      'Kafka’s lists get an element too many, or fail, for some separators and empty elements: here they are split as written',
  },
  {
    area: 'oauthbearer',
    when: (expected) => /not configured|Callback had a token already/.test(expected),
    reason: javaObjects,
  },
  { area: 'oauthbearer.unsecuredLogin.configure', when: always, reason: javaObjects },
  { area: 'oauthbearer.saslServer', when: (_, input) => /"(props|handler|then)":/.test(input), reason: javaObjects },
  { area: 'oauthbearer.tokenCallback', when: always, reason: javaObjects },
  {
    area: 'oauthbearer.extensionsValidatorCallback',
    when: (expected) => expected.includes('NullPointerException'),
    reason: javaObjects,
  },
  { area: 'saslExtensions', when: (expected) => expected.includes('UnsupportedOperation'), reason: javaObjects },
  { area: 'saslClientCallbackHandler', when: always, reason: javaObjects },
  { area: 'plain.serverFactory', when: always, reason: javaObjects },
  {
    area: 'plain.server',
    when: (expected) => expected.includes('exchange has not completed'),
    reason: 'what is not authenticated yet has no authorization id to ask for: the type has none',
  },
  {
    area: 'config.client.connection',
    when: (_, input) => input === '{}',
    reason: 'limits inside Kafka’s clients that no property sets',
  },
  {
    area: 'config.client.connection',
    when: (_, input) => /"name":"(metadata\.recovery\.strategy|linger\.ms|enable\.metrics\.push)"/.test(input),
    reason: 'a default that Kafka has changed between these cases (4.0) and 4.4, which counts here',
  },
]

/** Why a case is left out; undefined if it is not. */
export function deviation(vector: Vector): string | undefined {
  const area = vector.area ?? ''
  const expected = JSON.stringify(vector['expected'] ?? null)
  const input = JSON.stringify(vector['input'] ?? null)
  const found = deviations.find(
    (rule) => (area === rule.area || area.startsWith(`${rule.area}.`)) && rule.when(expected, input),
  )
  return found?.reason
}

function optionsOf(input: string): Readonly<Record<string, string>> {
  return (JSON.parse(input) as { options?: Record<string, string> }).options ?? {}
}

/** An empty element anywhere but at the very end. */
function hasEarlyEmptyElement(list: string): boolean {
  return list
    .slice(1)
    .split(list[0] ?? '')
    .slice(0, -1)
    .includes('')
}
