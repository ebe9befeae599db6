import { randomUUID } from 'node:crypto'
import { UsageError } from '../../errors.js'
import { environmentOf, variable } from '../environment.js'
import type { Environment } from '../environment.js'
import type { HttpOptions } from '../http.js'
import { fromContainer } from './container.js'
import { firstCredentials } from './credentials.js'
import type { AwsCredentials } from './credentials.js'
import { fromEnvironment } from './environment.js'
import { fromInstance } from './instance-metadata.js'
import { assumeRole } from './security-token-service.js'
import { fromSharedFiles } from './shared-files.js'
import { fromWebIdentity } from './web-identity.js'

/** Who signs, and where. */
export interface AwsIdentityOptions {
  /** `eu-central-1`, for instance. Default: `AWS_REGION`, else `AWS_DEFAULT_REGION`. */
  readonly region?: string | undefined
  /**
   * Credentials, or a function that gets them for each token (of the AWS SDK, for instance). Default: the first of environment,
   * web identity, shared files, container and instance that has any, as the SDKs of AWS do it.
   */
  readonly credentials?: AwsCredentials | (() => AwsCredentials | Promise<AwsCredentials>) | undefined
  /** Of the shared files. Default: `AWS_PROFILE`, else `default`. */
  readonly profile?: string | undefined
  /** A role to assume with the credentials that were found. */
  readonly roleArn?: string | undefined
  /**
   * The name of the session of an assumed role. It is part of the principal, which must not change while a connection lasts
   * (KIP-368): so it is made once, not for each session. Default: `ottla-` and an id of this source.
   */
  readonly sessionName?: string | undefined
  /** Default: that of the process. */
  readonly environment?: Environment | undefined
  readonly http?: HttpOptions | undefined
}

/** What {@link awsIdentity} gives. */
export interface AwsIdentity {
  readonly credentials: (signal: AbortSignal) => Promise<AwsCredentials>
  readonly region: (host?: string) => string
}

/** The credentials and the region of a process. */
export function awsIdentity(options: AwsIdentityOptions, now: () => number): AwsIdentity {
  const { http = {}, profile, roleArn, sessionName = `ottla-${randomUUID()}` } = options
  if (!/^[\w+=,.@-]{2,64}$/.test(sessionName)) {
    throw new UsageError('INVALID_ARGUMENT', 'sessionName must have 2 to 64 characters of letters, digits and _+=,.@-')
  }
  const environment = environmentOf(options.environment)
  const configured =
    options.region ?? variable(environment, 'AWS_REGION') ?? variable(environment, 'AWS_DEFAULT_REGION')
  const chain = firstCredentials(
    profile === undefined
      ? {
          environment: fromEnvironment,
          'web identity': fromWebIdentity,
          'shared files': fromSharedFiles(),
          container: fromContainer,
          instance: fromInstance,
        }
      : { [`profile ${profile}`]: fromSharedFiles(profile) },
  )
  const { credentials: given } = options
  const requestOf = (signal: AbortSignal) => ({ signal, environment, region: configured, http, now, sessionName })
  const own = async (signal: AbortSignal): Promise<AwsCredentials> =>
    typeof given === 'function' ? given() : (given ?? (await chain(requestOf(signal))))
  const assumed = firstCredentials({
    role: async (request) => {
      const proof = { credentials: await own(request.signal) }
      return assumeRole({ roleArn: roleArn ?? '', sessionName, proof }, request)
    },
  })
  return {
    credentials: (signal) => (roleArn === undefined ? own(signal) : assumed(requestOf(signal))),
    region: (host) => options.region ?? regionOf(host) ?? configured ?? missingRegion(),
  }
}

/** `b-1.name.abc123.c2.kafka.eu-central-1.amazonaws.com`, `boot-x.c1.kafka-serverless.eu-central-1.amazonaws.com`. */
function regionOf(host: string | undefined): string | undefined {
  return /\.kafka(?:-serverless)?\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?$/.exec(host ?? '')?.[1]
}

function missingRegion(): never {
  throw new UsageError('INVALID_ARGUMENT', 'AWS: the region is not known', {
    hint: 'Give `region`, or set AWS_REGION.',
  })
}
