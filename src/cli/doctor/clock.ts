import { parseClientInitialResponse } from '../../sasl/oauthbearer/grammar.js'
import { claimsOf, moment, span } from '../claims.js'
import { examine } from './finding.js'
import type { ClientMechanism, ClientSession } from '../../sasl/mechanism.js'
import type { Claims } from '../claims.js'
import type { Evidence, Patient, Remark } from './finding.js'

/** Kafka lets clocks differ by so much before it refuses a token (`sasl.oauthbearer.clock.skew.seconds`), in ms. */
const tolerance = 30_000

/** Holds this machine's clock against certificate, token and session. Nothing to hold it against: no finding. */
export async function examineClock(patient: Patient): Promise<void> {
  const { seen } = patient
  if (seen.certificate === undefined && seen.claims === undefined) return
  await examine(patient, 'clock', () => Promise.resolve({ remark: remarkOn(seen, Date.now()) }))
}

function remarkOn(seen: Evidence, now: number): Remark {
  const off = skewByToken(seen, now)
  if (off === undefined) {
    const { from = Infinity, until = 0 } = seen.certificate ?? {}
    const held = [
      from <= now && now <= until && 'certificate',
      seen.claims && 'token',
      seen.session && seen.claims && 'session',
    ]
    const witnesses = held.filter(Boolean).join(', ')
    return { found: witnesses === '' ? moment(now) : `${moment(now)}, which agrees with ${witnesses}` }
  }
  const direction = off.by > 0 ? 'ahead of' : 'behind'
  return {
    verdict: 'warning',
    code: 'CLOCK_SKEW',
    found: `this machine's clock (${moment(now)}) is ${off.least ? 'at least ' : ''}${span(off.by)} ${direction} that of ${off.whose}: ${off.how}`,
    advice: `Set both clocks by a time server (NTP): tokens and certificates begin and end by the clock of whoever checks them.`,
  }
}

interface Skew {
  /** In ms: positive where this machine's clock is ahead. */
  readonly by: number
  readonly least: boolean
  readonly whose: string
  /** How that is known. */
  readonly how: string
}

function skewByToken({ claims, session }: Evidence, now: number): Skew | undefined {
  if (claims === undefined) return undefined
  const begins = Math.max(claims.issuedAt ?? -Infinity, claims.notBefore ?? -Infinity)
  if (begins - now > tolerance) {
    return { by: now - begins, least: true, whose: 'whoever made the token', how: `it begins at ${moment(begins)}` }
  }
  if (session === undefined || claims.expiresAt === undefined) return undefined
  const ended = session.at - claims.expiresAt
  if (ended > tolerance) {
    const how = `it took a token that ended at ${moment(claims.expiresAt)}`
    return { by: ended, least: true, whose: 'the broker', how }
  }
  // A broker counts to the end of the token by its own clock, unless connections.max.reauth.ms, a round number, is less.
  if (session.lifetime === undefined) return undefined
  const by = session.lifetime - (claims.expiresAt - session.at)
  const capped = by < 0 && session.lifetime % 1000 === 0
  if (capped || Math.abs(by) <= tolerance) return undefined
  const how = `it gives ${span(session.lifetime)} to a token that ends at ${moment(claims.expiresAt)}`
  return { by, least: false, whose: 'the broker', how }
}

/** Tells of the token that a mechanism sends; other mechanisms send nothing that tells the time. */
export function watched(mechanism: ClientMechanism, seen: Evidence): ClientMechanism {
  if (mechanism.name !== 'OAUTHBEARER') return mechanism
  return {
    ...mechanism,
    start: async (peer, signal): Promise<ClientSession> => {
      const session = await mechanism.start(peer, signal)
      return {
        next: async (challenge) => {
          const step = await session.next(challenge)
          if (challenge === null && step.token) seen.claims = claimsOf(parseClientInitialResponse(step.token).token)
          return step
        },
        refused: (text) => session.refused?.(text),
        dispose: () => session.dispose?.(),
      }
    },
  }
}

/** Why a broker rejected a token, as far as the token itself tells. */
export function rejectedToken(claims: Claims | undefined, now: number): Partial<Remark> {
  if (claims === undefined) {
    return {
      advice: 'The token is no JWT: the broker must know how to check such a token, which Kafka on its own does not.',
    }
  }
  const { expiresAt, issuedAt = -Infinity, notBefore = -Infinity } = claims
  const begins = Math.max(issuedAt, notBefore)
  if (expiresAt !== undefined && expiresAt <= now) {
    const when = `The token ended ${span(now - expiresAt)} ago, at ${moment(expiresAt)}`
    const advice = `${when}: get a new one. If it is new, this machine's clock (${moment(now)}) is ahead, or it was made for too short a time.`
    return { code: 'TOKEN_EXPIRED', advice }
  }
  if (begins > now) {
    const when = `The token begins in ${span(begins - now)}, at ${moment(begins)}, by this machine's clock (${moment(now)})`
    const advice = `${when}. If it is new, the clock of whoever made it is that much ahead of this one: set both by a time server (NTP).`
    return { code: 'TOKEN_NOT_YET_VALID', advice }
  }
  const about = ['iss', 'aud', 'sub', 'scope'].flatMap((name) => {
    const value = claims.all[name]
    return value === undefined ? [] : [`${name} ${JSON.stringify(value)}`]
  })
  const end = expiresAt === undefined ? 'It has no end (exp)' : `It is valid until ${moment(expiresAt)}`
  const advice = `${end}, so the broker's objection is another: it expects other claims (the token has ${about.join(', ') || 'none of iss, aud, sub'}), does not know the key that signed it, or its clock is off. Its log tells which; sasl.oauthbearer.expected.issuer, .expected.audience and .jwks.endpoint.url are what to compare.`
  return { advice }
}
