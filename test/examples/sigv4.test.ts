import assert from 'node:assert/strict'
import { test } from 'node:test'
import { presign } from '../../examples/aws-msk-iam/sigv4.js'

test("the signature is that of Amazon's own example of a presigned request", () => {
  const query = presign(
    {
      host: 'examplebucket.s3.amazonaws.com',
      path: '/test.txt',
      region: 'us-east-1',
      service: 's3',
      query: {},
      payloadHash: 'UNSIGNED-PAYLOAD',
      expiresSeconds: 86_400,
      now: new Date('2013-05-24T00:00:00Z'),
    },
    { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
  )
  assert.equal(query['X-Amz-Signature'], 'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404')
})
