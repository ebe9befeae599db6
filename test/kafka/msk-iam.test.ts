import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { mock, test } from 'node:test'
import { mskIamAuthToken } from 'ottla/oauth'
import { root } from './harness/paths.js'

/** What is used of Amazon's own package. */
interface Signer {
  generateAuthTokenFromCredentialsProvider(options: {
    readonly region: string
    readonly awsCredentialsProvider: () => Promise<object>
  }): Promise<{ readonly token: string; readonly expiryTime: number }>
}

const require = createRequire(join(root, 'test/kafka/peers/package.json'))
const signer = require('aws-msk-iam-sasl-signer-js') as Signer

const parametersOf = (
  token: string,
): { readonly address: string; readonly query: Readonly<Record<string, string>> } => {
  const url = new URL(Buffer.from(token, 'base64url').toString())
  return { address: url.origin + url.pathname, query: Object.fromEntries(url.searchParams) }
}

const key = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' }
for (const [name, credentials] of Object.entries({
  'long-lived keys': key,
  'a session': { ...key, sessionToken: 'IQoJb3JpZ2luX2VjE//////////wEaCXVzLWVhc3QtMSJHMEUCIQ==' },
})) {
  for (const region of ['us-east-1', 'eu-central-1']) {
    test(`the token of ${name} in ${region} is signed as Amazon's own signer does it, at the same moment`, async () => {
      const now = Date.UTC(2026, 1, 3, 4, 5, 6, 789)
      mock.timers.enable({ apis: ['Date'], now })
      try {
        const awsCredentialsProvider = async (): Promise<object> => credentials
        const theirs = await signer.generateAuthTokenFromCredentialsProvider({ region, awsCredentialsProvider })
        const [ours, expected] = [mskIamAuthToken(region, credentials, now), theirs.token].map(parametersOf)
        // Each names itself; that is not signed.
        assert.match(expected?.query['User-Agent'] ?? '', /^aws-msk-iam-sasl-signer-js\//)
        assert.deepEqual(
          { ...ours, query: { ...ours?.query, 'User-Agent': '' } },
          { ...expected, query: { ...expected?.query, 'User-Agent': '' } },
        )
        assert.equal(ours?.query['X-Amz-Date'], '20260203T040506Z')
      } finally {
        mock.timers.reset()
      }
    })
  }
}
