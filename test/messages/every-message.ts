import * as published from '#src/messages/index.js'
import type { Message } from '#src/messages/index.js'

/** A message of which nothing but its definition is known. */
export type AnyMessage = Message<object, never>

function isMessage(value: unknown): value is AnyMessage {
  return typeof value === 'object' && value !== null && 'decode' in value && 'fields' in value
}

/** Requests, responses, headers and data records. */
export const everyMessage: readonly AnyMessage[] = Object.values(published as Record<string, unknown>).flatMap(
  (value) => {
    if (isMessage(value)) return [value]
    if (typeof value !== 'object' || value === null || !('request' in value && 'response' in value)) return []
    return [value.request, value.response].filter(isMessage)
  },
)

export function versionsOf({ minVersion, maxVersion }: AnyMessage): number[] {
  return Array.from({ length: maxVersion - minVersion + 1 }, (_, i) => minVersion + i)
}

export function isFlexible({ flexibleSince }: AnyMessage, version: number): boolean {
  return flexibleSince !== null && version >= flexibleSince
}
