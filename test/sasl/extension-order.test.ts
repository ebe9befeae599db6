import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inKafkaOrder } from '#src/sasl/scram/extension-order.js'

const order = (names: string): string =>
  inKafkaOrder(names.split(',').map((name) => [name, '1']))
    .map(([name]) => name)
    .join(',')

test('the order is that of a copied HashMap of Java', () => {
  // The right-hand sides were printed by Java 17.
  assert.equal(order('tokenauth,traceId,logLevel'), 'traceId,logLevel,tokenauth')
  assert.equal(order('traceId,tokenauth'), 'traceId,tokenauth')
  assert.equal(
    order(
      'APPvkFrfgo,heGrvxfYFC,aPQNId,mWWSnltS,H,recHjwlhw,MfHqvtOzg,xzT,PmGTV,gdRK,daCaXza,v,bifiv,fSkipRo,jphQ,leSfgr,xIsTXIuMr',
    ),
    'APPvkFrfgo,gdRK,H,MfHqvtOzg,heGrvxfYFC,fSkipRo,xzT,aPQNId,recHjwlhw,PmGTV,daCaXza,v,leSfgr,mWWSnltS,bifiv,jphQ,xIsTXIuMr',
  )
})

test('a server that puts them in order again changes nothing', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[A-Za-z]{1,8}$/), { minLength: 1, maxLength: 30 }), (names) => {
      const once = order(names.join(','))
      assert.equal(order(once), once)
    }),
  )
})
