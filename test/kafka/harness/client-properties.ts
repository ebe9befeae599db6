import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { theRing } from './ring.js'

const security = 'org.apache.kafka.common.security'

export interface ClientSettings {
  /** `host:port`. */
  readonly bootstrap: string
  /** A PEM file with the authority to trust: with it the connection is encrypted. */
  readonly ca?: string
  /** A PEM file with private key and certificate. */
  readonly identity?: string
  readonly mechanism?: string
  /** Login module and options, as they stand in a JAAS line. */
  readonly jaas?: string
}

/** A client's properties, as Kafka's own tools take them. */
export function clientProperties({ bootstrap, ca, identity, mechanism, jaas }: ClientSettings): string {
  const protocol = `${mechanism === undefined ? '' : 'SASL_'}${ca === undefined ? 'PLAINTEXT' : 'SSL'}`
  const lines = [
    `bootstrap.servers=${bootstrap}`,
    `security.protocol=${mechanism !== undefined || ca === undefined ? protocol : 'SSL'}`,
    ...(ca === undefined ? [] : ['ssl.truststore.type=PEM', `ssl.truststore.location=${ca}`]),
    ...(identity === undefined ? [] : ['ssl.keystore.type=PEM', `ssl.keystore.location=${identity}`]),
    ...(mechanism === undefined ? [] : [`sasl.mechanism=${mechanism}`]),
    ...(jaas === undefined ? [] : [`sasl.jaas.config=${jaas};`]),
  ]
  return `${lines.join('\n')}\n`
}

/** Writes the properties into the run's scratch folder and gives the file's name. */
export async function propertiesFile(
  name: string,
  settings: ClientSettings,
  more: readonly string[] = [],
): Promise<string> {
  const file = join(theRing().folder, `${name.replace(/[^a-z0-9.-]+/gi, '-')}.properties`)
  await writeFile(file, clientProperties(settings) + more.map((line) => `${line}\n`).join(''))
  return file
}

export const jaas = {
  plain: (username: string, password: string): string =>
    `${security}.plain.PlainLoginModule required username="${username}" password="${password}"`,
  scram: (username: string, password: string, options = ''): string =>
    `${security}.scram.ScramLoginModule required username="${username}" password="${password}"${options}`,
  oauthBearer: (options: Readonly<Record<string, string>>): string => {
    const pairs = Object.entries(options).map(([name, value]) => ` ${name}="${value}"`)
    return `${security}.oauthbearer.OAuthBearerLoginModule required${pairs.join('')}`
  },
  kerberos: (keytab: string, name = 'alice'): string =>
    'com.sun.security.auth.module.Krb5LoginModule required useKeyTab=true storeKey=true ' +
    `keyTab="${keytab}" principal="${name}@OTTLA.TEST"`,
}
