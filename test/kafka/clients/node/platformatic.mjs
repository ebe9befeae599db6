import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Consumer, MessagesStreamModes, Producer, stringDeserializers, stringSerializers } from '@platformatic/kafka'
import { serve, within } from './cells.mjs'

function settings({ settings, bootstrap, ca, mechanism, username, password, token, extensions }) {
  const login = mechanism === 'OAUTHBEARER' ? { token, oauthBearerExtensions: extensions } : { username, password }
  return {
    clientId: `platformatic-${randomUUID()}`,
    retries: 2,
    ...(settings?.platformatic ?? {
      bootstrapBrokers: [bootstrap],
      ...(ca && { tls: { ca: readFileSync(ca, 'utf8') } }),
      sasl: { mechanism, ...login },
    }),
  }
}

await serve(async (cell) => {
  const producer = new Producer({ ...settings(cell), serializers: stringSerializers })
  try {
    const messages = Array.from({ length: cell.count }, (_, i) => ({ topic: cell.topic, value: String(i) }))
    await within(20_000, producer.send({ messages, autocreateTopics: true }))
  } finally {
    await producer.close()
  }
  const consumer = new Consumer({ ...settings(cell), groupId: cell.group, deserializers: stringDeserializers })
  const stream = await consumer.consume({
    topics: [cell.topic],
    mode: MessagesStreamModes.EARLIEST,
    autocommit: true,
  })
  let seen = 0
  const all = (async () => {
    for await (const _ of stream) if (++seen === cell.count) return
  })()
  try {
    await within(20_000, all)
  } finally {
    await stream.close()
    await consumer.close(true)
  }
  return seen
})
