import { apis } from '../messages/apis.js'
import type { BrokerVersions } from '../connection/versions.js'
import type { Output } from './terminal.js'

/** Which versions of an API a broker speaks. */
export interface VersionRange {
  readonly key: number
  /** Kafka's name of the API; null if it is newer than Ottla. */
  readonly api: string | null
  readonly min: number
  readonly max: number
}

const names: ReadonlyMap<number, string> = new Map(Object.values(apis).map(({ key, name }) => [key, name]))

/** What a broker told in ApiVersions, by key. */
export function versionRanges(versions: BrokerVersions): VersionRange[] {
  return [...versions]
    .map(([key, { min, max }]) => ({ key, api: names.get(key) ?? null, min, max }))
    .sort((a, b) => a.key - b.key)
}

/** The ranges in as many columns as the output is wide. */
export function versionTable(ranges: readonly VersionRange[], output: Output): string[] {
  const cells = ranges.map(({ key, api, min, max }) => {
    const range = min === max ? String(min) : `${String(min)}–${String(max)}`
    return `${api ?? `API ${String(key)}`} ${range}`
  })
  const width = Math.max(...cells.map((cell) => cell.length), 1) + 2
  const columns = Math.max(1, Math.floor((Math.min(output.columns, 120) - 2) / width))
  const rows = Math.ceil(cells.length / columns)
  return Array.from({ length: rows }, (_, row) => {
    const line = cells.filter((_cell, at) => at % rows === row).map((cell) => cell.padEnd(width))
    return `  ${line.join('').trimEnd()}`
  })
}
