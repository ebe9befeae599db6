/**
 * What an error's body says, as Kafka words it: `{"<error>" - "<error_description>"}`, the same for `errorCode` and
 * `errorSummary`, the JSON as it is, or `{<text>}`. Kafka: `HttpJwtRetriever.formatErrorMessage`.
 */
export function formatErrorMessage(body: string | null): string {
  if (body === null || body === '') return '{}'
  const json = parsed(body)
  if (json === undefined) return `{${body}}`
  const { error, description } = errorOf(json)
  if (error === undefined) return JSON.stringify(json)
  return `{${JSON.stringify(error)} - ${description === undefined ? '' : JSON.stringify(description)}}`
}

/** The error of RFC 6749 (section 5.2), or of Okta's API, in a JSON body. */
export function oauthError(body: string): { error: string | undefined; description: string | undefined } {
  const json = parsed(body)
  return json === undefined ? { error: undefined, description: undefined } : errorOf(json)
}

function errorOf(json: unknown): { error: string | undefined; description: string | undefined } {
  const text = (name: string): string | undefined => {
    if (typeof json !== 'object' || json === null || !Object.hasOwn(json, name)) return undefined
    const value: unknown = Reflect.get(json, name)
    return typeof value === 'string' ? value : undefined
  }
  if (text('error') !== undefined) return { error: text('error'), description: text('error_description') }
  return { error: text('errorCode'), description: text('errorSummary') }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
