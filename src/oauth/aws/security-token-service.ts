import { bareUrl, endpointError, excerpt } from '../endpoint-error.js'
import { variable } from '../environment.js'
import { exchange } from '../http.js'
import { parseCredentials } from './credentials.js'
import type { AwsCredentialRequest, AwsCredentials } from './credentials.js'
import { signedHeaders } from './sigv4.js'

/** The role to assume, and what proves that one may. */
export interface AssumedRole {
  readonly roleArn: string
  readonly sessionName: string
  readonly proof:
    | { readonly webIdentityToken: string }
    | { readonly credentials: AwsCredentials; readonly externalId?: string | undefined }
}

/**
 * Temporary credentials of a role, from STS (`AssumeRoleWithWebIdentity`, `AssumeRole`).
 *
 * @throws AuthenticationError (`CREDENTIALS_UNAVAILABLE`) with what STS answered.
 */
export async function assumeRole(role: AssumedRole, request: AwsCredentialRequest): Promise<AwsCredentials> {
  const { environment, http, signal, now } = request
  const region = request.region ?? variable(environment, 'AWS_REGION') ?? variable(environment, 'AWS_DEFAULT_REGION')
  const url =
    variable(environment, 'AWS_ENDPOINT_URL_STS') ??
    `https://${region === undefined ? 'sts' : `sts.${region}`}.amazonaws.com/`
  const { proof, roleArn, sessionName } = role
  const byIdentity = 'webIdentityToken' in proof
  const body = new URLSearchParams({
    Action: byIdentity ? 'AssumeRoleWithWebIdentity' : 'AssumeRole',
    Version: '2011-06-15',
    RoleArn: roleArn,
    RoleSessionName: sessionName,
    ...(byIdentity
      ? { WebIdentityToken: proof.webIdentityToken }
      : proof.externalId === undefined
        ? {}
        : { ExternalId: proof.externalId }),
  }).toString()
  const headers = { host: new URL(url).host, 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }
  const signed = byIdentity
    ? headers
    : signedHeaders(
        { method: 'POST', path: new URL(url).pathname, query: {}, headers, body },
        { region: region ?? 'us-east-1', service: 'sts', credentials: proof.credentials, now: now() },
      )
  const answer = await exchange(url, { method: 'POST', headers: signed, body, signal }, http)
  if (answer.status !== 200) {
    throw endpointError({
      url: bareUrl(url),
      problem: answer.status < 500 ? 'refused' : 'status',
      status: answer.status,
      error: element(answer.body, 'Code'),
      errorDescription: element(answer.body, 'Message'),
    })
  }
  const names = ['AccessKeyId', 'SecretAccessKey', 'SessionToken', 'Expiration']
  return parseCredentials(Object.fromEntries(names.map((name) => [name, element(answer.body, name)])), 'STS')
}

/** The text of the first element of a name. STS answers in XML of one fixed form: no parser is needed to find five texts. */
function element(xml: string, name: string): string | undefined {
  const start = xml.indexOf(`<${name}>`)
  const end = xml.indexOf(`</${name}>`, start)
  if (start < 0 || end < 0) return undefined
  const text = xml
    .slice(start + name.length + 2, end)
    .replace(/&(lt|gt|quot|apos|amp);/g, (_all, entity: string) => ENTITIES[entity] ?? '')
  return name === 'Message' || name === 'Code' ? excerpt(text) : text
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
