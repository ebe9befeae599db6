import { requestHeaderVersion, type AnyApi } from '../protocol/api.js'
import { Writer } from '../protocol/writer.js'

/** What the header of a request says. */
export interface RequestHead {
  readonly api: AnyApi
  readonly version: number
  readonly id: number
}

/** Whoever gathers frames to write them together. */
export interface FrameRun {
  /** From {@link encodeClientId}. */
  readonly clientId: Buffer
  /** Takes over what was encoded for it and stands side by side in memory. */
  take(frames: Buffer): void
}

/** One for all connections: a tick's frames lie side by side, and an idle connection holds no buffer. */
const writer = new Writer()
/** Whose frames the writer holds. */
let open: FrameRun | undefined
/** A request may have a getter, and that may send another request. */
let encoding = false

/** The client id as a request header carries it, encoded once per connection. */
export function encodeClientId(clientId: string): Buffer {
  const text = Buffer.from(clientId)
  const bytes = Buffer.allocUnsafe(2 + text.length)
  bytes.writeInt16BE(text.length)
  text.copy(bytes, 2)
  return bytes
}

/**
 * Adds a request, with its header and size, to the frames of a run, which gets them when somebody calls {@link cut}.
 *
 * @returns its bytes
 * @throws EncodeError naming the field that cannot be written; the run is as before
 */
export function encodeInto(run: FrameRun, head: RequestHead, request: unknown): number {
  if (open !== run) {
    cut(open)
    open = run
  }
  const before = writer.size
  encode(writer, { head, clientId: run.clientId }, request)
  const size = writer.size - before
  // The caller may change its bytes as soon as this returns.
  if (writer.borrows) cut(run)
  return size
}

/** Gives a run what was encoded for it. */
export function cut(run: FrameRun | undefined): void {
  if (run === undefined || open !== run) return
  open = undefined
  if (writer.size > 0) run.take(writer.finish())
}

/** Whether a request is being encoded: another one must not come in between. */
export function isEncoding(): boolean {
  return encoding
}

/** A request, with its header and size, on its own; also while another one is being encoded. @throws EncodeError */
export function encodeAlone(head: RequestHead, clientId: Buffer, request: unknown): Buffer {
  const own = encodeApart({ head, clientId }, request)
  return own.finish()
}

/** As {@link encodeAlone}, if it has no more than `room` bytes: a request that is too large is not even copied. */
export function encodeWithin(
  room: number,
  to: { readonly head: RequestHead; readonly clientId: Buffer },
  request: unknown,
): Buffer | undefined {
  const own = encodeApart(to, request)
  if (own.size <= room) return own.finish()
  own.rewind(0)
  return undefined
}

function encodeApart(to: { readonly head: RequestHead; readonly clientId: Buffer }, request: unknown): Writer {
  if (!encoding) cut(open)
  const own = encoding ? new Writer() : writer
  encode(own, to, request)
  return own
}

/** The header is written by hand: it is on the way of every request, and all of it but two numbers is constant. */
function encode(
  to: Writer,
  { head, clientId }: { readonly head: RequestHead; readonly clientId: Buffer },
  request: unknown,
): void {
  const begin = to.beginFrame()
  const outer = encoding
  encoding = true
  try {
    to.int16(head.api.key)
    to.int16(head.version)
    to.int32(head.id)
    to.raw(clientId)
    if (requestHeaderVersion(head.api, head.version) === 2) to.varint(0)
    head.api.request.encode(to, head.version, request as never)
  } catch (error) {
    to.rewind(begin)
    throw error
  } finally {
    encoding = outer
  }
  to.endFrame(begin)
}

/** A SASL token as Kafka 0.10 frames it: its size and nothing else. */
export function encodeToken(token: Uint8Array): Buffer {
  const frame = Buffer.allocUnsafeSlow(4 + token.length)
  frame.writeInt32BE(token.length)
  frame.set(token, 4)
  return frame
}
