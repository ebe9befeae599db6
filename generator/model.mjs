// Kafka's definitions, resolved: structs by reference, versions as numbers, types of TypeScript chosen.

const openEnd = 0x7fff

/** `3+`, `4-8`, `7` or `none` as [first, last]; null for none. */
export function parseVersions(text) {
  if (text === undefined || text === 'none') return null
  const [, first, plus, last] = /^(\d+)(?:(\+)|-(\d+))?$/.exec(text.trim())
  return [Number(first), plus ? openEnd : Number(last ?? first)]
}

export function intersect(a, b) {
  if (a === null || b === null) return null
  const both = [Math.max(a[0], b[0]), Math.min(a[1], b[1])]
  return both[0] <= both[1] ? both : null
}

const contains = (outer, inner) => outer !== null && outer[0] <= inner[0] && outer[1] >= inner[1]

/** A message with every struct resolved. */
export function modelMessage(definition) {
  const versions = parseVersions(definition.validVersions)
  if (versions === null) return null
  const flexible = intersect(parseVersions(definition.flexibleVersions), versions)
  const message = {
    name: definition.name,
    kind: definition.type,
    apiKey: definition.apiKey,
    unstable: definition.latestVersionUnstable === true,
    versions,
    flexible,
    structs: new Map(),
  }
  const bodies = new Map(Object.entries(definition.commonStructs))
  collectBodies(definition.fields, bodies)
  message.root = resolveStruct(message, { name: definition.name, fields: definition.fields, uses: versions }, bodies)
  return message
}

function collectBodies(fields, bodies) {
  for (const field of fields) {
    if (!field.fields) continue
    bodies.set(field.type.replace('[]', ''), field.fields)
    collectBodies(field.fields, bodies)
  }
}

/** A struct is made once, for all the versions in which it is used. */
function resolveStruct(message, { name, fields, uses }, bodies) {
  const typeName = name.startsWith(message.name) ? name : `${message.name}${name}`
  const known = message.structs.get(typeName)
  if (known) {
    const wider = [Math.min(known.uses[0], uses[0]), Math.max(known.uses[1], uses[1])]
    if (contains(known.uses, wider)) return known
    uses = wider
  }
  const struct = known ?? { typeName }
  struct.uses = uses
  struct.fields = fields.map((field) => resolveField(message, { field, uses }, bodies))
  // Inner structs come first: a file reads from its leaves to its root.
  message.structs.delete(typeName)
  message.structs.set(typeName, struct)
  return struct
}

const primitives = /^(bool|int8|int16|uint16|int32|int64|float64|uuid|string|bytes|records)$/

function resolveField(message, { field, uses }, bodies) {
  const array = field.type.startsWith('[]')
  const type = field.type.replace('[]', '')
  const versions = parseVersions(field.versions)
  const live = intersect(versions, uses)
  const tagged = intersect(parseVersions(field.taggedVersions), message.versions)
  const isStruct = !primitives.test(type)
  if (tagged !== null && (live === null || !contains(tagged, live)))
    throw new Error(`${message.name}.${field.name}: partly tagged`)
  const hasDefault = field.default !== undefined
  return {
    name: field.name[0].toLowerCase() + field.name.slice(1),
    type: isStruct ? 'struct' : type,
    array,
    struct: isStruct
      ? resolveStruct(message, { name: type, fields: bodies.get(type), uses: live ?? uses }, bodies)
      : null,
    live,
    everywhere: contains(versions, uses),
    nullable: intersect(parseVersions(field.nullableVersions), live),
    tag: tagged === null ? null : field.tag,
    default: hasDefault
      ? String(
          Number.isNaN(Number(field.default)) || field.default === '' || typeof field.default === 'boolean'
            ? field.default
            : BigInt(field.default),
        )
      : null,
    required: !hasDefault && tagged === null && contains(versions, uses),
    ignorable: field.ignorable === true,
    legacy: field.flexibleVersions === 'none',
    text: { versions: field.versions, nullable: field.nullableVersions, tagged: field.taggedVersions },
  }
}

const sizes = { bool: 1, int8: 1, int16: 2, uint16: 2, int32: 4, int64: 8, float64: 8, uuid: 16 }

/** The fewest bytes that a struct has in any of its versions. */
export function leastSize(message, struct) {
  return Math.min(...versionsOf(message, struct).map((version) => sizeIn(message, { struct, version })))
}

/** The versions in which a struct is used. */
export function versionsOf(message, struct) {
  const [first, last] = intersect(struct.uses, message.versions)
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

export function includes(range, version) {
  return range !== null && version >= range[0] && version <= range[1]
}

function sizeIn(message, { struct, version }) {
  const within = (range) => includes(range, version)
  const flexible = within(message.flexible)
  let size = flexible ? 1 : 0
  for (const field of struct.fields) {
    if (!within(field.live) || (flexible && field.tag !== null)) continue
    if (field.array) size += flexible ? 1 : 4
    else if (field.type === 'struct')
      size += within(field.nullable) ? 1 : sizeIn(message, { struct: field.struct, version })
    else if (field.type === 'string') size += flexible ? 1 : 2
    else size += sizes[field.type] ?? (flexible ? 1 : 4)
  }
  return size
}

/** A condition on `v` for a range of versions, given those that occur; null if always, 'false' if never. */
export function condition(range, within) {
  if (range === null) return 'false'
  const parts = []
  if (range[0] > within[0]) parts.push(`v >= ${range[0]}`)
  if (range[1] < within[1]) parts.push(`v <= ${range[1]}`)
  return parts.length === 0
    ? null
    : range[0] === range[1] && parts.length === 2
      ? `v === ${range[0]}`
      : parts.join(' && ')
}
