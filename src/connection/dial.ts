import { connect as connectTcp, type Socket, type TcpNetConnectOpts } from 'node:net'
import { ConnectionError } from '../errors.js'
import type { Inlet } from './inlet.js'
import { brokerOf, type Address } from './resolve.js'

export interface DialOptions {
  readonly host: string
  readonly port: number
  readonly addresses: readonly Address[]
  readonly signal: AbortSignal
  /** Whether the next address is tried beside one that is slow to answer (RFC 8305). Default: true. */
  readonly autoSelectFamily?: boolean | undefined
  /** How long one address may keep the next one waiting, in ms. Default: 250. */
  readonly autoSelectFamilyAttemptTimeout?: number | undefined
  /** The local address to dial from. */
  readonly localAddress?: string | undefined
  /** Gets what the socket reads, in place of its stream. */
  readonly inlet?: Inlet | undefined
}

interface Attempt {
  readonly at: string
  readonly error: NodeJS.ErrnoException
}

/**
 * A TCP connection to the first of the addresses that accepts one; TCP_NODELAY and keep-alive are on, as in Kafka.
 *
 * @throws ConnectionError (`CONNECTION_REFUSED`, `CONNECTION_FAILED`, …) naming every address that was tried; the
 *   signal's reason if it aborts.
 */
export function dial(options: DialOptions): Promise<Socket> {
  return new Promise((resolve, reject) => new Race(options, resolve, reject).next())
}

/** Sockets on their way to the addresses of one broker. The first one that connects wins, the others are destroyed. */
class Race {
  readonly #options: DialOptions
  readonly #resolve: (socket: Socket) => void
  readonly #reject: (error: unknown) => void
  readonly #queue: Address[]
  readonly #running: Set<Socket> = new Set()
  readonly #failed: Attempt[] = []
  #stagger: NodeJS.Timeout | undefined

  constructor(options: DialOptions, resolve: (socket: Socket) => void, reject: (error: unknown) => void) {
    this.#options = options
    this.#resolve = resolve
    this.#reject = reject
    this.#queue = interleave(options.addresses)
    options.signal.addEventListener('abort', this.#abort)
    if (options.signal.aborted) this.#abort()
  }

  next(): void {
    clearTimeout(this.#stagger)
    const address = this.#options.signal.aborted ? undefined : this.#queue.shift()
    if (address) {
      this.#try(address)
      const { autoSelectFamily = true, autoSelectFamilyAttemptTimeout = 250 } = this.#options
      if (autoSelectFamily && this.#queue.length > 0) {
        this.#stagger = setTimeout(() => this.next(), autoSelectFamilyAttemptTimeout)
      }
    } else if (this.#running.size === 0 && this.#failed.length > 0) {
      this.#end()
      this.#reject(failure(this.#options, this.#failed))
    }
  }

  #try({ address, family }: Address): void {
    const { port, localAddress, inlet } = this.#options
    const to: TcpNetConnectOpts = { host: address, port, family, noDelay: true, keepAlive: true }
    if (localAddress !== undefined) to.localAddress = localAddress
    if (inlet) to.onread = inlet.onread
    const socket = connectTcp(to)
    this.#running.add(socket)
    const lost = (error: NodeJS.ErrnoException): void => {
      this.#running.delete(socket)
      this.#failed.push({ at: brokerOf({ host: address, port }), error })
      this.next()
    }
    socket.once('error', lost)
    socket.once('connect', () => {
      socket.off('error', lost)
      this.#running.delete(socket)
      this.#end()
      this.#resolve(socket)
    })
  }

  readonly #abort = (): void => {
    this.#end()
    this.#reject(this.#options.signal.reason)
  }

  #end(): void {
    clearTimeout(this.#stagger)
    this.#options.signal.removeEventListener('abort', this.#abort)
    this.#queue.length = 0
    for (const socket of this.#running) {
      // A destroyed socket may still report how its last step ended.
      socket
        .removeAllListeners('error')
        .removeAllListeners('connect')
        .on('error', () => undefined)
        .destroy()
    }
    this.#running.clear()
  }
}

/** Families in turn, beginning with that of the first address (RFC 8305, section 4). */
function interleave(addresses: readonly Address[]): Address[] {
  if (addresses.length === 1) return [...addresses]
  const first = addresses.filter(({ family }) => family === addresses[0]?.family)
  const second = addresses.filter(({ family }) => family !== addresses[0]?.family)
  const longer = Math.max(first.length, second.length)
  return Array.from({ length: longer }, (_, i) => [first[i], second[i]])
    .flat()
    .filter((address) => address !== undefined)
}

const hints: { readonly [errno in string]?: string } = {
  ECONNREFUSED:
    'Nothing listens there: is the broker running, is the port the one of its listeners, and is a firewall between?',
  ETIMEDOUT: 'Nothing answered: a firewall may drop the packets, or the address is not reachable from here.',
  EHOSTUNREACH: 'There is no way to that address from here: look at network, VPN and routes.',
  ENETUNREACH: 'There is no way to that network from here: look at network, VPN and routes (IPv6 without a route?).',
  EADDRNOTAVAIL: 'The local address cannot be used, or all local ports are taken: too many connections at once?',
  EMFILE: 'This process has too many open files and sockets: close connections, or raise the limit (ulimit -n).',
  ECONNRESET: 'The connection was reset while it was being made: look at proxies and firewalls between.',
}

function failure(options: DialOptions, failed: readonly Attempt[]): ConnectionError {
  const broker = brokerOf(options)
  const errors = failed.map(({ error }) => error)
  const refused = errors.every(({ code }) => code === 'ECONNREFUSED')
  const reset = errors.every(({ code }) => code === 'ECONNRESET')
  const tried = failed.map(({ at, error }) => `${at} (${error.code ?? error.message})`).join(', ')
  return new ConnectionError(
    refused ? 'CONNECTION_REFUSED' : reset ? 'CONNECTION_RESET' : 'CONNECTION_FAILED',
    `cannot connect to ${broker}: tried ${tried}`,
    {
      cause: errors.length === 1 ? errors[0] : new AggregateError(errors, 'every address failed'),
      phase: 'tcp',
      broker,
      hint: hints[errors[0]?.code ?? ''] ?? 'The network refused the connection.',
      reason: reset ? 'reset' : 'connect-failed',
    },
  )
}
