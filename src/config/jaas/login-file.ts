import { contentOf, type Reading } from '../reading.js'
import { LOGIN_CONFIG } from './context.js'
import { parseJaasFile, type JaasFile } from './file.js'

/** The JAAS login file that the system property names; undefined where it names none. */
export async function loginFile(
  reading: Pick<Reading, 'readFile' | 'systemProperties'>,
): Promise<JaasFile | undefined> {
  const { systemProperties } = reading
  const location = systemProperties[LOGIN_CONFIG]
  if (location === undefined) return undefined
  const path = location.replace(/^file:(?:\/\/(?=\/))?/, '')
  const content = await contentOf(reading, { path, property: LOGIN_CONFIG })
  return parseJaasFile(Buffer.from(content).toString(), { systemProperties })
}
