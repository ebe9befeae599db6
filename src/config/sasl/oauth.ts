import type { ClientMechanism, ServerMechanism } from '../../sasl/mechanism.js'
import { oauthBearer } from '../../sasl/oauthbearer/client.js'
import { oauthBearerServer } from '../../sasl/oauthbearer/server.js'
import { definitions } from '../definition.js'
import type { JaasEntry } from '../jaas/entry.js'
import type { Reading } from '../reading.js'
import { clientTls, type ClientTlsSettings } from '../tls/options.js'
import { ConfigValues } from '../values.js'

/** Logins that fetch tokens or sign requests. All of `ottla/oauth` is loaded only where one of them is configured. */

const OIDC =
  /^org\.apache\.kafka\.common\.security\.oauthbearer\.(?:secured\.)?OAuthBearer(Login|Validator)CallbackHandler$/
const MSK_PACKAGE = 'software.amazon.msk.auth.iam.'

/** Kafka's handler for tokens of an identity provider (KIP-768), under its name of today or of 3.1 to 3.3. */
export function isOidcHandler(className: string, side: 'Login' | 'Validator'): boolean {
  return OIDC.exec(className)?.[1] === side
}

/** The handler of Amazon MSK for OAUTHBEARER. */
export const MSK_TOKEN_HANDLER: string = `${MSK_PACKAGE}IAMOAuthBearerLoginCallbackHandler`
/** The handler of Amazon MSK for its own mechanism. */
export const MSK_CLIENT_HANDLER: string = `${MSK_PACKAGE}IAMClientCallbackHandler`

/** OAUTHBEARER with tokens as Kafka's `OAuthBearerLoginCallbackHandler` gets them. */
export async function oidcLogin(entry: JaasEntry, reading: Reading, allowPlaintext: boolean): Promise<ClientMechanism> {
  const { kafkaLogin } = await import('../../oauth/kafka-login.js')
  const config = reading.values.within('oauthbearer.').given()
  const tls = await endpointTls(entry, reading)
  const http = tls === undefined ? {} : { tls }
  return oauthBearer({
    token: kafkaLogin({ config, options: Object.fromEntries(entry.options), http }),
    allowPlaintext,
  })
}

/** TLS towards the identity provider is set by `ssl.*` among the options of the JAAS entry. */
async function endpointTls(entry: JaasEntry, reading: Reading): Promise<ClientTlsSettings | undefined> {
  const options = new Map([...entry.options].filter(([name]) => name.startsWith('ssl.')))
  if (options.size === 0) return undefined
  return await clientTls({ ...reading, values: new ConfigValues(definitions('client'), options) })
}

/** OAUTHBEARER with tokens that Amazon MSK takes. */
export async function mskTokenLogin(entry: JaasEntry): Promise<ClientMechanism> {
  const { mskIamToken } = await import('../../oauth/aws/msk-iam-token.js')
  return oauthBearer({ token: mskIamToken(awsOptions(entry)) })
}

/** Amazon MSK's own mechanism. */
export async function mskLogin(entry: JaasEntry): Promise<ClientMechanism> {
  const { mskIam } = await import('../../oauth/aws/msk-iam.js')
  return mskIam(awsOptions(entry))
}

function awsOptions({ options }: JaasEntry): { profile?: string; roleArn?: string; sessionName?: string } {
  const [profile, roleArn, sessionName] = ['awsProfileName', 'awsRoleArn', 'awsRoleSessionName'].map((name) =>
    options.get(name),
  )
  return {
    ...(profile === undefined ? {} : { profile }),
    ...(roleArn === undefined ? {} : { roleArn }),
    ...(sessionName === undefined ? {} : { sessionName }),
  }
}

/** OAUTHBEARER with tokens validated as Kafka's `OAuthBearerValidatorCallbackHandler` does it. */
export async function oidcValidation(values: ConfigValues): Promise<ServerMechanism> {
  const { kafkaValidator } = await import('../../oauth/kafka-validator.js')
  return oauthBearerServer({ ...kafkaValidator({ config: values.given() }), quirks: 'none' })
}
