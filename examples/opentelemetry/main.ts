// Spans and metrics of connecting, logging in, requests and renewed sessions, for OpenTelemetry. Here they end in memory and
// are printed; a real program gives the providers an exporter of its own.
import { setTimeout as sleep } from 'node:timers/promises'
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { connect, oauthBearer } from 'ottla'
import { Metadata } from 'ottla/messages/Metadata'
import { startBroker } from 'ottla/testing'
import { instrument } from './telemetry.js'

const spans = new InMemorySpanExporter()
const tracers = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] })
const metrics = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
const reader = new PeriodicExportingMetricReader({ exporter: metrics, exportIntervalMillis: 3_600_000 })
const meters = new MeterProvider({ readers: [reader] })
const stop = instrument(tracers.getTracer('ottla'), meters.getMeter('ottla'))

await using broker = await startBroker({ tls: true, users: {}, mechanisms: ['OAUTHBEARER'] })
const connection = await connect({
  host: broker.host,
  port: broker.port,
  tls: { ca: broker.ca },
  // The session ends with the token: the first request after that renews it.
  sasl: oauthBearer({ token: () => broker.unsecuredToken({ principal: 'alice', lifetime: 1 }) }),
})
await connection.send(Metadata, { topics: [] })
await sleep(1_000)
await connection.send(Metadata, { topics: [] })
const controller = new AbortController()
const givenUp = connection.send(Metadata, { topics: [] }, { signal: controller.signal })
controller.abort()
await givenUp.catch(() => undefined)
await connection.close()
stop()

for (const { name, attributes, status, duration } of spans.getFinishedSpans()) {
  const { 'server.address': _, ...stable } = attributes
  console.log(name, stable, status.message ?? (duration[0] + duration[1] > 0 ? 'took its time' : 'took none'))
}
await meters.forceFlush()
for (const { scopeMetrics } of metrics.getMetrics())
  for (const { descriptor, dataPoints } of scopeMetrics.flatMap(({ metrics }) => metrics))
    console.log(
      descriptor.name,
      descriptor.unit,
      dataPoints.map(({ attributes }) => Object.values(attributes).join(' ')),
    )
await meters.shutdown()

// Prints:
// kafka authenticate { mechanism: 'OAUTHBEARER' } took its time
// kafka connect { tls: true } took its time
// kafka Metadata { version: 13 } took its time
// kafka re-authenticate { mechanism: 'OAUTHBEARER' } took its time
// kafka Metadata { version: 13 } took its time
// kafka Metadata { version: 13 } Metadata was aborted
// kafka.client.operation.duration s [
//   'authenticate',
//   'connect',
//   'Metadata',
//   're-authenticate',
//   'Metadata ConnectionError'
// ]
// kafka.client.io By [ 'sent', 'received' ]
// kafka.client.connection.ends  [ 'shutdown' ]
