import { AuthenticationError } from '../../errors.js'
import { variable } from '../environment.js'
import { exchange } from '../http.js'
import { askJson, refusal } from '../json-endpoint.js'
import { noCredentials, parseCredentials } from './credentials.js'
import type { AwsCredentialRequest, AwsCredentialSource } from './credentials.js'

const ROLES = '/latest/meta-data/iam/security-credentials/'

/** An instance of EC2, by IMDSv2 only: a session token first, then the role's name, then its credentials. */
export const fromInstance: AwsCredentialSource = async (request) => {
  const { environment, signal, http: given } = request
  if (variable(environment, 'AWS_EC2_METADATA_DISABLED')?.toLowerCase() === 'true') return null
  const base = (variable(environment, 'AWS_EC2_METADATA_SERVICE_ENDPOINT') ?? 'http://169.254.169.254').replace(
    /\/$/,
    '',
  )
  // Off EC2 nobody answers: that must not take the whole deadline.
  const http = { connectTimeout: 1000, ...given, allowPlaintext: true }
  const token = await sessionToken(base, { ...request, http })
  if (token === null) return null
  const headers = { 'x-aws-ec2-metadata-token': token }
  const list = await exchange(`${base}${ROLES}`, { method: 'GET', headers, signal }, http)
  if (list.status === 404) return null
  if (list.status !== 200) throw refusal(`${base}${ROLES}`, list, [token])
  const role = list.body.trim().split('\n')[0]?.trim() ?? ''
  if (!/^[\w+=,.@-]{1,128}$/.test(role)) throw noCredentials('the instance names no role')
  const json = await askJson({ url: `${base}${ROLES}${role}`, method: 'GET', headers, http, secrets: [token], signal })
  return parseCredentials(json, 'the instance')
}

/** Null where there is no instance metadata at all. */
async function sessionToken(base: string, { http, signal }: AwsCredentialRequest): Promise<string | null> {
  const url = `${base}/latest/api/token`
  try {
    const headers = { 'x-aws-ec2-metadata-token-ttl-seconds': '21600' }
    const answer = await exchange(url, { method: 'PUT', headers, body: '', signal }, http)
    if (answer.status !== 200) throw refusal(url, answer, [])
    return answer.body.trim()
  } catch (error) {
    if (error instanceof AuthenticationError && error.endpoint?.problem === 'unreachable') return null
    throw error
  }
}
