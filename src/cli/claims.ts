/** What a token says of itself, unproven. Times are in ms since the epoch. */
export interface Claims {
  readonly all: Readonly<Record<string, unknown>>
  readonly issuedAt: number | undefined
  readonly notBefore: number | undefined
  readonly expiresAt: number | undefined
}

/** The claims of a JWT, signed or not; undefined for a token of another form. Proves nothing. */
export function claimsOf(token: string): Claims | undefined {
  const all = jsonPart(token, 1)
  if (all === undefined) return undefined
  const time = (name: string): number | undefined => {
    const seconds = all[name]
    return typeof seconds === 'number' && Number.isFinite(seconds) ? seconds * 1000 : undefined
  }
  return { all, issuedAt: time('iat'), notBefore: time('nbf'), expiresAt: time('exp') }
}

/** The header of a JWT: algorithm and key. */
export function headerOf(token: string): Readonly<Record<string, unknown>> | undefined {
  return jsonPart(token, 0)
}

function jsonPart(token: string, at: number): Readonly<Record<string, unknown>> | undefined {
  const parts = token.split('.')
  if (parts.length !== 3) return undefined
  try {
    const json: unknown = JSON.parse(Buffer.from(parts[at] ?? '', 'base64').toString('utf8'))
    return typeof json === 'object' && json !== null && !Array.isArray(json)
      ? (json as Readonly<Record<string, unknown>>)
      : undefined
  } catch {
    return undefined
  }
}

/** A span of time for a person: `40 seconds`, `10 minutes`, `3 hours`, `5 days`. */
export function span(ms: number): string {
  const size = Math.abs(ms)
  const units = [
    [86_400_000, 'day'],
    [3_600_000, 'hour'],
    [60_000, 'minute'],
    [1000, 'second'],
  ] as const
  // Two of a unit, so that 90 minutes are not 2 hours.
  const [unit, name] = units.find(([unit]) => size >= 2 * unit) ?? ([1000, 'second'] as const)
  const count = Math.round(size / unit)
  return `${String(count)} ${name}${count === 1 ? '' : 's'}`
}

/** A moment for a person, to the second, in UTC. */
export function moment(ms: number): string {
  return Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z') : 'a time beyond all dates'
}
