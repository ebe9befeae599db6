import ts from 'typescript'

export const limits = { file: 500, medianFile: 150, function: 60 }

/**
 * Functions of a source text with more than 60 lines. A comment on top that says `Long on purpose: …` allows one;
 * what `describe` and `suite` are given is no function but a chapter.
 */
export function longFunctions(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true)
  const found: string[] = []
  const lineOf = (position: number): number => source.getLineAndCharacterOfPosition(position).line + 1
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body && !isChapter(node)) {
      const [first, last] = [lineOf(node.getStart(source)), lineOf(node.getEnd())]
      if (last - first + 1 > limits.function && !isExcused(node, text)) {
        found.push(`${file}:${String(first)}: ${String(last - first + 1)} lines in one function`)
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function isChapter(node: ts.Node): boolean {
  const { parent } = node
  return ts.isCallExpression(parent) && /^(describe|suite)\b/.test(parent.expression.getText())
}

function isExcused(node: ts.Node, text: string): boolean {
  for (let at: ts.Node = node; !ts.isSourceFile(at); at = at.parent) {
    const comments = ts.getLeadingCommentRanges(text, at.getFullStart()) ?? []
    if (comments.some(({ pos, end }) => /long on purpose: \S/i.test(text.slice(pos, end)))) return true
    if (ts.isStatement(at) || ts.isClassElement(at)) return false
  }
  return false
}

export function lines(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
