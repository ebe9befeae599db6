import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { areas } from '../vectors/areas/transcripts.js'
import { readVectors } from '../vectors/files.js'

// Real logins of the Java client, librdkafka, kafka-python, aiokafka and kcat at Apache Kafka 4.3.1, byte for byte.
const recorded = readVectors(fileURLToPath(new URL('../../../test/sasl/transcripts.json.gz', import.meta.url)))

test('48 recorded logins replay: our server half answers as the broker did, our client half speaks as the client did', async () => {
  const outcomes: Record<string, number> = {}
  for (const transcript of recorded) {
    const { outcome } = (await areas['transcripts']?.(transcript)) ?? { outcome: 'no adapter' }
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  }
  // The tickets of the GSSAPI logins have expired.
  assert.deepEqual(outcomes, { pass: 44, skip: 4 })
})
