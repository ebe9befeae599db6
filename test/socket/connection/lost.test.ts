import assert from 'node:assert/strict'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { connect, type LostConnection } from 'ottla'
import { turns, within } from './hostile.js'
import { startPeer } from './peer.js'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

test('a connection that is forgotten open is announced, with where it was made, and stays open; a closed one is not', async () => {
  await using peer = await startPeer(async (c) => {
    await c.versions()
    await c.gone()
  })
  const lost: LostConnection[] = []
  const listener = (message: unknown): void => void lost.push(message as LostConnection)
  subscribe('ottla:connection:lost', listener)
  const options = { host: '127.0.0.1', port: peer.port }
  await (await connect(options)).close()
  // Forgotten as soon as it is made.
  const forget = async (): Promise<void> => void (await connect(options))
  await forget()
  const announced = async (): Promise<void> => {
    while (lost.length === 0) {
      collect()
      await turns(2)
    }
  }
  await within(announced())
  collect()
  await turns(5)
  unsubscribe('ottla:connection:lost', listener)
  assert.equal(lost.length, 1)
  assert.equal(lost[0]?.broker, `127.0.0.1:${String(peer.port)}`)
  assert.match(lost[0].stack ?? '', /lost\.test/)
  assert.equal(peer.open, 1, 'nothing is closed by being forgotten')
})
