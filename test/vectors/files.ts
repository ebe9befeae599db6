import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Vector } from './adapter.js'

/** The cases of a .json file (an array) or of a .jsonl or .jsonl.gz file (an object a line). */
export function readVectors(file: string): Vector[] {
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
  const vectors = /\.jsonl(\.gz)?$/.test(file) ? text.split('\n').filter(Boolean).map(parseLine) : parseArray(text)
  // The first entry of an authentication file explains the notation.
  return vectors.filter(({ area }) => area !== 'meta')
}

function parseArray(text: string): Vector[] {
  const value: unknown = JSON.parse(text)
  if (!Array.isArray(value)) throw new Error('a vector file is an array, or an object a line')
  return value as Vector[]
}

/** An int64 is printed as a number, which JSON.parse would round: the long ones become strings. */
function parseLine(line: string): Vector {
  return JSON.parse(line.replace(/([:[,])(-?\d{16,})(?=[,}\]])/g, '$1"$2"')) as Vector
}

/** The area of a case: its own, or told by its form. */
export function areaOf(vector: Vector): string {
  if (vector.area !== undefined) return vector.area
  if ('mutation' in vector) return 'messages.malformed'
  if ('batches' in vector) return 'records.batches'
  if ('frames' in vector) return 'transcripts'
  if ('kind' in vector) return `clients.${String(vector['kind'])}`
  if ('type' in vector && 'json' in vector) return 'messages.valid'
  if ('type' in vector && 'path' in vector) return 'messages.unsupported'
  if ('requestVersions' in vector) return 'messages.apis'
  if ('retriable' in vector) return 'messages.errors'
  return 'unknown'
}
