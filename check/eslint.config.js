// The house rules as far as a linter can see them. Imports and sizes are the business of test/structure.
import js from '@eslint/js'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

const root = new URL('..', import.meta.url).pathname
const cliAndTools = ['src/cli/**', 'test/**', 'examples/**', 'generator/**', 'bench/**']

const ofProcess = ['env', 'argv', 'exit', 'exitCode', 'stdin', 'stdout', 'stderr', 'on', 'once', 'cwd'].map(
  (property) => ({
    object: 'process',
    property,
    message: 'A library leaves the process to the program.',
  }),
)

const notAllowed = [
  { selector: 'TSEnumDeclaration', message: 'No enums: a union of literals, or a const object.' },
  { selector: 'TSModuleDeclaration[declare!=true]', message: 'No namespaces.' },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  { selector: 'ExportSpecifier[exported.name="default"]', message: 'Named exports only.' },
]

export default defineConfig(
  {
    ignores: [
      'src/messages/*.ts',
      'dist/**',
      'build/**',
      '**/node_modules/**',
      '**/*.d.ts',
      'scripts/**',
      'check/**',
      'bench/**/*.mjs',
      'test/**/*.mjs',
      'generator/**/*.mjs',
    ],
  },
  {
    files: ['{src,test,examples,generator,bench}/**/*.ts'],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-restricted-syntax': ['error', ...notAllowed],
      'no-console': 'error',
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'HTTP only in src/oauth.' },
        'WebSocket',
        'XMLHttpRequest',
      ],
      'no-restricted-properties': ['error', ...ofProcess],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-params': 'off',
      '@typescript-eslint/max-params': ['error', { max: 3 }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      // Options come from JavaScript too: what the types promise is checked again at run time.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Underscores name what a signature demands and a body does not need.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // async functions without await keep a contract: what throws in them rejects.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/prefer-regexp-exec': 'off',
      '@typescript-eslint/no-unnecessary-boolean-literal-compare': 'off',
      // '' means absent in most of Kafka's texts.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // isolatedDeclarations wants them.
      '@typescript-eslint/consistent-generic-constructors': 'off',
      '@typescript-eslint/no-inferrable-types': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: true, arguments: false } }],
      // Index signatures are written as Record or as an interface, whichever reads better.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Messages of text that only looks like control characters: SASL separates with 0x00 and 0x01.
      'no-control-regex': 'off',
    },
  },
  {
    files: cliAndTools.map((folder) => `${folder}/*.ts`),
    rules: { 'no-console': 'off', 'no-restricted-properties': 'off' },
  },
  { files: ['src/oauth/**/*.ts'], rules: { 'no-restricted-globals': 'off' } },
  {
    files: ['{test,examples}/**/*.ts'],
    rules: {
      // node:test's own functions return promises that the runner awaits.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite'] },
          ],
        },
      ],
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/only-throw-error': 'off',
    },
  },
)
