// A login with a mechanism of one's own, AWS_MSK_IAM, to a broker that checks the signature as Amazon MSK does.
import { timingSafeEqual } from 'node:crypto'
import { AuthenticationError, connect } from 'ottla'
import { SaslRefusal } from 'ottla/sasl'
import type { ServerMechanism } from 'ottla/sasl'
import { startBroker } from 'ottla/testing'
import { authenticationPayload, mskIam } from './mechanism.js'
import type { AwsCredentials } from './sigv4.js'

const region = 'eu-central-1'
const alice = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' }

/** The broker's half: it signs the same request with the secret that it knows, and compares. */
function mskIamServer(keys: Readonly<Record<string, AwsCredentials>>): ServerMechanism {
  return {
    name: 'AWS_MSK_IAM',
    start: () => ({
      next: (response) => {
        const claim = JSON.parse(Buffer.from(response).toString()) as Record<string, string | undefined>
        const accessKeyId = claim['x-amz-credential']?.split('/')[0] ?? ''
        const credentials = keys[accessKeyId]
        const refusal = new SaslRefusal({ reply: 'text', publicText: 'Access denied', reason: `key ${accessKeyId}` })
        if (!credentials || claim.action !== 'kafka-cluster:Connect') throw refusal
        const [date = '', host = ''] = [claim['x-amz-date'], claim.host]
        const now = new Date(date.replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5'))
        const right = JSON.parse(authenticationPayload({ host, region, now }, credentials).toString()) as Record<
          string,
          string
        >
        const [given, wanted] = [claim, right].map((one) => Buffer.from(one['x-amz-signature'] ?? '', 'hex'))
        if (given?.length !== 32 || wanted?.length !== 32 || !timingSafeEqual(given, wanted)) throw refusal
        return {
          challenge: Buffer.from(JSON.stringify({ version: '2020_10_22', 'request-id': '1' })),
          done: { authorizationId: accessKeyId, negotiatedProperty: () => undefined },
        }
      },
    }),
  }
}

await using broker = await startBroker({ tls: true, mechanisms: [mskIamServer({ [alice.accessKeyId]: alice })] })

async function login(credentials: AwsCredentials): Promise<void> {
  const sasl = mskIam({ region, credentials: () => credentials })
  await using connection = await connect({ host: broker.host, port: broker.port, tls: { ca: broker.ca }, sasl })
  console.log('logged in with', connection.session?.mechanism)
}

await login(alice)
try {
  await login({ ...alice, secretAccessKey: 'wrong' })
} catch (error) {
  if (error instanceof AuthenticationError) console.log(error.code)
}

// Prints:
// logged in with AWS_MSK_IAM
// AUTHENTICATION_FAILED
