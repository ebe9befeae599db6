import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { GssLibrary } from '#src/sasl/gssapi/libgssapi.js'
import type { GssFunctions } from '#src/sasl/gssapi/libgssapi.js'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const SUCCESS = 0
const FAILURE = 0xd0000

/** A library without C: it hands out numbers for credentials and notes which of them come back. */
function fakeLibrary({ inquire = SUCCESS } = {}): { library: GssLibrary; released: Set<unknown> } {
  const released = new Set<unknown>()
  let acquired = 0
  const succeed = (): number => SUCCESS
  const calls: Partial<Record<keyof GssFunctions, (...args: never[]) => number>> = {
    acquireCredFrom: (...args: unknown[]) => {
      ;(args[6] as unknown[])[0] = ++acquired
      return SUCCESS
    },
    inquireCred: () => inquire,
    releaseCred: (_minor: number[], [credentials]: unknown[]) => {
      assert.ok(!released.has(credentials), 'released twice')
      released.add(credentials)
      return SUCCESS
    },
    displayStatus: () => FAILURE,
  }
  const functions = new Proxy(calls, {
    get: (_, name: keyof GssFunctions) => {
      const call = (calls[name] ?? succeed) as (...args: unknown[]) => number
      const later = (...args: unknown[]): void => {
        const done = args.pop() as (error: null, major: number) => void
        const major = call(...args)
        queueMicrotask(() => done(null, major))
      }
      return Object.assign((...args: unknown[]) => call(...args), { async: later })
    },
  }) as GssFunctions
  return { library: new GssLibrary({ decode: () => new Uint8Array(0) }, functions), released }
}

const options = { serviceName: 'kafka', host: 'localhost', keytab: undefined }

test(
  'credentials are released when neither the acceptor nor one of its exchanges can be reached',
  { timeout: 60_000 },
  async () => {
    const { library, released } = fakeLibrary()
    // The first is dropped, of the second an exchange lives.
    await library.acceptor(options)
    const context = (await library.acceptor(options)).begin()
    const settled = async (wanted: number): Promise<void> => {
      while (!released.has(wanted)) {
        await turn()
        collect()
      }
      for (let i = 0; i < 3; i++) {
        await turn()
        collect()
      }
    }
    await settled(1)
    assert.deepEqual([...released], [1])
    assert.deepEqual(await context.accept(Uint8Array.of(1)), { token: new Uint8Array(0), complete: true })
  },
)

test('credentials whose name cannot be read are released at once', async () => {
  const { library, released } = fakeLibrary({ inquire: FAILURE })
  await assert.rejects(library.acceptor(options), { name: 'GssError' })
  assert.deepEqual([...released], [1])
})
