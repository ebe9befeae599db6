import { milliseconds, printable, styled } from './terminal.js'
import type { ConnectionInfo } from '../server/context.js'
import type { Broker } from '../testing/broker.js'
import type { Style, Terminal } from './terminal.js'

/** Something that happened at a broker. */
interface Entry {
  readonly event: string
  readonly connection?: ConnectionInfo
  /** For machines. */
  readonly about: Readonly<Record<string, unknown>>
  /** For people. */
  readonly text: string
  readonly style?: Style
}

/** Prints what happens at a broker: for a person a line each, or JSON. */
export function journal(broker: Broker, { out }: Terminal, json: boolean): void {
  const note = ({ event, connection, about, text, style = 'dim' }: Entry): void => {
    const time = new Date()
    if (json) {
      const { id, address, port } = connection ?? {}
      const where = connection ? { connection: id, client: `${String(address)}:${String(port)}` } : {}
      out.write(`${JSON.stringify({ time: time.toISOString(), event, ...where, ...about })}\n`)
      return
    }
    const clock = time.toTimeString().slice(0, 8)
    const who = connection ? `#${String(connection.id)} ${nameOf(connection)}` : ''
    out.write(
      `${styled(out, 'dim', clock)}  ${who.padEnd(18)} ${styled(out, style, event.padEnd(10))} ${printable(text)}\n`,
    )
  }
  broker.events.on('request', ({ api, version, clientId, correlationId, connection }) => {
    const about = { api, version, clientId, correlationId }
    note({ event: 'request', connection, about, text: `${api} v${String(version)} from ${clientId ?? 'nobody'}` })
  })
  for (const server of broker.servers) followServer(server, note)
}

function followServer(server: Broker['servers'][number], note: (entry: Entry) => void): void {
  const { events } = server
  events.on('connect', (connection) => {
    const text = `${connection.address}:${String(connection.port)}${connection.secure ? ', TLS' : ''}`
    note({ event: 'connect', connection, about: { secure: connection.secure }, text })
  })
  events.on('login', ({ connection, mechanism, principal, reauthentication, duration }) => {
    if (mechanism === null) return
    const about = { mechanism, principal: `${principal.type}:${principal.name}`, reauthentication, duration }
    const text = `${mechanism} as ${about.principal} in ${milliseconds(duration)}${reauthentication ? ', renewed' : ''}`
    note({ event: 'login', connection, about, text, style: 'green' })
  })
  events.on('refuse', ({ connection, reason, reauthentication }) => {
    note({ event: 'refuse', connection, about: { reason, reauthentication }, text: reason, style: 'red' })
  })
  events.on('request-error', ({ connection, api, reason }) => {
    note({ event: 'error', connection, about: { api, reason }, text: reason, style: 'red' })
  })
  events.on('disconnect', ({ connection, reason }) => {
    note({ event: 'disconnect', connection, about: { reason }, text: reason })
  })
  events.on('reject', ({ address, reason }) => {
    note({ event: 'reject', about: { address, reason }, text: `${address}: ${reason}`, style: 'red' })
  })
}

function nameOf({ session }: ConnectionInfo): string {
  return session?.principal.name ?? ''
}
