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

/** The fences of every text of the repository that has some; those made by the site's tools aside. */
export function allFences(root) {
  const list = (top, ending) =>
    readdirSync(`${root}${top}`, { recursive: true })
      .map((name) => `${top}/${name.replaceAll('\\', '/')}`)
      .filter((name) => name.endsWith(ending) && !name.includes('node_modules/') && !name.startsWith('docs/api/'))
  const files = [
    ...readdirSync(root).filter((name) => name.endsWith('.md')),
    ...list('docs', '.md'),
    ...list('src', '.ts').filter((name) => !name.startsWith('src/messages/')),
  ]
  return files.flatMap((file) => {
    const fences = fencesOf(readFileSync(`${root}${file}`, 'utf8'))
    return fences.map((fence) => ({ ...fence, file, where: `${file}:${fence.line}` }))
  })
}
