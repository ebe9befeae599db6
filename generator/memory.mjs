// What a decoded struct takes of memory, in words of 8 bytes as V8 lays objects out on a 64-bit machine.
import { includes, versionsOf } from './model.mjs'

/** Map, properties, elements; an array has its length, too. */
const header = 3
/** As in src/protocol/budget.ts. Texts and views are charged when they are read. */
const boxes = { int64: 3, float64: 2, uuid: 5 }

/** An element of an array, the slot that refers to it included: the most that it takes in any version, all arrays empty. */
export function wordsOf(message, struct) {
  return 1 + Math.max(...versionsOf(message, struct).map((version) => objectIn({ struct, version })))
}

/**
 * An object has all its fields in every version. Those that the version lacks, and tagged ones, have defaults: constants
 * but for objects. A tagged field that is there has more bytes than what it is boxed in needs.
 */
function objectIn({ struct, version }) {
  let words = header + struct.fields.length
  for (const field of struct.fields) {
    const present = field.tag === null && includes(field.live, version)
    if (field.array) words += header + 1
    else if (field.type === 'struct') words += objectIn({ struct: field.struct, version: present ? version : -1 })
    else if (present) words += boxes[field.type] ?? 0
  }
  return words
}
