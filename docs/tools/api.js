// The API reference: TypeDoc reads the doc comments of every published entry point; a warning is an error.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { posix } from 'node:path'
import { Application, LogLevel } from 'typedoc'
import { entries } from './entries.js'
import { slugify } from './slugs.js'

const here = (path) => new URL(path, import.meta.url).pathname
const options = {
  plugin: ['typedoc-plugin-markdown'],
  entryPoints: entries.map(({ source }) => here(`../../${source}`)),
  // A file for each of Kafka's messages would be a hundred pages of fields: they have one table.
  exclude: [here('../../src/messages/[A-Z]*.ts')],
  tsconfig: here('../../src/tsconfig.json'),
  // TypeDoc empties this folder first. Without a word about it, that is `docs` where the command was called.
  outputs: [{ name: 'markdown', path: here('../api') }],
  name: 'API',
  readme: 'none',
  disableSources: true,
  disableGit: true,
  excludePrivate: true,
  excludeInternal: true,
  excludeExternals: true,
  outputFileStrategy: 'modules',
  entryFileName: 'index',
  hidePageHeader: true,
  pageTitleTemplates: { module: ({ name }) => (name === 'ottla' ? name : `ottla/${name}`) },
  hideBreadcrumbs: true,
  useCodeBlocks: true,
  expandObjects: true,
  parametersFormat: 'table',
  typeAliasPropertiesFormat: 'table',
  interfacePropertiesFormat: 'table',
  propertyMembersFormat: 'table',
  typeDeclarationFormat: 'table',
  sanitizeComments: true,
  logLevel: LogLevel.Warn,
}

/**
 * Links to `#name-1` where there is one `name` only: TypeDoc takes `Error.code`, which has a row and no heading, for a
 * namesake of `ErrorCode`.
 */
function mendAnchors(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.md'))
  const texts = new Map(files.map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')]))
  const count = (file, slug) =>
    [...(texts.get(file) ?? '').matchAll(/^#+ (.+)$/gm)].filter(([, heading]) => slugify(heading) === slug).length
  for (const [file, text] of texts) {
    const mended = text.replaceAll(/\]\((\S+?\.md)?#([\w-]+)-(\d+)\)/g, (link, page = '', slug, nth) => {
      const namesakes = count(page === '' ? file : posix.join(posix.dirname(file), page), slug)
      return namesakes > 0 && namesakes <= Number(nth) ? `](${page}#${slug})` : link
    })
    writeFileSync(`${folder}/${file}`, mended)
  }
}

/** Writes docs/api, a page for each entry point. @throws Error if TypeDoc has a complaint. */
export async function writeApi() {
  const app = await Application.bootstrapWithPlugins(options)
  const project = await app.convert()
  if (!project) throw new Error('TypeDoc cannot read src')
  for (const child of project.children ?? []) if (child.name === 'index') child.name = 'ottla'
  app.validate(project)
  const complaints = () => app.logger.hasErrors() || app.logger.hasWarnings()
  if (!complaints()) await app.generateOutputs(project)
  if (complaints()) throw new Error('TypeDoc has complaints')
  mendAnchors(options.outputs[0].path)
}
