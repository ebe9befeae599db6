// Breaks the lines that would be too wide to read.

const width = 120

export function wrap(source) {
  return source.split('\n').map(wrapLine).join('\n')
}

function wrapLine(line) {
  if (line.length <= width) return line
  const indent = /^ */.exec(line)[0]
  const signature = /^(function \w+)\((.*)\)(: .* \{)$/.exec(line)
  if (signature)
    return broken(indent, { head: `${signature[1]}(`, items: signature[2].split(', '), tail: `)${signature[3]}` })
  // A destructuring, an object literal, an import: none of them nests another where it is that long.
  const braces = /^(.*?(?:const|=|import|return) )\{ (.*) \}( = x| from '.*')?$/.exec(line)
  if (braces && !braces[2].includes('{')) {
    return broken(indent, { head: `${braces[1].trim()} {`, items: braces[2].split(', '), tail: `}${braces[3] ?? ''}` })
  }
  const test = /^( *(?:return|if \() ?)(.*?)(\) .*\(w, v, x\)|)$/.exec(line)
  if (test && / (&&|\|\|) /.test(test[2])) {
    const parts = test[2].split(/(?<= (?:&&|\|\|)) /)
    if (test[1].trim() === 'return') return `${indent}return (\n${indent}  ${parts.join(`\n${indent}  `)}\n${indent})`
    return `${indent}if (\n${indent}  ${parts.join(`\n${indent}  `)}\n${indent}${test[3]}`
  }
  return line
}

function broken(indent, { head, items, tail }) {
  return `${indent}${head}\n${items.map((item) => `${indent}  ${item},\n`).join('')}${indent}${tail}`
}
