import { AuthenticationError } from '../../errors.js'
import { SASLNAME, utf8 } from '../gs2.js'

/**
 * The four messages of SCRAM (RFC 5802, section 7), as Kafka's `ScramMessages` read them. Whole messages are matched by
 * anchored expressions in which every character decides: linear time. An `m=` attribute is read over here, as in Kafka;
 * the exchanges look at `mandatoryExtension` and refuse it, as RFC 5802 asks.
 */

/** Longer than any sensible nonce, name and extensions together; a frame before the login may be far larger. */
const MAX_MESSAGE_BYTES = 16_384

const VALUE = '[\\x01-\\x2b\\x2d-\\x7f]+'
const VALUE_SAFE = '[\\x01-\\x2b\\x2d-\\x3c\\x3e-\\x7f]+'
const PRINTABLE = '[\\x21-\\x2b\\x2d-\\x7e]+'
const BASE64 = '(?:[a-zA-Z0-9/+]{4})*(?:[a-zA-Z0-9/+]{3}=|[a-zA-Z0-9/+]{2}==)?'
const RESERVED = `(m=${VALUE},)?`
const EXTENSIONS = `((?:,[A-Za-z]+=${VALUE})*)`

const CLIENT_FIRST = new RegExp(`^(n,(?:a=(${SASLNAME}))?,)(${RESERVED}n=(${SASLNAME}),r=(${PRINTABLE})${EXTENSIONS})$`)
const SERVER_FIRST = new RegExp(`^${RESERVED}r=(${PRINTABLE}),s=(${BASE64}),i=([0-9]+)${EXTENSIONS}$`)
const CLIENT_FINAL = new RegExp(`^(c=(${BASE64}),r=(${PRINTABLE})${EXTENSIONS}),p=(${BASE64})$`)
const SERVER_FINAL = new RegExp(`^(?:e=(${VALUE_SAFE})|v=(${BASE64})${EXTENSIONS})$`)

const EXTENSION_NAME = /^[A-Za-z]+$/
const EXTENSION_VALUE = new RegExp(`^${VALUE}$`)
/** The attributes of RFC 5802 itself: as names of extensions they would mean something else. */
const RFC_ATTRIBUTES = new Set(['a', 'n', 'm', 'r', 'c', 's', 'i', 'p', 'v', 'e'])

/** What a client says first: who it is, and its nonce. */
export interface ScramClientFirstMessage {
  /** Still escaped; empty if none was requested. */
  readonly authorizationId: string
  /** The user name or token id, still escaped. */
  readonly saslName: string
  readonly nonce: string
  readonly extensions: ReadonlyMap<string, string>
}

/** What a server answers: both nonces in one, and how the password is to be stretched. */
export interface ScramServerFirstMessage {
  readonly nonce: string
  readonly salt: Uint8Array
  readonly iterations: number
}

/** The client's proof. */
export interface ScramClientFinalMessage {
  /** The GS2 header (and channel binding data, had Kafka any) that the client believes to have sent. */
  readonly channelBinding: Uint8Array
  readonly nonce: string
  readonly proof: Uint8Array
}

/** The server's proof, or why it refuses. */
export type ScramServerFinalMessage =
  | { readonly error: string; readonly serverSignature?: undefined }
  | { readonly serverSignature: Uint8Array; readonly error?: undefined }

/** The received text of which both sides make their proofs, and whether it holds an `m=`. */
export interface ReceivedScramMessage {
  /** The message as received, without GS2 header or proof. */
  readonly bare: string
  /** Whether the message asks for an extension that nobody knows (RFC 5802: fail). */
  readonly mandatoryExtension: boolean
}

/** @throws AuthenticationError (`SASL_MESSAGE_INVALID`) with Kafka's text. */
export function parseScramClientFirst(
  message: Uint8Array,
): ScramClientFirstMessage & ReceivedScramMessage & { readonly gs2Header: string } {
  const [, gs2Header = '', authorizationId = '', bare = '', mandatory, saslName = '', nonce = '', extensions = ''] =
    match(CLIENT_FIRST, message, 'client first')
  return {
    gs2Header,
    authorizationId,
    saslName,
    nonce,
    extensions: parseExtensions(extensions),
    bare,
    mandatoryExtension: mandatory !== undefined,
  }
}

/** @throws AuthenticationError (`SASL_MESSAGE_INVALID`) with Kafka's text. */
export function parseScramServerFirst(message: Uint8Array): ScramServerFirstMessage & ReceivedScramMessage {
  const [bare = '', mandatory, nonce = '', salt = '', digits = ''] = match(SERVER_FIRST, message, 'server first')
  const iterations = Number(digits)
  if (iterations > 2 ** 31 - 1) throw invalid('server first', 'invalid iterations')
  if (iterations === 0) throw invalid('server first', `invalid iterations ${iterations}`)
  return { nonce, salt: Buffer.from(salt, 'base64'), iterations, bare, mandatoryExtension: mandatory !== undefined }
}

/** @throws AuthenticationError (`SASL_MESSAGE_INVALID`) with Kafka's text, the proof left out. */
export function parseScramClientFinal(message: Uint8Array): ScramClientFinalMessage & ReceivedScramMessage {
  const [, bare = '', channelBinding = '', nonce = '', , proof = ''] = match(CLIENT_FINAL, message, 'client final')
  return {
    channelBinding: Buffer.from(channelBinding, 'base64'),
    nonce,
    proof: Buffer.from(proof, 'base64'),
    bare,
    mandatoryExtension: false,
  }
}

/** @throws AuthenticationError (`SASL_MESSAGE_INVALID`) with Kafka's text. */
export function parseScramServerFinal(message: Uint8Array): ScramServerFinalMessage {
  const [, error, serverSignature = ''] = match(SERVER_FINAL, message, 'server final')
  return error === undefined ? { serverSignature: Buffer.from(serverSignature, 'base64') } : { error }
}

/** The first message without its GS2 header. */
export function formatScramClientFirstBare(message: Omit<ScramClientFirstMessage, 'authorizationId'>): string {
  let text = `n=${message.saslName},r=${message.nonce}`
  for (const [name, value] of message.extensions) text += `,${name}=${value}`
  return text
}

export function formatScramServerFirst(message: ScramServerFirstMessage): string {
  return `r=${message.nonce},s=${base64(message.salt)},i=${message.iterations}`
}

/** The last message of the client without its proof. */
export function formatScramClientFinalWithoutProof(message: Omit<ScramClientFinalMessage, 'proof'>): string {
  return `c=${base64(message.channelBinding)},r=${message.nonce}`
}

export function formatScramServerFinal(message: ScramServerFinalMessage): string {
  return message.error === undefined ? `v=${base64(message.serverSignature)}` : `e=${message.error}`
}

/**
 * What is wrong with these extensions of a client's first message, if something is.
 */
export function scramExtensionFault(extensions: Iterable<readonly [string, string]>): string | undefined {
  for (const [name, value] of extensions) {
    if (!EXTENSION_NAME.test(name) || RFC_ATTRIBUTES.has(name)) return `Extension name ${name} is invalid`
    if (!EXTENSION_VALUE.test(value)) return `Extension value (${value}) for extension ${name} is invalid`
  }
  return undefined
}

export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}

function parseExtensions(text: string): ReadonlyMap<string, string> {
  if (text === '') return NO_EXTENSIONS
  const pairs = text.slice(1).split(',')
  return new Map(
    pairs.map((pair) => {
      const equals = pair.indexOf('=')
      return [pair.slice(0, equals), pair.slice(equals + 1)]
    }),
  )
}

const NO_EXTENSIONS: ReadonlyMap<string, string> = new Map()

function match(expression: RegExp, message: Uint8Array, which: string): RegExpExecArray {
  if (message.length > MAX_MESSAGE_BYTES) throw invalid(which, `${message.length} bytes`)
  const text = utf8(message)
  const groups = expression.exec(text)
  if (groups === null) throw invalid(which, withoutProof(text))
  return groups
}

/** Errors are read by people and kept in logs: a proof tells too much to whoever knows the stored key. */
function withoutProof(text: string): string {
  return text.replace(/(^|,)p=[^,]*/g, '$1p=…')
}

function invalid(which: string, text: string): AuthenticationError {
  return new AuthenticationError('SASL_MESSAGE_INVALID', `Invalid SCRAM ${which} message format: ${text}`)
}
