import { jaas, propertiesFile } from '../harness/client-properties.js'
import { JavaClient } from '../harness/java-client.js'
import { theRing } from '../harness/ring.js'
import type { RunningBroker } from '../harness/start.js'
import { everyMechanism, type Answer, type Cell, type ForeignClient } from './client.js'

function javaClient(kafka: RunningBroker): ForeignClient {
  return {
    name: 'Apache Kafka Java client',
    version: kafka.version,
    mechanisms: everyMechanism,
    extensions: true,
    start: () => {
      const java = new JavaClient(kafka)
      return Promise.resolve({
        exchange: (cell: Cell) => exchange(java, cell),
        [Symbol.asyncDispose]: () => java[Symbol.asyncDispose](),
      })
    },
  }
}

async function exchange(java: JavaClient, cell: Cell): Promise<Answer> {
  const file = await cellProperties(cell)
  const produced = await java.ask('produce', file, cell.topic, cell.count)
  if (!produced.startsWith('OK')) return { ok: false, error: produced }
  const consumed = await java.ask('consume', file, cell.topic, cell.count)
  return consumed.startsWith('OK') ? { ok: true, consumed: Number(consumed.slice(3)) } : { ok: false, error: consumed }
}

/** A cell as the properties that Java's clients take; the unsecured token they make themselves. */
export async function cellProperties(cell: Cell): Promise<string> {
  const { bootstrap, ca, mechanism, username, password, group } = cell
  const login = mechanism === undefined ? {} : { mechanism, jaas: jaasLine({ ...cell, mechanism, username, password }) }
  const settings = { bootstrap, ...(ca !== undefined && { ca }), ...login }
  return await propertiesFile(`cell-${group}`, settings, ['sasl.kerberos.service.name=kafka'])
}

function jaasLine(cell: Cell & { readonly mechanism: string }): string {
  const { mechanism, username, password, extensions, keytab } = cell
  if (mechanism === 'GSSAPI') return jaas.kerberos(keytab ?? '', username)
  if (mechanism === 'PLAIN') return jaas.plain(username, password)
  if (mechanism !== 'OAUTHBEARER') return jaas.scram(username, password)
  const options: Record<string, string> = { unsecuredLoginStringClaim_sub: username }
  for (const [name, value] of Object.entries(extensions)) options[`unsecuredLoginExtension_${name}`] = value
  return jaas.oauthBearer(options)
}

export const javaClients: readonly ForeignClient[] = theRing().brokers.map(javaClient)
