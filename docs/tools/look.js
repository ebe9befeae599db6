// Goes through the built site with a real browser: every page, every internal link and anchor, no complaint on the console;
// then takes pictures, on a desktop and on a phone, in light and dark, for a person's eye: build/pictures.
import { createServer } from 'node:http'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { chromium } from './chromium.js'

const site = new URL('../../build/site', import.meta.url).pathname
const pictures = new URL('../../build/pictures', import.meta.url).pathname
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
}

/** The site as a plain static server gives it: no rewriting of addresses, 404.html for what is not there. */
function serve() {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://site').pathname))
    const file = join(site, path.endsWith('/') ? `${path}index.html` : path)
    const found = existsSync(file) && statSync(file).isFile()
    response.writeHead(found ? 200 : 404, { 'content-type': types[found ? extname(file) : '.html'] ?? 'text/plain' })
    response.end(readFileSync(found ? file : `${site}/404.html`))
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

const problems = []

/** Opens an address, notes every complaint of the browser, and gives what the page links to and can be linked to. */
async function visit(browser, origin, path) {
  const page = await browser.newPage()
  try {
    page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) problems.push(`${path}: console: ${message.text()}`)
    })
    page.on('pageerror', (error) => problems.push(`${path}: ${error.message}`))
    page.on('response', (response) => {
      if (response.status() >= 400) problems.push(`${path}: ${response.status()} for ${response.url()}`)
    })
    page.on('request', (request) => {
      const url = new URL(request.url())
      if (url.origin !== origin && url.protocol !== 'data:') problems.push(`${path}: asks ${url.origin}`)
    })
    await page.goto(origin + path, { waitUntil: 'networkidle0' })
    return await page.evaluate(() => ({
      title: document.title,
      h1: document.querySelectorAll('h1').length,
      wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      links: [...document.querySelectorAll('a[href]')].map((link) => link.href),
      images: [...document.images].filter((one) => one.offsetParent && one.naturalWidth === 0).map((one) => one.src),
      ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
    }))
  } finally {
    await page.close()
  }
}

/** Every page that the site has, and every page that is linked to, with its anchors. */
async function crawl(browser, origin) {
  const built = readdirSync(site, { recursive: true }).filter((name) => name.endsWith('.html') && name !== '404.html')
  const waiting = built.map((name) => `/${name.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`)
  const seen = new Map()
  const links = []
  const worker = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      if (seen.has(path)) continue
      seen.set(path, new Set())
      const found = await visit(browser, origin, path)
      seen.set(path, new Set(found.ids))
      if (found.h1 !== 1) problems.push(`${path}: ${found.h1} first headings`)
      if (found.wide) problems.push(`${path}: wider than its window`)
      for (const image of found.images) problems.push(`${path}: no picture at ${image}`)
      for (const link of found.links) {
        const url = new URL(link)
        if (url.origin !== origin) continue
        links.push({ from: path, to: url.pathname, anchor: decodeURIComponent(url.hash.slice(1)) })
        if (/(\/|\.html)$/.test(url.pathname)) waiting.push(url.pathname)
        else if (!existsSync(join(site, url.pathname))) problems.push(`${path}: there is no ${url.pathname}`)
      }
    }
  }
  await Promise.all([worker(), worker(), worker()])
  for (const { from, to, anchor } of links) {
    if (anchor !== '' && !seen.get(to)?.has(anchor)) problems.push(`${from}: there is no #${anchor} in ${to}`)
  }
  return { pages: seen.size, links: links.length }
}

async function picture(browser, { origin, path, name, width, scheme }) {
  const page = await browser.newPage()
  page.on('pageerror', (error) => problems.push(`${path} at ${width}, ${scheme}: ${error.message}`))
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
  await page.setViewport({ width, height: width < 500 ? 844 : 800, deviceScaleFactor: 1 })
  const response = await page.goto(origin + path, { waitUntil: 'networkidle0' })
  if (response.status() !== 200) problems.push(`${path}: ${response.status()}`)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (wide > 0) problems.push(`${path} is ${wide} px wider than a window of ${width}`)
  const dark = await page.evaluate(() => document.documentElement.classList.contains('dark'))
  if (dark !== (scheme === 'dark')) problems.push(`${path}: not ${scheme} where the system is`)
  await page.screenshot({ path: `${pictures}/${name}-${width}-${scheme}.png` })
  await page.close()
}

/** Whether an unknown address leads to a page that says so. */
async function visitUnknown(browser, origin) {
  const page = await browser.newPage()
  const response = await page.goto(`${origin}/no-such-page.html`, { waitUntil: 'networkidle0' })
  const text = await page.waitForSelector('.NotFound .quote', { timeout: 20_000 }).then(
    (quote) => quote.evaluate((element) => element.textContent),
    () => '',
  )
  if (response.status() !== 404 || !text.includes('There is no such page'))
    problems.push(`404: no page of its own, but ${response.status()} "${text}"`)
  await page.close()
}

/** Whether the search finds a page by a word of its text. */
async function search(browser, origin) {
  const page = await browser.newPage()
  await page.goto(origin, { waitUntil: 'networkidle0' })
  await page.keyboard.press('/')
  const input = await page.waitForSelector('.VPLocalSearchBox input', { timeout: 20_000 })
  await input.type('TLS_NOT_SPOKEN')
  await page
    .waitForSelector('.VPLocalSearchBox .result[href*="/guide/errors"]', { timeout: 20_000 })
    .catch(() => problems.push('search: TLS_NOT_SPOKEN does not lead to the errors page'))
  await page.close()
}

const shown = { home: '/', mechanism: '/mechanisms/scram.html', errors: '/guide/errors.html' }

const server = await serve()
const browser = await chromium()
try {
  const origin = `http://127.0.0.1:${server.address().port}`
  const { pages, links } = await crawl(browser, origin)
  await visitUnknown(browser, origin)
  await search(browser, origin)
  rmSync(pictures, { recursive: true, force: true })
  mkdirSync(pictures, { recursive: true })
  for (const [name, path] of Object.entries(shown)) {
    for (const width of [1280, 390])
      for (const scheme of ['light', 'dark']) await picture(browser, { origin, path, name, width, scheme })
  }
  console.log(`${pages} pages and ${links} links looked at, pictures in build/pictures`)
} finally {
  await browser.close()
  server.close()
}
if (problems.length > 0) {
  console.error([...new Set(problems)].join('\n'))
  process.exitCode = 1
}
