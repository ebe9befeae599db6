// One connection in lock step: server and load wait for each other. Where the scheduler puts both on one core, which it does
// for some and not for others, an answer costs a switch between two programs instead of the way over to another core, and
// what is compared is where they happened to run.
import { execFileSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

const count = availableParallelism()
/** Where a process may run that is kept nowhere. */
export const everyCore = `0-${count - 1}`

/** Keeps a process to one core, or lets it go again, where the system has `taskset` (Linux) and more than one. */
export function keepTo(core, pid) {
  if (count < 2) return
  try {
    execFileSync('taskset', ['--all-tasks', '--pid', '--cpu-list', String(core), String(pid)], { stdio: 'ignore' })
  } catch {
    console.log('  without taskset: server and load may share a core')
  }
}
