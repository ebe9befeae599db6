import { once } from 'node:events'
import type { Duplex } from 'node:stream'
import { ConnectionError, OttlaError, thrownText, UsageError } from '../errors.js'
import { deathOf, discard, whileAlive } from './dead-stream.js'
import type { ConnectOptions, DialTarget } from './options.js'
import { unlessAborted } from './unless-aborted.js'

const deadGift =
  'The function given as dial gave a connection that had ended already, or never came about: a proxy that is down, refuses the way, or hung up; or the function kept it too long.'

type DialHook = NonNullable<ConnectOptions['dial']>

/**
 * What the caller's own function dials. It may fail in any way, never answer, answer when nobody wants its stream any more,
 * or give something that is no stream, ended long ago, or is still on its way.
 *
 * @throws ConnectionError, UsageError, the signal's reason if it aborts
 */
export async function dialByHook(
  hook: DialHook,
  { host, port, broker, signal }: DialTarget & { readonly broker: string },
): Promise<Duplex> {
  const dialling = (async () => hook({ host, port, signal }))()
  // What a late stream does when it is thrown away concerns nobody; a rejection would end the process.
  dialling
    .then((late) => {
      if (signal.aborted && isStream(late)) discard(late)
    })
    .catch(() => undefined)
  let socket: Duplex | undefined
  try {
    const given: unknown = await unlessAborted(dialling, signal)
    if (!isStream(given)) throw unusable('something that is no stream', broker)
    socket = given
    if (socket.readableEncoding !== null && socket.readableEncoding !== undefined) {
      throw unusable('a stream of text: it must not have setEncoding()', broker)
    }
    const place = { broker, phase: 'tcp', hint: deadGift } as const
    const death = deathOf(socket, place)
    if (death) throw death
    if (isConnecting(socket)) await whileAlive(once(socket, 'connect', { signal }), socket, place)
    return socket
  } catch (cause) {
    if (socket) discard(socket)
    signal.throwIfAborted()
    if (cause instanceof OttlaError) throw cause
    throw new ConnectionError('CONNECTION_FAILED', `the dial hook failed: ${thrownText(cause)}`, {
      cause,
      phase: 'tcp',
      broker,
      hint: 'The function given as dial makes the connection: a proxy that is down, or refuses the way?',
      reason: 'connect-failed',
    })
  }
}

function unusable(what: string, broker: string): UsageError {
  return new UsageError('INVALID_ARGUMENT', `the dial hook gave ${what}`, {
    phase: 'tcp',
    broker,
    hint: 'The function given as dial returns a Duplex of bytes, a net.Socket for instance, that is connected.',
    reason: 'connect-failed',
  })
}

const wanted = ['on', 'once', 'off', 'write', 'end', 'destroy', 'resume', 'cork', 'uncork'] as const

function isStream(given: unknown): given is Duplex {
  if (typeof given !== 'object' || given === null) return false
  const stream = given as Partial<Duplex>
  return wanted.every((name) => typeof stream[name] === 'function')
}

function isConnecting(socket: Duplex): boolean {
  return (socket as Partial<{ connecting: boolean }>).connecting === true
}
