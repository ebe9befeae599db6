import { BrokerError, ProtocolError } from '../errors.js'
import { ApiVersions, type ApiVersionsResponse } from '../messages/ApiVersions.js'
import { kafkaError } from '../messages/errors.js'
import type { LoginChannel } from './login-channel.js'
import { BrokerVersions } from './versions.js'

/** What a broker registers of its clients (KIP-511). */
export const software = { clientSoftwareName: 'ottla', clientSoftwareVersion: '0.1.0' } as const

/** Brokers older than flexible versions answer it with the range of ApiVersions, or with nothing at all. */
const unsupportedVersion = 35
const phase = 'api-versions'

/**
 * Asks what the broker speaks, beginning with the newest version of the question that this library knows.
 *
 * A broker that does not know it answers 35, in the form of version 0 whatever was asked (KIP-511), or in the form that
 * was asked for. It is asked again once by the range that it names, at last by version 0: three questions at most. All
 * of them carry the same correlation id, since they are one step of the login.
 *
 * @throws ProtocolError, BrokerError
 */
export async function negotiate(channel: LoginChannel): Promise<BrokerVersions> {
  const id = channel.nextId()
  let version = ApiVersions.maxVersion
  for (;;) {
    const frame = await channel.exchange(ApiVersions, software, { version, id })
    channel.goOn()
    const refused = frame.length >= 6 && frame.readInt16BE(4) === unsupportedVersion
    if (!refused) return versionsOf(channel, frame, version)
    const next = lower(namedMaximum(channel, frame, version), version)
    if (next === undefined) {
      throw new ProtocolError(
        'UNSUPPORTED_VERSION',
        `no common version of ApiVersions: Ottla speaks ${ApiVersions.minVersion} to ${ApiVersions.maxVersion}, the broker refuses all of them`,
        {
          broker: channel.broker,
          phase,
          hint: 'The peer is not a broker of Kafka 0.10 or newer.',
          reason: 'protocol-error',
        },
      )
    }
    version = next
  }
}

/** The next version to try, below the one that was refused: the one that the broker names, else 0. */
function lower(named: number | undefined, refused: number): number | undefined {
  if (refused <= ApiVersions.minVersion) return undefined
  // A second refusal is not bargained with.
  const bounded =
    named !== undefined && named < refused && refused === ApiVersions.maxVersion ? named : ApiVersions.minVersion
  return Math.max(bounded, ApiVersions.minVersion)
}

/** The newest version of ApiVersions that a refusal names, in either of its forms. */
function namedMaximum(channel: LoginChannel, frame: Buffer, version: number): number | undefined {
  for (const form of [0, version]) {
    try {
      const refusal = channel.decode(ApiVersions, frame, { version: form, phase }) as ApiVersionsResponse
      return refusal.apiKeys.find(({ apiKey }) => apiKey === ApiVersions.key)?.maxVersion
    } catch {
      continue
    }
  }
  return undefined
}

function versionsOf(channel: LoginChannel, frame: Buffer, version: number): BrokerVersions {
  const { broker } = channel
  const response = channel.decode(ApiVersions, frame, { version, phase }) as ApiVersionsResponse
  if (response.errorCode !== 0) {
    const hint = 'The broker refuses the first question of every client: look at its log.'
    const { code, name } = kafkaError(response.errorCode)
    throw new BrokerError({ errorCode: code, errorName: name }, `ApiVersions was answered by error ${code} (${name})`, {
      broker,
      phase,
      hint,
      reason: 'protocol-error',
    })
  }
  return new BrokerVersions(broker, response.apiKeys, {
    supported: response.supportedFeatures.map(({ name, minVersion, maxVersion }) => ({
      name,
      min: minVersion,
      max: maxVersion,
    })),
    finalized: response.finalizedFeatures.map(({ name, minVersionLevel, maxVersionLevel }) => ({
      name,
      min: minVersionLevel,
      max: maxVersionLevel,
    })),
    finalizedEpoch: response.finalizedFeaturesEpoch,
    zkMigrationReady: response.zkMigrationReady,
  })
}
