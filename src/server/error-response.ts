import { includes } from '../protocol/schema.js'
import { encodeResponse } from './wire.js'
import type { IncomingRequest, KnownApi } from './wire.js'

/** A response of the request's own type in which nothing is set but an error code. */
export interface ErrorResponse {
  readonly frame: Buffer
  /** Whether the client can see the error: not every response has an error code of its own. */
  readonly tells: boolean
}

/** Null if the API is known by name only, or the version is none of its. */
export function errorResponse(
  api: KnownApi,
  to: Pick<IncomingRequest, 'version' | 'correlationId'>,
  errorCode: number,
): ErrorResponse | null {
  const { response } = api
  if (response === undefined || to.version < response.minVersion || to.version > response.maxVersion) return null
  const body = response.defaults() as Record<string, unknown>
  const field = response.fields.find(({ name }) => name === 'errorCode')
  const tells = field !== undefined && includes(field.versions, to.version)
  if (tells) body['errorCode'] = errorCode
  return { frame: encodeResponse({ ...api, response }, to, body as never), tells }
}
