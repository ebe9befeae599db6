import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { variable } from '../environment.js'
import { rereadFile } from '../reread-file.js'
import { noCredentials } from './credentials.js'
import type { AwsCredentialRequest, AwsCredentialSource, AwsCredentials } from './credentials.js'
import { assumeRole } from './security-token-service.js'

type Profiles = ReadonlyMap<string, ReadonlyMap<string, string>>

/** A chain of roles that is longer than this is a circle. */
const MAX_CHAIN = 8

/**
 * The files of the AWS command line, `~/.aws/credentials` and `~/.aws/config`: keys, and roles to assume by `source_profile` or
 * `web_identity_token_file`. `profile`: default `AWS_PROFILE`, else `default`.
 */
export function fromSharedFiles(profile?: string): AwsCredentialSource {
  return async (request) => {
    const { environment } = request
    const profiles = await readProfiles(request)
    const name = profile ?? variable(environment, 'AWS_PROFILE') ?? 'default'
    if (!profiles.has(name)) {
      if (profile === undefined && variable(environment, 'AWS_PROFILE') === undefined) return null
      throw noCredentials(`there is no profile ${name}`)
    }
    return ofProfile(name, { profiles, request, seen: [] })
  }
}

interface Search {
  readonly profiles: Profiles
  readonly request: AwsCredentialRequest
  readonly seen: readonly string[]
}

async function ofProfile(name: string, search: Search): Promise<AwsCredentials | null> {
  const { profiles, request, seen } = search
  const settings = profiles.get(name)
  if (settings === undefined) throw noCredentials(`there is no profile ${name}`)
  const roleArn = settings.get('role_arn')
  const again = seen.includes(name) || seen.length >= MAX_CHAIN
  if (roleArn !== undefined && !again) {
    const sessionName = settings.get('role_session_name') ?? request.sessionName
    const file = settings.get('web_identity_token_file')
    if (file !== undefined) {
      const webIdentityToken = await rereadFile(file, 'The web identity token')()
      return assumeRole({ roleArn, sessionName, proof: { webIdentityToken } }, request)
    }
    const source = settings.get('source_profile')
    if (source === undefined)
      throw noCredentials(`profile ${name} has role_arn, but neither source_profile nor web_identity_token_file`)
    const credentials = await ofProfile(source, { ...search, seen: [...seen, name] })
    if (credentials === null) throw noCredentials(`profile ${source} has no keys`)
    return assumeRole(
      { roleArn, sessionName, proof: { credentials, externalId: settings.get('external_id') } },
      request,
    )
  }
  const [accessKeyId, secretAccessKey] = [settings.get('aws_access_key_id'), settings.get('aws_secret_access_key')]
  if (accessKeyId !== undefined && secretAccessKey !== undefined) {
    return { accessKeyId, secretAccessKey, sessionToken: settings.get('aws_session_token') }
  }
  if (again) throw noCredentials(`the profiles ${[...seen, name].join(', ')} name each other as source`)
  for (const setting of ['credential_process', 'sso_session', 'sso_start_url']) {
    if (settings.has(setting))
      throw noCredentials(`profile ${name} uses ${setting}, which is not supported; give \`credentials\``)
  }
  return null
}

async function readProfiles({ environment }: AwsCredentialRequest): Promise<Profiles> {
  const home = join(variable(environment, 'HOME') ?? variable(environment, 'USERPROFILE') ?? homedir(), '.aws')
  const config = await textOf(variable(environment, 'AWS_CONFIG_FILE') ?? join(home, 'config'))
  const credentials = await textOf(variable(environment, 'AWS_SHARED_CREDENTIALS_FILE') ?? join(home, 'credentials'))
  const profiles = new Map<string, Map<string, string>>()
  // What is in both files is taken from the credentials file, so that one is read last.
  readInto(profiles, config, (section) =>
    /^(?:profile\s+(.+)|(default))$/
      .exec(section)
      ?.slice(1)
      .find(Boolean)
      ?.replace(/^"(.*)"$/, '$1'),
  )
  readInto(profiles, credentials, (section) => section)
  return profiles
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    return ''
  }
}

/** The form that AWS calls INI: `[section]`, `key = value`, comments from `#` or `;` on a line of their own or behind a blank. */
function readInto(
  profiles: Map<string, Map<string, string>>,
  text: string,
  nameOf: (section: string) => string | undefined,
): void {
  let current: Map<string, string> | undefined
  for (const line of text.split(/\r?\n/)) {
    const section = /^\[([^\]]*)\]/.exec(line)?.[1]
    if (section !== undefined) {
      const name = nameOf(section.trim())
      current = name === undefined ? undefined : (profiles.get(name) ?? new Map<string, string>())
      if (name !== undefined && current !== undefined) profiles.set(name, current)
      continue
    }
    const at = line.indexOf('=')
    // Indented lines belong to a setting with parts of its own.
    if (current === undefined || at < 0 || /^[\s#;]/.test(line)) continue
    current.set(
      line.slice(0, at).trim().toLowerCase(),
      line
        .slice(at + 1)
        .replace(/\s[#;].*$/, '')
        .trim(),
    )
  }
}
