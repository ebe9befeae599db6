import ts from 'typescript'

/** One import of a file, of whatever syntax: `import`, `export … from`, `import()`, `import('…').T`, `require()`. */
export interface Import {
  readonly specifier: string
  /** Whether only types are imported: nothing of it is left when the program runs. */
  readonly typeOnly: boolean
  /** What is imported by name; empty for `import * as`, `import()`, `export *` and bare imports. */
  readonly names: readonly string[]
  readonly line: number
}

const read = new Map<string, Import[]>()

/** Reads every import of a source text. An `import()` whose argument is no literal is reported as specifier `<computed>`. */
export function importsOf(fileName: string, text: string): Import[] {
  const known = read.get(text)
  if (known) return known
  const source = ts.createSourceFile(fileName, text, ts.ScriptTarget.ES2023)
  const found: Import[] = []
  read.set(text, found)
  const add = (node: ts.Node, specifier: ts.Node | undefined, rest: Omit<Import, 'specifier' | 'line'>): void => {
    const literal = specifier !== undefined && ts.isStringLiteralLike(specifier) ? specifier.text : '<computed>'
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
    found.push({ specifier: literal, line, ...rest })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, importClause(node.importClause))
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node, node.moduleSpecifier, exportClause(node))
    else if (ts.isImportTypeNode(node)) {
      add(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, { typeOnly: true, names: [] })
    } else if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
      add(node, node.moduleReference.expression, { typeOnly: node.isTypeOnly, names: [] })
    } else if (ts.isCallExpression(node) && loadsModule(node.expression)) {
      add(node, node.arguments[0], { typeOnly: false, names: [] })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function loadsModule(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require')
}

function importClause(clause: ts.ImportClause | undefined): Omit<Import, 'specifier' | 'line'> {
  if (!clause) return { typeOnly: false, names: [] }
  const bindings = clause.namedBindings
  const elements = bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : []
  const typesInside = elements.length > 0 && !clause.name && elements.every((element) => element.isTypeOnly)
  const typeOnly = clause.phaseModifier === ts.SyntaxKind.TypeKeyword || typesInside
  return { typeOnly, names: elements.map((element) => (element.propertyName ?? element.name).text) }
}

function exportClause(node: ts.ExportDeclaration): Omit<Import, 'specifier' | 'line'> {
  const elements = node.exportClause && ts.isNamedExports(node.exportClause) ? [...node.exportClause.elements] : []
  const typesInside = elements.length > 0 && elements.every((element) => element.isTypeOnly)
  return {
    typeOnly: node.isTypeOnly || typesInside,
    names: elements.map((element) => (element.propertyName ?? element.name).text),
  }
}
