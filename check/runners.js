// The examples under other test runners, each with its own packages, on what was built.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, symlinkSync } from 'node:fs'
import { install, root } from '../scripts/prepare.mjs'

/** What must be found in what a runner says: that it ran the tests, and how many. */
const runners = {
  vitest: { file: 'vitest/vitest.mjs', args: ['run'], flags: [], passed: /Tests\s+3 passed \(3\)/ },
  jest: {
    file: 'jest/bin/jest.js',
    args: [],
    flags: ['--experimental-vm-modules'],
    passed: /Tests:\s+3 passed, 3 total/,
  },
}

for (const [name, { file, args, flags, passed }] of Object.entries(runners)) {
  const folder = `${root}examples/${name}`
  install(`examples/${name}`)
  // As a user's project has it: under its name.
  const link = `${folder}/node_modules/ottla`
  rmSync(link, { recursive: true, force: true })
  symlinkSync(root, link, 'dir')
  const script = `${folder}/node_modules/${file}`
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, script, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    timeout: 120_000,
  })
  // Whoever walks through folders would walk in a circle.
  rmSync(link)
  if (status !== 0 || !passed.test(stdout + stderr)) {
    console.error(`examples/${name} ended with ${status}\n${stdout}${stderr}`)
    process.exitCode = 1
  }
  const { devDependencies } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  console.log(name, devDependencies[name])
}
