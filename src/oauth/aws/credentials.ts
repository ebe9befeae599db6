import { AuthenticationError } from '../../errors.js'
import type { MaybePromise } from '../../sasl/mechanism.js'
import type { Environment } from '../environment.js'
import type { HttpOptions } from '../http.js'

/** What signs requests to AWS. */
export interface AwsCredentials {
  readonly accessKeyId: string
  /** Secret. */
  readonly secretAccessKey: string
  /** Of temporary credentials. Secret. */
  readonly sessionToken?: string | undefined
  /** When temporary credentials end, in ms since the epoch. */
  readonly expiresAt?: number | undefined
}

/** Gets credentials; null: this place has none. */
export type AwsCredentialSource = (request: AwsCredentialRequest) => MaybePromise<AwsCredentials | null>

/** What places for credentials are asked with. */
export interface AwsCredentialRequest {
  readonly signal: AbortSignal
  readonly environment: Environment
  readonly region: string | undefined
  readonly http: HttpOptions
  /** In ms since the epoch. */
  readonly now: () => number
  /** Names the session of an assumed role, always the same: a broker takes a change of it for a change of the principal. */
  readonly sessionName: string
}

/** Temporary credentials are replaced this long before their end, in ms. */
const AHEAD = 300_000

/**
 * The first of the places that has credentials; what was found is kept until five minutes before its end. One search serves
 * all who ask meanwhile.
 */
export function firstCredentials(
  places: Readonly<Record<string, AwsCredentialSource>>,
): (request: AwsCredentialRequest) => Promise<AwsCredentials> {
  let known: AwsCredentials | undefined
  let search: Promise<AwsCredentials> | undefined
  const find = async (request: AwsCredentialRequest): Promise<AwsCredentials> => {
    for (const place of Object.values(places)) {
      const found = await place(request)
      if (found !== null) return found
    }
    throw noCredentials(`none of ${Object.keys(places).join(', ')} has any`)
  }
  return (request) => {
    if (known !== undefined && (known.expiresAt ?? Infinity) - AHEAD > request.now()) return Promise.resolve(known)
    // One login that gives up must not end the search of the others; each request has a time limit of its own.
    search ??= find({ ...request, signal: new AbortController().signal }).then(
      (found) => {
        known = found
        search = undefined
        return found
      },
      (error: unknown) => {
        search = undefined
        // The old ones are good for some minutes yet.
        if (known !== undefined && (known.expiresAt ?? Infinity) > request.now()) return known
        throw error
      },
    )
    return search
  }
}

/** The error where credentials are missing or cannot be read; nothing of them is in it. */
export function noCredentials(text: string, cause?: unknown): AuthenticationError {
  return new AuthenticationError('CREDENTIALS_UNAVAILABLE', `AWS credentials: ${text}`, {
    cause,
    phase: 'sasl-exchange',
    hint: 'On EKS the service account needs its role annotation, on EC2 an instance profile, elsewhere AWS_ACCESS_KEY_ID or a profile.',
  })
}

/** Credentials as the JSON of containers, instances and processes has them. @throws AuthenticationError if they are not whole. */
export function parseCredentials(json: unknown, place: string): AwsCredentials {
  const text = (name: string): string | undefined => {
    const value: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, name) : undefined
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const [accessKeyId, secretAccessKey] = [text('AccessKeyId'), text('SecretAccessKey')]
  if (accessKeyId === undefined || secretAccessKey === undefined)
    throw noCredentials(`${place} gave none that are whole`)
  const expiresAt = Date.parse(text('Expiration') ?? '')
  return {
    accessKeyId,
    secretAccessKey,
    sessionToken: text('Token') ?? text('SessionToken'),
    ...(Number.isNaN(expiresAt) ? {} : { expiresAt }),
  }
}
