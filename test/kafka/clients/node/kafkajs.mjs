import { readFileSync } from 'node:fs'
import kafkajs from 'kafkajs'
import { serve, within } from './cells.mjs'

const { Kafka, logLevel } = kafkajs

function settings({ settings, bootstrap, ca, mechanism, username, password, token, extensions }) {
  const login =
    mechanism === 'OAUTHBEARER'
      ? { oauthBearerProvider: async () => ({ value: token, extensions }) }
      : { username, password }
  return {
    logLevel: logLevel.NOTHING,
    retry: { retries: 2 },
    ...(settings?.kafkajs ?? {
      brokers: [bootstrap],
      ...(ca && { ssl: { ca: [readFileSync(ca, 'utf8')] } }),
      sasl: { mechanism: mechanism.toLowerCase(), ...login },
    }),
  }
}

await serve(async (cell) => {
  const kafka = new Kafka(settings(cell))
  const producer = kafka.producer()
  try {
    await producer.connect()
    const messages = Array.from({ length: cell.count }, (_, i) => ({ value: String(i) }))
    await producer.send({ topic: cell.topic, messages })
  } finally {
    await producer.disconnect()
  }
  const consumer = kafka.consumer({ groupId: cell.group })
  await consumer.connect()
  await consumer.subscribe({ topic: cell.topic, fromBeginning: true })
  let seen = 0
  try {
    const all = new Promise((resolve) => {
      void consumer.run({ eachMessage: async () => void (++seen === cell.count && resolve()) })
    })
    await within(20_000, all)
  } finally {
    await consumer.disconnect()
  }
  return seen
})
