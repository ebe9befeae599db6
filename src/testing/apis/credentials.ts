import { CreateDelegationToken } from '../../messages/CreateDelegationToken.js'
import { DescribeDelegationToken } from '../../messages/DescribeDelegationToken.js'
import { DescribeUserScramCredentials } from '../../messages/DescribeUserScramCredentials.js'
import { ExpireDelegationToken } from '../../messages/ExpireDelegationToken.js'
import { RenewDelegationToken } from '../../messages/RenewDelegationToken.js'
import { route } from '../../server/index.js'
import type { Principal, RequestContext, Route } from '../../server/index.js'
import type { DelegationTokens } from '../delegation-tokens.js'
import type { Users } from '../users.js'

const NOT_ALLOWED = 64
const RESOURCE_NOT_FOUND = 91
const ITERATIONS = 4096
const MECHANISMS = { 'SCRAM-SHA-256': 1, 'SCRAM-SHA-512': 2 } as const

/** Delegation tokens (KIP-48). They are for who has logged in by something else. */
export function tokenRoutes(tokens: DelegationTokens): Route[] {
  return [
    createRoute(tokens),
    route(RenewDelegationToken, ({ hmac, renewPeriodMs }, context) =>
      changed(tokens, context, { hmac, period: Number(renewPeriodMs), renew: true }),
    ),
    route(ExpireDelegationToken, ({ hmac, expiryTimePeriodMs }, context) =>
      changed(tokens, context, { hmac, period: Number(expiryTimePeriodMs), renew: false }),
    ),
    route(DescribeDelegationToken, ({ owners }, context) => {
      if (!mayHaveTokens(context)) return { errorCode: NOT_ALLOWED, throttleTimeMs: 0, tokens: [] }
      const asked = owners?.map(asPrincipal)
      const visible = tokens
        .visibleTo(context.principal)
        .filter(
          ({ owner }) =>
            asked === undefined || asked.some(({ type, name }) => type === owner.type && name === owner.name),
        )
      return {
        errorCode: 0,
        throttleTimeMs: 0,
        tokens: visible.map((token) => ({
          ...names(token.owner, token.requester, context.apiVersion),
          issueTimestamp: token.issuedAt,
          expiryTimestamp: token.expiresAt,
          maxTimestamp: token.maxAt,
          tokenId: token.id,
          hmac: tokens.hmac(token),
          renewers: token.renewers.map(({ type, name }) => ({ principalType: type, principalName: name })),
        })),
      }
    }),
  ]
}

function createRoute(tokens: DelegationTokens): Route {
  return route(CreateDelegationToken, (request, context) => {
    const { principal } = context
    if (!mayHaveTokens(context)) {
      const nothing = {
        issueTimestampMs: -1,
        expiryTimestampMs: -1,
        maxTimestampMs: -1,
        tokenId: '',
        hmac: Buffer.alloc(0),
      }
      return {
        errorCode: NOT_ALLOWED,
        throttleTimeMs: 0,
        ...nothing,
        ...names(principal, principal, context.apiVersion),
      }
    }
    const owner = ownerOf(request) ?? principal
    const renewers = request.renewers.map(asPrincipal)
    const token = tokens.create({ owner, requester: principal, renewers, lifetime: Number(request.maxLifetimeMs) })
    return {
      errorCode: 0,
      throttleTimeMs: 0,
      ...names(owner, principal, context.apiVersion),
      issueTimestampMs: token.issuedAt,
      expiryTimestampMs: token.expiresAt,
      maxTimestampMs: token.maxAt,
      tokenId: token.id,
      hmac: tokens.hmac(token),
    }
  })
}

/** Which users have SCRAM credentials: here, all of them. */
export function scramRoute(users: Users, mechanisms: readonly string[]): Route {
  const infos = Object.entries(MECHANISMS).flatMap(([name, mechanism]) =>
    mechanisms.includes(name) ? [{ mechanism, iterations: ITERATIONS }] : [],
  )
  return route(DescribeUserScramCredentials, (request) => {
    const asked = request.users?.length ? request.users.map(({ name }) => name) : infos.length > 0 ? users.names : []
    const results = asked.map((user) =>
      users.has(user) && infos.length > 0
        ? { user, errorCode: 0, errorMessage: null, credentialInfos: infos }
        : {
            user,
            errorCode: RESOURCE_NOT_FOUND,
            errorMessage: `There is no credential of ${user}`,
            credentialInfos: [],
          },
    )
    return { throttleTimeMs: 0, errorCode: 0, errorMessage: null, results }
  })
}

function mayHaveTokens({ session, principal }: RequestContext): boolean {
  if (session.mechanism === null) return principal.name !== 'ANONYMOUS'
  return session.negotiatedProperty('tokenauth') !== 'true'
}

function changed(
  tokens: DelegationTokens,
  context: RequestContext,
  { hmac, ...change }: { readonly hmac: Uint8Array; readonly period: number; readonly renew: boolean },
): { errorCode: number; expiryTimestampMs: number; throttleTimeMs: number } {
  if (!mayHaveTokens(context)) return { errorCode: NOT_ALLOWED, expiryTimestampMs: -1, throttleTimeMs: 0 }
  const result = tokens.change(hmac, context.principal, change)
  if ('errorCode' in result) return { errorCode: result.errorCode, expiryTimestampMs: -1, throttleTimeMs: 0 }
  return { errorCode: 0, expiryTimestampMs: result.expiresAt, throttleTimeMs: 0 }
}

interface Named {
  readonly principalType: string
  readonly principalName: string
}

function asPrincipal({ principalType, principalName }: Named): Principal {
  return { type: principalType, name: principalName }
}

function ownerOf(request: { ownerPrincipalType: string | null; ownerPrincipalName: string | null }): Principal | null {
  const { ownerPrincipalType: type, ownerPrincipalName: name } = request
  return type && name ? { type, name } : null
}

/** Whom a token stands for and, in the versions that have a place for it, who asked for it. */
function names(
  owner: Principal,
  requester: Principal,
  version: number,
): Named & { tokenRequesterPrincipalType?: string; tokenRequesterPrincipalName?: string } {
  const named = { principalType: owner.type, principalName: owner.name }
  if (version < 3) return named
  return { ...named, tokenRequesterPrincipalType: requester.type, tokenRequesterPrincipalName: requester.name }
}
