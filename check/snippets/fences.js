// What is found in the texts: the fenced blocks of Markdown files and doc comments.
import { readFileSync, readdirSync } from 'node:fs'

/**
 * The fenced blocks of a text, each with its language, the rest of its info string, and the line on which it starts; a doc
 * comment's leading stars are taken off.
 */
export function fencesOf(text) {
  const found = []
  for (const match of text.matchAll(/^([ \t]*(?:\* ?)?)```(\w+)(?: ([^\n]*))?\n([\s\S]*?)^[ \t]*(?:\* ?)?```$/gm)) {
    const [, lead, language, info = '', body] = match
    const line = text.slice(0, match.index).split('\n').length + 1
    const code = body
      .split('\n')
      .map((one) => (lead.includes('*') ? one.replace(/^\s*\* ?/, '') : one))
      .join('\n')
    found.push({ line, language, info: info.trim(), code })
  }
  return found
}

/** Folders in which nobody wrote anything; the site's build may be at work in them at the same time. */
const foreign = /^(node_modules|docs\/api|src\/messages)$|\/(node_modules|\.[^/]+)$/

/** The fences of every text of the repository that has some. */
export function allFences(root) {
  const list = (top, ending) =>
    readdirSync(`${root}${top}`, { withFileTypes: true }).flatMap((entry) => {
      const name = `${top}/${entry.name}`
      if (entry.isDirectory()) return foreign.test(name) ? [] : list(name, ending)
      return name.endsWith(ending) ? [name] : []
    })
  const files = [
    ...readdirSync(root).filter((name) => name.endsWith('.md')),
    ...list('docs', '.md'),
    ...list('src', '.ts'),
  ]
  return files.flatMap((file) => {
    const fences = fencesOf(readFileSync(`${root}${file}`, 'utf8'))
    return fences.map((fence) => ({ ...fence, file, where: `${file}:${fence.line}` }))
  })
}
