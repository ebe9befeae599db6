import { UsageError } from '../../errors.js'
import { variable } from '../environment.js'
import { askJson } from '../json-endpoint.js'
import { rereadFile } from '../reread-file.js'
import { parseCredentials } from './credentials.js'
import type { AwsCredentialSource } from './credentials.js'

/**
 * A task of ECS or a pod of EKS Pod Identity: `AWS_CONTAINER_CREDENTIALS_RELATIVE_URI` or `…_FULL_URI`, with
 * `AWS_CONTAINER_AUTHORIZATION_TOKEN` or `…_TOKEN_FILE`.
 */
export const fromContainer: AwsCredentialSource = async ({ environment, signal, http }) => {
  const relative = variable(environment, 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI')
  const full = variable(environment, 'AWS_CONTAINER_CREDENTIALS_FULL_URI')
  if (relative === undefined && full === undefined) return null
  const url = relative === undefined ? checked(full ?? '') : `http://169.254.170.2${relative}`
  const file = variable(environment, 'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE')
  const authorization =
    file === undefined
      ? variable(environment, 'AWS_CONTAINER_AUTHORIZATION_TOKEN')
      : await rereadFile(file, 'The container token')()
  const json = await askJson({
    url,
    method: 'GET',
    headers: { accept: 'application/json', ...(authorization === undefined ? {} : { authorization }) },
    http: { ...http, allowPlaintext: true },
    secrets: [authorization],
    signal,
  })
  return parseCredentials(json, 'the container')
}

/** The hosts that AWS allows without TLS: this machine, and the addresses of ECS and EKS. */
const NEAR = /^(?:localhost|127(?:\.\d+){3}|\[::1\]|169\.254\.170\.(?:2|23)|\[fd00:ec2::23\])$/

function checked(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && NEAR.test(parsed.hostname))) return url
  throw new UsageError(
    'INVALID_ARGUMENT',
    'AWS_CONTAINER_CREDENTIALS_FULL_URI must be https:, or http: of this machine',
  )
}
