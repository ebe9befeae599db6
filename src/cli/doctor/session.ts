import { span } from '../claims.js'
import { examine } from './finding.js'
import type { Patient, Remark } from './finding.js'

/** A broker takes a renewal within a second for an ordinary request and hangs up, so shorter sessions cannot go on. In ms. */
const shortest = 1500
/** Below this a client spends its time logging in. In ms. */
const short = 60_000

/** How long a login lasts before it must be renewed (KIP-368). */
export async function examineSession(patient: Patient): Promise<void> {
  const { session } = patient.seen
  if (session) await examine(patient, 'session', () => Promise.resolve({ remark: remarkOn(session.lifetime, patient) }))
}

function remarkOn(lifetime: number | undefined, { seen: { claims } }: Patient): Remark {
  if (lifetime === undefined) return { found: 'without an end' }
  const found = lifetime < 2000 ? `${String(lifetime)} ms` : span(lifetime)
  if (lifetime >= short) return { found }
  const where =
    claims === undefined
      ? 'Raise connections.max.reauth.ms of the broker.'
      : 'It ends with the token, or by connections.max.reauth.ms of the broker: raise that, or have tokens made that last longer.'
  if (lifetime >= shortest) {
    const advice = `Clients must log in again before ${found} are over, every time: that costs time and load. ${where}`
    return { verdict: 'warning', code: 'SESSION_SHORT', found, advice }
  }
  const advice = `A login may be renewed only a second after the last one, so clients are cut off again and again. ${where}`
  return { verdict: 'failed', code: 'SESSION_TOO_SHORT', found, advice }
}
