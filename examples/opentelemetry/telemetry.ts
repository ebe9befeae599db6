import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { SpanKind, SpanStatusCode, type Attributes, type Meter, type Tracer } from '@opentelemetry/api'
import type { ConnectionEventMap, ConnectionEventName } from 'ottla'

/** What the events that become spans have in common. */
interface Timed {
  readonly duration: number
  readonly error?: Error | undefined
}

/**
 * Makes spans and metrics of what every connection of the process tells. Without a subscriber Ottla makes no events, so
 * this costs nothing until it is called.
 *
 * A span begins where Ottla began to wait and is made when the outcome is known. It has no parent: answers come out of the
 * socket, not out of the caller's context. Who wants a request below a span of his own wraps `send()` in one.
 *
 * @returns what ends it
 */
export function instrument(tracer: Tracer, meter: Meter): () => void {
  const duration = meter.createHistogram('kafka.client.operation.duration', { unit: 's' })
  const bytes = meter.createCounter('kafka.client.io', { unit: 'By' })
  const ends = meter.createCounter('kafka.client.connection.ends')

  const span = (operation: string, { duration: ms, error }: Timed, attributes: Attributes): void => {
    const end = performance.timeOrigin + performance.now()
    const made = tracer.startSpan(`kafka ${operation}`, { kind: SpanKind.CLIENT, startTime: end - ms, attributes })
    if (error) {
      made.recordException(error)
      made.setStatus({ code: SpanStatusCode.ERROR, message: error.message })
    }
    made.end(end)
    duration.record(ms / 1000, { operation, ...(error && { 'error.type': error.name }) })
  }

  const listeners: { [Name in ConnectionEventName]?: (event: ConnectionEventMap[Name]) => void } = {
    connect: (event) => span('connect', event, { 'server.address': event.broker, tls: event.secure }),
    authenticate: (event) =>
      span('authenticate', event, { 'server.address': event.broker, mechanism: event.mechanism }),
    're-authenticate': (event) =>
      span('re-authenticate', event, { 'server.address': event.broker, mechanism: event.mechanism }),
    request: (event) => {
      span(event.api, event, { 'server.address': event.broker, version: event.version })
      bytes.add(event.requestBytes, { direction: 'sent' })
      bytes.add(event.responseBytes, { direction: 'received' })
    },
    close: ({ reason }) => ends.add(1, { reason: reason.name }),
  }
  const channels = Object.entries(listeners).map(([name, listener]) => {
    const hear = (event: unknown): void => listener(event as never)
    subscribe(`ottla:connection:${name}`, hear)
    return { name: `ottla:connection:${name}`, hear }
  })
  return () => {
    for (const { name, hear } of channels) unsubscribe(name, hear)
  }
}
