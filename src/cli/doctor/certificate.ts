import { secure } from '../../connection/secure.js'
import { examine } from './finding.js'
import { reach } from './network.js'
import type { PeerCertificate, TLSSocket } from 'node:tls'
import type { Tls, TlsOptions } from '../../connection/secure.js'
import type { Address } from '../../connection/resolve.js'
import type { Patient, Remark } from './finding.js'

/** How far TLS came: only over a verified connection credentials may travel. */
export type Secured = 'verified' | 'unverified'

const day = 86_400_000
/** A certificate that ends sooner is worth a word. */
const soon = 30 * day

/** The handshake, and a look at the certificate. Where it is not trusted, whether TLS works at all. */
export async function examineTls(
  patient: Patient,
  tls: Exclude<Tls, false>,
  addresses: readonly Address[],
): Promise<Secured | undefined> {
  const { host, port } = patient
  const verified = await examine<Secured>(patient, 'tls', async (signal) => {
    const socket = await reach(patient, addresses, signal)
    const secured = await secure({ socket, host, port, tls, signal })
    const remark = remarkOn(secured, (await optionsOf(tls, patient)).rejectUnauthorized !== false)
    secured.destroy()
    return { remark, result: secured.authorized ? 'verified' : 'unverified' }
  })
  return verified ?? ((await handshakeWithoutTrust(patient, tls, addresses)) ? 'unverified' : undefined)
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
  if (until - Date.now() > soon) return { found: about }
  return {
    verdict: 'warning',
    code: 'TLS_CERTIFICATE_ENDS_SOON',
    found: about,
    advice: `The certificate of the broker ends in ${String(Math.floor((until - Date.now()) / day))} days: renew it.`,
  }
}

function nameOf({ subject, subjectaltname }: PeerCertificate): string {
  const { CN } = subject
  return typeof CN === 'string' ? `CN=${CN}` : (subjectaltname ?? 'without a name')
}

function date(ms: number): string {
  return Number.isNaN(ms) ? 'an unknown time' : new Date(ms).toISOString().slice(0, 10)
}

/** Whether later steps that need no trust are possible: what speaks there, and which mechanisms it has. */
async function handshakeWithoutTrust(
  patient: Patient,
  tls: Exclude<Tls, false>,
  addresses: readonly Address[],
): Promise<boolean> {
  const { host, port } = patient
  const signal = AbortSignal.timeout(patient.timeout)
  try {
    const socket = await reach(patient, addresses, signal)
    const trusting = await withoutTrust(tls, patient)
    const secured = await secure({ socket, host, port, tls: trusting, signal })
    secured.destroy()
    return true
  } catch {
    return false
  }
}

/** The same TLS without a look at whom it is spoken to: nothing secret may follow. */
export async function withoutTrust(tls: Exclude<Tls, false>, patient: Patient): Promise<TlsOptions> {
  return { ...(await optionsOf(tls, patient)), rejectUnauthorized: false }
}

async function optionsOf(tls: Exclude<Tls, false>, { host, port }: Patient): Promise<TlsOptions> {
  if (tls === true) return {}
  return typeof tls === 'function' ? await tls({ host, port }) : tls
}
