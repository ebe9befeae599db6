import { variable } from '../environment.js'
import type { AwsCredentialSource } from './credentials.js'

/** `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN`. */
export const fromEnvironment: AwsCredentialSource = ({ environment }) => {
  const accessKeyId = variable(environment, 'AWS_ACCESS_KEY_ID')
  const secretAccessKey = variable(environment, 'AWS_SECRET_ACCESS_KEY')
  if (accessKeyId === undefined || secretAccessKey === undefined) return null
  return { accessKeyId, secretAccessKey, sessionToken: variable(environment, 'AWS_SESSION_TOKEN') }
}
