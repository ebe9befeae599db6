import assert from 'node:assert/strict'
import { apis, kafkaErrors, responseHeaderVersion } from 'ottla/messages'
import { pass, type Adapter } from '../adapter.js'

/** Names and numbers: Kafka's sentences are not part of this library. */
const errorCode: Adapter = ({ input, expected }) => {
  const { error } = input as { error: string }
  assert.equal(kafkaErrors.find(({ name }) => name === error)?.code, (expected as { code: number }).code)
  return pass
}

const apiVersions: Adapter = ({ input, expected }) => {
  const { apiKey } = input as { apiKey: number }
  const { min, max, flexible, flexibleFrom, ...other } = expected as Record<string, number | null | undefined>
  const api = apis.find(({ key }) => key === apiKey) ?? assert.fail(`API ${String(apiKey)} is not known`)
  assert.equal(api.minVersion, min)
  // The definitions are newer than these cases, and versions are only ever added.
  assert.ok(api.maxVersion >= (max ?? Infinity), `${String(api.maxVersion)} is older than ${String(max)}`)
  assert.equal(api.flexibleSince, flexibleFrom ?? flexible ?? null)
  if ('responseHeaderVersion' in other) {
    assert.equal(responseHeaderVersion(api, api.maxVersion), other['responseHeaderVersion'])
  }
  return pass
}

export const areas: Readonly<Record<string, Adapter>> = {
  'protocol.errorCode': errorCode,
  'protocol.apiVersions': apiVersions,
}
