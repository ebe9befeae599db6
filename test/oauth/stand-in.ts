import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { ServerOptions } from 'node:https'
import type { AddressInfo } from 'node:net'

/** A request that the stand-in got. */
export interface Received {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  readonly body: string
  readonly form: URLSearchParams
}

/** What it answers: JSON, or the whole of it. */
export type Answer = (request: Received, response: ServerResponse) => unknown

/** An HTTP service of a test: it counts what it is asked, and answers as told. */
export interface StandIn extends AsyncDisposable {
  readonly url: string
  readonly host: string
  readonly requests: Received[]
  answer: Answer
}

/** Answers with a status, a body and headers; what an answer returns is sent as JSON with status 200. */
export function respond(
  response: ServerResponse,
  status: number,
  content: string | { readonly body: string; readonly headers: Readonly<Record<string, string>> },
): void {
  const { body, headers } = typeof content === 'string' ? { body: content, headers: {} } : content
  response.writeHead(status, headers)
  response.end(body)
}

export function json(response: ServerResponse, status: number, value: unknown): void {
  respond(response, status, { body: JSON.stringify(value), headers: { 'content-type': 'application/json' } })
}

export async function standIn(answer: Answer, tls?: ServerOptions): Promise<StandIn> {
  const requests: Received[] = []
  const state = { answer }
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://stand-in')
      const body = Buffer.concat(chunks).toString()
      const received = {
        method: request.method ?? '',
        path: pathname,
        query: searchParams,
        headers: request.headers,
        body,
        form: new URLSearchParams(body),
      }
      requests.push(received)
      const value = state.answer(received, response)
      if (value !== undefined && !response.headersSent) json(response, 200, value)
    })
  }
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `${tls === undefined ? 'http' : 'https'}://${host}`,
    host,
    requests,
    get answer() {
      return state.answer
    },
    set answer(next) {
      state.answer = next
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
