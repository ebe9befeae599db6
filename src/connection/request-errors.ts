import {
  ConnectionError,
  DecodeError,
  EncodeError,
  OttlaError,
  ProtocolError,
  thrownText,
  UsageError,
  type Phase,
  type RequestDetails,
} from '../errors.js'
import type { Call } from './calls.js'

/** Where an error arises. */
export interface Place {
  readonly broker: string
  readonly phase: Phase
}

export function nameOf(call: Call): string {
  return call.api?.name ?? 'the login'
}

export function describeCall(call: Call, now: number): RequestDetails {
  return {
    api: nameOf(call),
    version: call.version,
    correlationId: call.id,
    elapsed: now - call.startedAt,
    written: call.written,
  }
}

export function outOfSync(place: Place, frame: Buffer, call: Call | undefined): ProtocolError {
  const got = frame.length >= 4 ? frame.readInt32BE(0) : 'none'
  const message = call
    ? `an answer has the correlation id ${got}, that of ${nameOf(call)} (${call.id}) is due`
    : `an answer with the correlation id ${got} came, no request is on its way`
  return new ProtocolError('OUT_OF_SYNC', message, {
    ...place,
    hint: 'The peer does not keep to the protocol, or something between changes the bytes: a proxy, a load balancer?',
    reason: 'out-of-sync',
  })
}

export function tooSmall(place: Place, frame: Buffer): ProtocolError {
  return new ProtocolError('FRAME_TOO_SMALL', `an answer has ${frame.length} bytes, a correlation id has 4`, {
    ...place,
    hint: 'The peer does not speak Kafka’s protocol, or something between changes the bytes.',
    reason: 'protocol-error',
  })
}

export function undecodable(
  place: Place,
  cause: unknown,
  answer: { readonly api: string; readonly version: number },
): DecodeError {
  const details = cause instanceof DecodeError ? cause : undefined
  return new DecodeError(thrownText(cause), {
    ...place,
    cause,
    api: details?.api ?? answer.api,
    version: answer.version,
    path: details?.path,
    offset: details?.offset,
    hint:
      details?.hint ??
      (place.phase === 'request'
        ? 'The answer is not what Kafka defines for this version: a broker that is not Kafka, or a proxy that changes answers? Another version may work: send(…, { version }).'
        : 'The answer is not what Kafka defines: the peer may expect a different protocol.'),
    reason: 'protocol-error',
  })
}

export function timedOut(place: Place, call: Call, now: number): ConnectionError {
  const request = describeCall(call, now)
  const where = call.written ? 'was not answered' : 'was not even written'
  const message = `${request.api} (correlation id ${call.id}) ${where} within ${Math.round(request.elapsed)} ms`
  return new ConnectionError('REQUEST_TIMEOUT', message, {
    ...place,
    request,
    reason: call.written && call.onTimeout === 'close' ? 'timeout' : undefined,
    hint: call.written
      ? 'The broker is slow, stuck or unreachable. Requests that it may hold longer need a longer timeout (request.timeout.ms).'
      : 'It waited behind other requests, a pause that the broker asked for, or a broker that does not read: send less at once, or allow more time.',
  })
}

export function aborted(place: Place, signal: AbortSignal, what: string | Call): ConnectionError {
  const call = typeof what === 'string' ? undefined : what
  return new ConnectionError('ABORTED', `${typeof what === 'string' ? what : nameOf(what)} was aborted`, {
    ...place,
    cause: signal.reason,
    request: call && describeCall(call, performance.now()),
    hint: 'The signal given to send() aborted.',
    retriable: false,
  })
}

export function queueFull(place: Place, api: string, maxQueuedBytes: number): ConnectionError {
  return new ConnectionError('QUEUE_FULL', `${api} would make more than ${maxQueuedBytes} bytes wait for the broker`, {
    ...place,
    hint: 'The broker takes requests more slowly than they are made: await answers before sending more, or raise maxQueuedBytes.',
  })
}

/** Errors of encoding know no broker, and a caller's value may throw whatever it likes. */
export function located(place: Place, error: unknown, api: { readonly name?: string } | undefined): OttlaError {
  if (error instanceof EncodeError) {
    const { version, path } = error
    const hint = 'The request has a value that this version of the API cannot carry: see the path.'
    return new EncodeError(error.message, { ...place, cause: error, api: error.api, version, path, hint })
  }
  if (error instanceof UsageError && error.broker === undefined) {
    const hint = error.hint ?? 'Look at the options of send().'
    return new UsageError(error.code, error.message, { ...place, cause: error, hint })
  }
  if (error instanceof OttlaError) return error
  const text = thrownText(error)
  return new UsageError('INVALID_ARGUMENT', `${api?.name ?? 'a request'} could not be made: ${text}`, {
    ...place,
    cause: error,
    hint: 'Something in the request failed while it was read: see the cause.',
  })
}
