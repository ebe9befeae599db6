// The published entry points, as package.json has them: each is a page of the API reference.
import { readFileSync } from 'node:fs'

const { name: packageName, exports } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

/** Its name as one imports it, its source, and its page. Patterns and files that are no modules are left out. */
export const entries = Object.entries(exports)
  .filter(([key, { default: file }]) => file?.endsWith('.js') && !key.includes('*'))
  .map(([key, { default: file }]) => ({
    name: packageName + key.slice(1),
    source: file.replace('./dist/', 'src/').replace(/\.js$/, '.ts'),
    page: `api/${key === '.' ? packageName : key.slice(2)}`,
  }))
