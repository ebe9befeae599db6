import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { slugify } from '../tools/slugs.js'
import { apiPages, pages } from './pages.js'

const docs = fileURLToPath(new URL('..', import.meta.url))
const { version } = JSON.parse(readFileSync(`${docs}../package.json`, 'utf8'))
const base = process.env.OTTLA_DOCS_BASE ?? '/'
const written = ({ page }) => existsSync(`${docs}${page}.md`)
const linked = ({ text, page }) => ({ text, link: `/${page.replace(/index$/, '')}` })
const group = ({ text, items }) => ({ text, items: items.filter(written).map(linked) })
const groups = pages.map(group).filter(({ items }) => items.length > 0)
const mechanisms = groups.find(({ text }) => text === 'Mechanisms')?.items[0]?.link ?? '/'

const known = new Set(['index', ...[...pages, apiPages].flatMap(({ items }) => items.map(({ page }) => page))])
for (const name of readdirSync(docs, { recursive: true })) {
  const page = /^(?!node_modules|\.)(.+)\.md$/.exec(name.replaceAll('\\', '/'))?.[1]
  if (page && !known.has(page)) throw new Error(`docs/${page}.md is not in docs/.vitepress/pages.js`)
}

export default {
  lang: 'en',
  title: 'Ottla',
  titleTemplate: ':title · Ottla',
  description: 'Kafka for Node.js in TypeScript, both ends of the wire',
  base,
  outDir: '../build/site',
  cacheDir: '../build/site-cache',
  metaChunk: true,
  // The page of an entry point is long, and loaded only where it is read.
  vite: { build: { chunkSizeWarningLimit: 2000 } },
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: `${base}logo.svg` }]],
  markdown: {
    anchor: { slugify },
    toc: { slugify },
    headers: { slugify },
    theme: { light: 'github-light-high-contrast', dark: 'github-dark' },
  },
  themeConfig: {
    logo: '/logo.svg',
    nav: [
      { text: 'Guide', link: '/guide/getting-started', activeMatch: '/guide/(?!errors)' },
      { text: 'Mechanisms', link: mechanisms, activeMatch: '/mechanisms/' },
      { text: 'Errors', link: '/guide/errors' },
      { text: 'API', link: '/api/', activeMatch: '/api/' },
      { text: `v${version}`, link: '/guide/coverage' },
    ],
    sidebar: { '/': groups, '/api/': [{ text: 'API', items: apiPages.items.map(linked) }, ...groups] },
    outline: [2, 3],
    search: { provider: 'local' },
    docFooter: { prev: 'Before', next: 'Next' },
    notFound: {
      quote: 'There is no such page. The search (the / key) and the contents know those that there are.',
      linkText: 'To the first page',
    },
  },
}
