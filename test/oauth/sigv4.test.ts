import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { canonicalQuery, canonicalRequest, presignedQuery, signedHeaders, signingKey } from '#src/oauth/aws/sigv4.js'

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' }
const now = Date.UTC(2015, 7, 30, 12, 36, 0)
const emptyHash = createHash('sha256').digest('hex')

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html and the guide before it
test('the signing key of the guide: 20150830, us-east-1, iam', () => {
  const key = signingKey({ credentials, now, region: 'us-east-1', service: 'iam' })
  assert.equal(key.toString('hex'), 'c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9')
})

test('the canonical request of the guide: ListUsers of IAM', () => {
  const text = canonicalRequest({
    method: 'GET',
    path: '/',
    query: { Version: '2010-05-08', Action: 'ListUsers' },
    headers: {
      host: 'iam.amazonaws.com',
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      'x-amz-date': '20150830T123600Z',
    },
    payloadHash: emptyHash,
  })
  assert.equal(
    createHash('sha256').update(text).digest('hex'),
    'f536975d06c0309214f805bb90ccff089219ecd68b2577efef23edd43b7e1a59',
  )
})

test('the signature of the guide: ListUsers of IAM', () => {
  const { authorization } = signedHeaders(
    {
      method: 'GET',
      path: '/',
      query: { Action: 'ListUsers', Version: '2010-05-08' },
      headers: { host: 'iam.amazonaws.com', 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      body: '',
    },
    { credentials, now, region: 'us-east-1', service: 'iam' },
  )
  assert.equal(
    authorization,
    'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
  )
})

// The test suite of Signature Version 4: get-vanilla and get-vanilla-query-order-key-case
for (const [name, query, signature] of [
  ['get-vanilla', {}, '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
  [
    'get-vanilla-query-order-key-case',
    { Param2: 'value2', Param1: 'value1' },
    'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
  ],
  [
    'get-vanilla-empty-query-key',
    { Param1: 'value1' },
    'a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb',
  ],
] as const) {
  test(`the test suite of AWS: ${name}`, () => {
    const headers = { host: 'example.amazonaws.com' }
    const { authorization } = signedHeaders(
      { method: 'GET', path: '/', query, headers, body: '' },
      { credentials, now, region: 'us-east-1', service: 'service' },
    )
    assert.match(authorization ?? '', new RegExp(`Signature=${signature}$`))
  })
}

test('the test suite of AWS: post-x-www-form-urlencoded', () => {
  const { authorization } = signedHeaders(
    {
      method: 'POST',
      path: '/',
      query: {},
      headers: { host: 'example.amazonaws.com', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'Param1=value1',
    },
    { credentials, now, region: 'us-east-1', service: 'service' },
  )
  assert.match(authorization ?? '', /Signature=ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a$/)
})

// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
test('the presigned URL of the guide of S3', () => {
  const query = presignedQuery(
    {
      path: '/test.txt',
      query: {},
      headers: { host: 'examplebucket.s3.amazonaws.com' },
      payloadHash: 'UNSIGNED-PAYLOAD',
    },
    {
      // The secret of that guide differs from the others' by one character.
      credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
      now: Date.UTC(2013, 4, 24),
      region: 'us-east-1',
      service: 's3',
      expiresIn: 86_400,
    },
  )
  assert.equal(query['X-Amz-Signature'], 'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404')
})

test('queries are encoded and sorted as they are signed', () => {
  assert.equal(canonicalQuery({ b: 'x y', a: "!'()*~", A: '/+=' }), 'A=%2F%2B%3D&a=%21%27%28%29%2A~&b=x%20y')
})
