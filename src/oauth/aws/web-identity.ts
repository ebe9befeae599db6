import { variable } from '../environment.js'
import { rereadFile } from '../reread-file.js'
import type { AwsCredentialSource } from './credentials.js'
import { assumeRole } from './security-token-service.js'

/** A service account of EKS: `AWS_WEB_IDENTITY_TOKEN_FILE`, `AWS_ROLE_ARN`, `AWS_ROLE_SESSION_NAME`. */
export const fromWebIdentity: AwsCredentialSource = async (request) => {
  const { environment } = request
  const file = variable(environment, 'AWS_WEB_IDENTITY_TOKEN_FILE')
  const roleArn = variable(environment, 'AWS_ROLE_ARN')
  if (file === undefined || roleArn === undefined) return null
  const webIdentityToken = await rereadFile(file, 'The web identity token')()
  const sessionName = variable(environment, 'AWS_ROLE_SESSION_NAME') ?? request.sessionName
  return assumeRole({ roleArn, sessionName, proof: { webIdentityToken } }, request)
}
