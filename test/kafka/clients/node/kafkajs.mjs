import { readFileSync } from 'node:fs'
import kafkajs from 'kafkajs'
import { serve, within } from './cells.mjs'

const { Kafka, logLevel } = kafkajs

function settings({ bootstrap, ca, mechanism, username, password, token, extensions }) {
  const login =
    mechanism === 'OAUTHBEARER'
      ? { mechanism: 'oauthbearer', oauthBearerProvider: async () => ({ value: token, extensions }) }
      : { mechanism: mechanism?.toLowerCase(), username, password }
  return {
    brokers: [bootstrap],
    logLevel: logLevel.NOTHING,
    retry: { retries: 2 },
    ...(ca && { ssl: { ca: [readFileSync(ca, 'utf8')] } }),
    ...(mechanism && { sasl: login }),
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
