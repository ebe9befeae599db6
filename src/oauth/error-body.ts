/**
 * What an error's body says, as Kafka words it: `{"<error>" - "<error_description>"}`, the same for `errorCode` and
 * `errorSummary`, other JSON as it is, or `{<text>}`. Kafka: `formatErrorMessage`.
 */
export function formatErrorMessage(body: string | null): string {
  if (body === null || body.trim() === '') return '{}'
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    return `{${body}}`
  }
  for (const [code, text] of PAIRS) {
    const error = member(json, code)
    if (error !== undefined) return `{${JSON.stringify(error)} - ${JSON.stringify(member(json, text)) ?? ''}}`
  }
  return body
}

/** The error of RFC 6749 (section 5.2), or of services with words of their own, in a JSON body. */
export function oauthError(body: string): { error: string | undefined; description: string | undefined } {
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    return { error: undefined, description: undefined }
  }
  for (const [code, text] of [...PAIRS, ...CLOUD_PAIRS]) {
    const [error, description] = [member(json, code), member(json, text)]
    if (typeof error === 'string') {
      return { error, description: typeof description === 'string' ? description : undefined }
    }
  }
  return { error: undefined, description: undefined }
}

const PAIRS = [
  ['error', 'error_description'],
  ['errorCode', 'errorSummary'],
] as const

/** AWS: containers and its JSON services. */
const CLOUD_PAIRS = [
  ['code', 'message'],
  ['Code', 'Message'],
] as const

function member(json: unknown, name: string): unknown {
  return typeof json === 'object' && json !== null && Object.hasOwn(json, name) ? Reflect.get(json, name) : undefined
}
