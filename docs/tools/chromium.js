// A browser without a window: the one that $CHROME names, or Debian's, or one that is called like Chromium.
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import puppeteer from 'puppeteer-core'

const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']

function executable() {
  if (process.env.CHROME) return process.env.CHROME
  const folders = (process.env.PATH ?? '').split(delimiter)
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(canRun)
  if (found === undefined) throw new Error(`no browser: install one of ${names.join(', ')}, or name one in CHROME`)
  return found
}

function canRun(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Starts it. What it opens is this repository's own site: its sandbox, which containers have not, is not needed. */
export function chromium() {
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--force-color-profile=srgb', '--hide-scrollbars']
  return puppeteer.launch({ executablePath: executable(), args, protocolTimeout: 120_000, timeout: 120_000 })
}
