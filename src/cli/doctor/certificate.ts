import { secure } from '../../connection/secure.js'
import { OttlaError } from '../../errors.js'
import { moment, span } from '../claims.js'
import { examine, remarkOf } from './finding.js'
import { reach } from './network.js'
import type { PeerCertificate, TLSSocket } from 'node:tls'
import type { Tls, TlsOptions } from '../../connection/secure.js'
import type { Address } from '../../connection/resolve.js'
import type { Patient, Remark } from './finding.js'

/** How far TLS came: only over a verified connection credentials may travel. */
export type Secured = 'verified' | 'unverified'

const day = 86_400_000

/** The handshake, and a look at the certificate. Where it is not trusted, whether TLS works at all. */
export async function examineTls(
  patient: Patient,
  tls: Exclude<Tls, false>,
  addresses: readonly Address[],
): Promise<Secured | undefined> {
  return examine<Secured>(patient, 'tls', async (signal) => {
    const handshake = async <T>(how: Exclude<Tls, false>, look: (secured: TLSSocket) => T): Promise<T> => {
      const { host, port } = patient
      const secured = await secure({ socket: await reach(patient, addresses, signal), host, port, tls: how, signal })
      try {
        return look(secured)
      } finally {
        secured.destroy()
      }
    }
    const options = await optionsOf(tls, patient)
    try {
      return await handshake(tls, (secured) => {
        notePeriod(secured, patient)
        const remark = remarkOn(secured, options.rejectUnauthorized !== false)
        return { remark, result: secured.authorized ? 'verified' : 'unverified' }
      })
    } catch (error) {
      if (!(error instanceof OttlaError)) throw error
      if (error.code === 'TLS_FAILED') return { remark: disagreement(error) }
      if (!/^TLS_(CERTIFICATE|HOSTNAME)_/.test(error.code)) throw error
      return handshake({ ...options, rejectUnauthorized: false }, (secured) => ({
        remark: distrust(error, secured.getPeerCertificate(true)),
        result: 'unverified',
      }))
    }
  })
}

function notePeriod(socket: TLSSocket, { seen }: Patient): void {
  const { valid_from: from, valid_to: until } = socket.getPeerCertificate()
  seen.certificate = { from: Date.parse(from), until: Date.parse(until) }
}

function remarkOn(socket: TLSSocket, strict: boolean): Remark {
  const certificate = socket.getPeerCertificate()
  const until = Date.parse(certificate.valid_to)
  const about = `${socket.getProtocol() ?? 'TLS'}, ${nameOf(certificate)}, valid until ${date(until)}`
  if (!strict && !socket.authorized) {
    return {
      verdict: 'warning',
      code: 'TLS_UNVERIFIED',
      found: `${about}; not verified`,
      advice:
        'Anybody may be at the other end, as certificates are not verified: trust the authority of the broker instead.',
    }
  }
  if (until - Date.now() > soon(certificate)) return { found: about }
  return {
    verdict: 'warning',
    code: 'TLS_CERTIFICATE_ENDS_SOON',
    found: about,
    advice: `The certificate of the broker ends in ${span(until - Date.now())}: renew it.`,
  }
}

/** Why there was no handshake, if OpenSSL says so. */
function disagreement(error: OttlaError): Remark {
  const cause = String((error.cause as NodeJS.ErrnoException | undefined)?.code)
  const both = 'of the broker and of this client'
  if (/PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL/.test(cause))
    return {
      ...remarkOf(error),
      advice: `There is no version of TLS that both ends take: compare ssl.enabled.protocols ${both}.`,
    }
  if (/NO_SHARED_CIPHER|HANDSHAKE_FAILURE/.test(cause))
    return {
      ...remarkOf(error),
      advice: `There is no cipher suite that both ends take: compare ssl.cipher.suites ${both}, and the kind of the broker's key.`,
    }
  return remarkOf(error)
}

/** Why a certificate is not trusted, as exactly as it itself tells. */
function distrust(error: OttlaError, certificate: PeerCertificate): Remark {
  const remark = remarkOf(error)
  const advice = adviceFor(String((error.cause as NodeJS.ErrnoException | undefined)?.code), certificate)
  return advice === undefined ? remark : { ...remark, advice }
}

function adviceFor(cause: string, certificate: PeerCertificate): string | undefined {
  const now = Date.now()
  const clock = `this machine's clock says ${moment(now)}`
  const issuer = nameOf({ subject: certificate.issuer })
  switch (cause) {
    case 'CERT_HAS_EXPIRED': {
      const until = Date.parse(certificate.valid_to)
      return `It ended ${span(now - until)} ago, at ${moment(until)}: have the broker's certificate renewed, and the broker load it. Look at the clock too: ${clock}.`
    }
    case 'CERT_NOT_YET_VALID': {
      const from = Date.parse(certificate.valid_from)
      return `It begins in ${span(from - now)}, at ${moment(from)}; ${clock}. Either that clock is ${span(from - now)} or more behind (compare it with a time server), or the certificate was made for later.`
    }
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return 'The broker signed its certificate itself. Trust exactly that certificate (--ca FILE with it; in Java: import it into the trust store), or give the broker one of an authority that clients know.'
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return `The broker shows nothing of the authority that signed it, ${issuer}. If that is an intermediate authority, add its certificate to the chain in the broker's key store; if it is your own root, trust it here: --ca FILE.`
    case 'SELF_SIGNED_CERT_IN_CHAIN':
      return `The chain is complete, but its authority ${issuer} is not trusted here: --ca FILE with its certificate (in Java: the trust store).`
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return `It is good for ${certificate.subjectaltname ?? nameOf(certificate)}. Dial one of these names, or have the certificate made for the name that clients use; --servername NAME to expect another name here.`
    default:
      return undefined
  }
}

/** When the end of a certificate is worth a word, in ms ahead of it: short-lived ones are renewed late, on purpose. */
function soon({ valid_from: from, valid_to: until }: PeerCertificate): number {
  return Math.min(30 * day, (Date.parse(until) - Date.parse(from)) / 5)
}

function nameOf({
  subject,
  subjectaltname,
}: Pick<PeerCertificate, 'subject'> & { readonly subjectaltname?: string | undefined }): string {
  const { CN } = subject
  return typeof CN === 'string' ? `CN=${CN}` : (subjectaltname ?? 'without a name')
}

function date(ms: number): string {
  return Number.isNaN(ms) ? 'an unknown time' : new Date(ms).toISOString().slice(0, 10)
}

/** The same TLS without a look at whom it is spoken to: nothing secret may follow. */
export async function withoutTrust(tls: Exclude<Tls, false>, patient: Patient): Promise<TlsOptions> {
  return { ...(await optionsOf(tls, patient)), rejectUnauthorized: false }
}

async function optionsOf(tls: Exclude<Tls, false>, { host, port }: Patient): Promise<TlsOptions> {
  if (tls === true) return {}
  return typeof tls === 'function' ? await tls({ host, port }) : tls
}
