import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { RememberedTokens } from '#src/oauth/remembered-tokens.js'

const token = (principalName: string, lifetimeMs = 1000): { principalName: string; lifetimeMs: number } => ({
  principalName,
  lifetimeMs,
})

suite('validated tokens', () => {
  test('are remembered until they end', async () => {
    let [now, proofs] = [0, 0]
    const remembered = new RememberedTokens(10, () => now)
    const prove = async (): Promise<{ token: ReturnType<typeof token>; until: number }> => {
      proofs++
      return { token: token('alice'), until: 1000 }
    }
    for (now of [0, 500, 999]) assert.equal((await remembered.get('a', prove)).token.principalName, 'alice')
    assert.equal(proofs, 1)
    now = 1000
    await remembered.get('a', prove)
    assert.equal(proofs, 2)
    assert.equal(remembered.size, 0, 'what has ended is not kept')
  })

  test('are proven once for all who come at a time, and again after a failure', async () => {
    const remembered = new RememberedTokens(10, () => 0)
    let proofs = 0
    const fails = async (): Promise<never> => {
      proofs++
      throw new Error('no')
    }
    const outcomes = await Promise.allSettled(Array.from({ length: 100 }, async () => remembered.get('a', fails)))
    assert.ok(outcomes.every(({ status }) => status === 'rejected'))
    assert.equal(proofs, 1)
    assert.equal(remembered.size, 0)
    await assert.rejects(async () => remembered.get('a', fails))
    assert.equal(proofs, 2)
  })

  test('are forgotten by a clear, also those whose proof was under way', async () => {
    const remembered = new RememberedTokens(10, () => 0)
    let finish: () => void = () => undefined
    const old = remembered.get('a', async () => {
      await new Promise<void>((resolve) => (finish = resolve))
      return { token: token('by a key that is withdrawn'), until: 1000 }
    })
    remembered.clear()
    const prove = async (): Promise<{ token: ReturnType<typeof token>; until: number }> => ({
      token: token('alice'),
      until: 1000,
    })
    assert.equal((await remembered.get('a', prove)).token.principalName, 'alice', 'who comes later has it proven anew')
    finish()
    await old
    assert.equal((await remembered.get('a', prove)).token.principalName, 'alice')
    assert.equal(remembered.size, 1)
  })

  test('are no more than the bound; who was not seen for longest goes', async () => {
    const remembered = new RememberedTokens(3, () => 0)
    const proven: string[] = []
    const get = async (name: string): Promise<unknown> =>
      remembered.get(name, async () => {
        proven.push(name)
        return { token: token(name), until: 1000 }
      })
    for (const name of ['a', 'b', 'c', 'a', 'd', 'a', 'b']) await get(name)
    assert.deepEqual(proven, ['a', 'b', 'c', 'd', 'b'])
    assert.equal(remembered.size, 3)
  })

  test('none, if none is wanted: every token that comes is proven', async () => {
    const remembered = new RememberedTokens(0, () => 0)
    let proofs = 0
    const prove = async (): Promise<{ token: ReturnType<typeof token>; until: number }> => {
      proofs++
      return { token: token('a'), until: 1000 }
    }
    await Promise.all([remembered.get('a', prove), remembered.get('a', prove)])
    assert.equal(proofs, 2)
    assert.equal(remembered.size, 0)
  })
})
