import { createLocalJWKSet, createRemoteJWKSet, customFetch, errors } from 'jose'
import type { CompactJWSHeaderParameters, CryptoKey, FlattenedJWSInput, JSONWebKeySet, RemoteJWKSet } from 'jose'
import { EventEmitter } from 'node:events'
import { OttlaError, UsageError } from '../errors.js'
import type { AuthenticationError } from '../errors.js'
import type { MaybePromise } from '../sasl/mechanism.js'
import { discover } from './authorization-server.js'
import { malformedAnswer } from './endpoint-error.js'
import type { HttpOptions } from './http.js'
import { jsonFetch } from './json-endpoint.js'

/** Where the keys of an issuer come from, and how often they are asked for. */
export interface KeySetOptions {
  /** Kafka: `sasl.oauthbearer.jwks.endpoint.url`. Default: as the issuer's metadata say. */
  readonly jwksUri?: string | undefined
  /** Keys that are at hand, or a function that gets them for each token (it keeps them itself). */
  readonly jwks?: JSONWebKeySet | (() => JSONWebKeySet | Promise<JSONWebKeySet>) | undefined
  readonly http?: HttpOptions | undefined
  /** After how long the keys are fetched again, in ms. Default: 3 600 000. Kafka: `sasl.oauthbearer.jwks.endpoint.refresh.ms`. */
  readonly refreshInterval?: number | undefined
  /**
   * At most once in this time an unknown key id makes the keys be fetched again, in ms, however many ids are unknown.
   * Default: 10 000.
   */
  readonly cooldown?: number | undefined
  /** In ms since the epoch. Default: `Date.now`. */
  readonly now?: (() => number) | undefined
}

/** What a key set tells, for metrics and logs. */
export interface KeySetEventMap {
  fetch: [event: { readonly keys: number; readonly duration: number }]
  /** The keys are others than before. */
  change: []
  failure: [event: { readonly error: Error; readonly duration: number }]
}

/** A set with more keys is not taken: it is searched for every token. */
const MAX_KEYS = 1000
/** Longer ids are never looked up; Kafka has the same limit. */
const MAX_KEY_ID = 1000
/** How long a failed fetch is not repeated while there are old keys, in ms. */
const RETRY_AFTER = 10_000
/** The same while there are none. */
const FIRST_RETRY_AFTER = 1000

/** Finds the key that a token names. @throws JOSE's errors for a token without such a key, AuthenticationError for no keys. */
export type KeyLookup = (header: CompactJWSHeaderParameters, token: FlattenedJWSInput) => Promise<CryptoKey>

/**
 * The keys of an issuer: fetched when first needed, then in the background while the old ones serve; old keys stay when a
 * fetch fails. A token with an unknown key id has them fetched at once, so that a rotation is noticed, but within bounds, so
 * that invented ids are no lever. Nothing runs while nobody asks.
 */
export class KeySet {
  readonly events: EventEmitter<KeySetEventMap> = new EventEmitter()
  readonly #options: KeySetOptions & { readonly issuer?: string | undefined }
  readonly #now: () => number
  #remote: RemoteJWKSet | undefined
  #local: { readonly keys: JSONWebKeySet['keys']; readonly lookup: KeyLookup } | undefined
  #fetchedAt: number | undefined
  #nextTry = 0
  #lastForced = -Infinity
  #flight: Promise<void> | undefined
  #failure: Error | undefined
  #count = 0
  #fetched = ''
  #keys = ''

  constructor(options: KeySetOptions & { readonly issuer?: string | undefined }) {
    this.#options = options
    this.#now = options.now ?? Date.now
  }

  readonly lookup: KeyLookup = (header, token) => {
    const { jwks } = this.#options
    return typeof jwks === 'object' ? this.#localLookup(jwks)(header, token) : this.#lookup(jwks, [header, token])
  }

  async #lookup(
    jwks: (() => MaybePromise<JSONWebKeySet>) | undefined,
    asked: Parameters<KeyLookup>,
  ): Promise<CryptoKey> {
    if (jwks !== undefined) return this.#localLookup(await jwks())(...asked)
    await this.#ready()
    try {
      return await this.#find(asked)
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || !this.#mayForce(asked[0].kid)) throw error
      this.#lastForced = this.#now()
      await this.#fetch().catch(() => undefined)
      return this.#find(asked)
    }
  }

  /** Keys that were imported serve as long as they are the same: importing one costs more than a signature. */
  #localLookup(jwks: JSONWebKeySet): KeyLookup {
    const known = this.#local
    const { keys } = jwks
    const same = known?.keys.length === keys.length && known.keys.every((key, index) => key === keys[index])
    if (known !== undefined && same) return known.lookup
    const lookup = createLocalJWKSet(jwks)
    this.#local = { keys: [...keys], lookup }
    return lookup
  }

  async #find(asked: Parameters<KeyLookup>): Promise<CryptoKey> {
    if (this.#remote === undefined) throw this.#failure ?? new UsageError('ILLEGAL_STATE', 'no keys')
    return this.#remote(...asked)
  }

  /** Old keys serve at once, while new ones are fetched; only without any one has to wait. */
  async #ready(): Promise<void> {
    const { refreshInterval = 3_600_000 } = this.#options
    const now = this.#now()
    if (this.#fetchedAt === undefined) {
      if (this.#failure !== undefined && now < this.#nextTry) throw this.#failure
      return this.#fetch()
    }
    if (now >= this.#fetchedAt + refreshInterval && now >= this.#nextTry) this.#fetch().catch(() => undefined)
  }

  #mayForce(keyId: string | undefined): boolean {
    if (keyId === undefined || keyId.length > MAX_KEY_ID) return false
    return this.#now() >= this.#lastForced + (this.#options.cooldown ?? 10_000)
  }

  #fetch(): Promise<void> {
    this.#flight ??= this.#fetchNow().finally(() => {
      this.#flight = undefined
    })
    return this.#flight
  }

  async #fetchNow(): Promise<void> {
    const start = this.#now()
    try {
      this.#remote ??= await this.#locate()
      await this.#remote.reload()
      this.#fetchedAt = this.#now()
      this.#failure = undefined
      this.#note()
      this.events.emit('fetch', { keys: this.#count, duration: this.#now() - start })
    } catch (thrown) {
      const error = thrown instanceof OttlaError ? thrown : this.#malformed(thrown)
      this.#failure = error
      this.#nextTry = this.#now() + (this.#fetchedAt === undefined ? FIRST_RETRY_AFTER : RETRY_AFTER)
      this.events.emit('failure', { error, duration: this.#now() - start })
      throw error
    }
  }

  #note(): void {
    const changed = this.#keys !== '' && this.#keys !== this.#fetched
    this.#keys = this.#fetched
    if (changed) this.events.emit('change')
  }

  #malformed(thrown: unknown): AuthenticationError {
    const { jwksUri, issuer = '' } = this.#options
    return malformedAnswer(jwksUri ?? issuer, thrown instanceof Error ? thrown.message : 'no keys')
  }

  async #locate(): Promise<RemoteJWKSet> {
    const { http = {}, issuer = '' } = this.#options
    // The request has a deadline of its own.
    const { signal } = new AbortController()
    const uri = this.#options.jwksUri ?? (await discover({ issuer, http }, signal)).jwks_uri
    if (uri === undefined) throw malformedAnswer(issuer, 'the metadata name no jwks_uri')
    const ask = jsonFetch(http)
    return createRemoteJWKSet(new URL(uri), {
      // When to fetch is decided here: the library would drop old keys that it cannot replace.
      cacheMaxAge: Infinity,
      cooldownDuration: Infinity,
      timeoutDuration: http.timeout ?? 10_000,
      [customFetch]: async (url, init) => {
        const response = await ask(url, init)
        const json: unknown = await response.clone().json()
        const count =
          typeof json === 'object' && json !== null && 'keys' in json && Array.isArray(json.keys) ? json.keys.length : 0
        if (count > MAX_KEYS) throw malformedAnswer(uri, `${count} keys, more than ${MAX_KEYS}`)
        this.#count = count
        this.#fetched = JSON.stringify(json)
        return response
      },
    })
  }
}
