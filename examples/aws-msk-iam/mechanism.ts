import { AuthenticationError } from 'ottla'
import type { ClientMechanism, ClientSession, MaybePromise } from 'ottla'
import { presign, sha256 } from './sigv4.js'
import type { AwsCredentials } from './sigv4.js'

export interface MskIamOptions {
  readonly region: string
  /** Asked at every login and re-authentication, as temporary credentials end. */
  readonly credentials: () => MaybePromise<AwsCredentials>
  readonly clock?: () => Date
}

/**
 * AWS_MSK_IAM, the mechanism of Amazon MSK: one message that holds a presigned `kafka-cluster:Connect` request as JSON,
 * one answer with the id of the request. Ottla does not know it; any object with a name and `start()` is a mechanism.
 */
export function mskIam({ region, credentials, clock = () => new Date() }: MskIamOptions): ClientMechanism {
  return {
    name: 'AWS_MSK_IAM',
    start: ({ host }): ClientSession => {
      let sent = false
      return {
        next: async (challenge) => {
          if (!sent) {
            sent = true
            return { token: authenticationPayload({ host, region, now: clock() }, await credentials()), done: false }
          }
          const answer = JSON.parse(Buffer.from(challenge ?? []).toString() || '{}') as { version?: string }
          if (answer.version !== '2020_10_22') {
            throw new AuthenticationError('SASL_MESSAGE_INVALID', 'the broker answered in an unknown version', {
              mechanism: 'AWS_MSK_IAM',
              phase: 'sasl-exchange',
            })
          }
          return { done: true }
        },
      }
    },
  }
}

/** The message: the names of the query parameters in small letters, `action`, `host`, `version` and `user-agent` beside them. */
export function authenticationPayload(
  { host, region, now }: { readonly host: string; readonly region: string; readonly now: Date },
  credentials: AwsCredentials,
): Buffer {
  const query = presign(
    {
      host,
      path: '/',
      region,
      service: 'kafka-cluster',
      query: { Action: 'kafka-cluster:Connect' },
      payloadHash: sha256(''),
      expiresSeconds: 900,
      now,
    },
    credentials,
  )
  const lowered = Object.fromEntries(Object.entries(query).map(([name, value]) => [name.toLowerCase(), value]))
  return Buffer.from(JSON.stringify({ version: '2020_10_22', host, 'user-agent': 'ottla', ...lowered }))
}
