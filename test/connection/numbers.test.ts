import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import ts from 'typescript'
import { numbers } from './numbers.js'

const root = new URL('../../../test/', import.meta.url)

/** The names of all tests: what `test(…)` is called with first, and the `name` of each case of a table. */
function testNames(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(new URL(file, root), 'utf8'), ts.ScriptTarget.ES2023, true)
  const names: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(test|it|describe|suite)\b/.test(node.expression.getText()))
      add(node.arguments[0])
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'name') add(node.initializer)
    ts.forEachChild(node, visit)
  }
  const add = (node: ts.Node | undefined): void => {
    if (node && (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node))) names.push(node.getText())
  }
  visit(source)
  return names
}

const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.includes('node_modules'))
  .flatMap((file) => testNames(file.replaceAll('\\', '/')))

for (const [number, what] of Object.entries(numbers)) {
  test(`there is a test for ${number}: ${what}`, () => {
    const pattern = new RegExp(`\\b${number}\\b`)
    assert.ok(
      names.some((name) => pattern.test(name) && !name.startsWith('`there is a test')),
      `no test has ${number} in its name`,
    )
  })
}

/** The numbers that ask for another behaviour than that of the module they were found in. */
const changed = [
  2, 3, 5, 6, 7, 9, 10, 18, 19, 20, 21, 24, 25, 30, 31, 32, 33, 34, 36, 39, 42, 44, 46, 47, 48, 49, 52, 53, 54, 55,
]

test('A-3 every number that asks for another behaviour is kept', () => {
  for (const number of changed) assert.ok(numbers[`W-${String(number)}`], `W-${String(number)}`)
})
