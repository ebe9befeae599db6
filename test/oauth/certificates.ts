import type { ServerOptions } from 'node:https'

/** Certificates of tests, good for a hundred years: of `localhost` and 127.0.0.1, and of a client. Both sign themselves. */
const localhost = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgGGfBFF+RiuJ20M8M
iEq205n0XN1YSB3BgWdK9wnlyDKhRANCAASxs6r30VFrqdGcWp3suKqGosgVvQdz
yqV3KMKFdxvy+uXqvq6P8F91TeOa/4jcfr1CYxJrcSggfTYyyHg2a9T5
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIByDCCAW2gAwIBAgIUCt/kNcgplEZUbHLaljgSVT/Aud0wCgYIKoZIzj0EAwIw
KjESMBAGA1UEAwwJbG9jYWxob3N0MRQwEgYDVQQKDAtPdHRsYSB0ZXN0czAgFw0y
NjExMjIxMjM5MjdaGA8yMTI2MTAyOTEyMzkyN1owKjESMBAGA1UEAwwJbG9jYWxo
b3N0MRQwEgYDVQQKDAtPdHRsYSB0ZXN0czBZMBMGByqGSM49AgEGCCqGSM49AwEH
A0IABLGzqvfRUWup0Zxaney4qoaiyBW9B3PKpXcowoV3G/L65eq+ro/wX3VN45r/
iNx+vUJjEmtxKCB9NjLIeDZr1PmjbzBtMB0GA1UdDgQWBBS4+1UHstD1p4+JXX3u
xaWCJXxYHzAfBgNVHSMEGDAWgBS4+1UHstD1p4+JXX3uxaWCJXxYHzAaBgNVHREE
EzARgglsb2NhbGhvc3SHBH8AAAEwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQD
AgNJADBGAiEAsCuZfDKMTVbq1urw4Ric5d9pythdPkb34zUCAqBkC6UCIQDW06Q4
fEnradYXn2Hts4SxPbEZ2EBHyqCpp2aSBGSeVQ==
-----END CERTIFICATE-----`,
}

export const clientCertificate: { readonly key: string; readonly cert: string } = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgOySpDCabxsdVEC5X
HRisCd0ZlZ+aIY6vFdH3HD6BH+uhRANCAARcamxl8mscz5eybq5FF+QMWW6uUxyy
Niq/w+eED0b7PghNjCMumgVdOwbMz4Ojvp30W+pDp+yGgY857mOQR5QB
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBpTCCAUugAwIBAgIUHbj9qE//LYN5cNHa2+8iV19E0/YwCgYIKoZIzj0EAwIw
JzEPMA0GA1UEAwwGb3JkZXJzMRQwEgYDVQQKDAtPdHRsYSB0ZXN0czAgFw0yNjEx
MjIxMjM5MjdaGA8yMTI2MTAyOTEyMzkyN1owJzEPMA0GA1UEAwwGb3JkZXJzMRQw
EgYDVQQKDAtPdHRsYSB0ZXN0czBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABFxq
bGXyaxzPl7JurkUX5AxZbq5THLI2Kr/D54QPRvs+CE2MIy6aBV07BszPg6O+nfRb
6kOn7IaBjznuY5BHlAGjUzBRMB0GA1UdDgQWBBTJ0tXJX+rJTfihh6WRZnIwHzAS
mzAfBgNVHSMEGDAWgBTJ0tXJX+rJTfihh6WRZnIwHzASmzAPBgNVHRMBAf8EBTAD
AQH/MAoGCCqGSM49BAMCA0gAMEUCIAr4NQPPAL1VqpV4JzMwzWGuSydX8tcN07m5
41fmaH3bAiEAmlRYKPyxvSUowJdsSD+Fgv/KuXhbpLejwAvyUAvRkrE=
-----END CERTIFICATE-----`,
}

export function serverCertificate(options: ServerOptions = {}): ServerOptions & { readonly cert: string } {
  return { ...options, ...localhost }
}

export function caOf({ cert }: { readonly cert: string }): string {
  return cert
}
