/** What Kafka measures of authentication (its `*-metrics` group), and the connections beside it. */
export interface ServerMetrics {
  readonly successfulAuthentications: number
  readonly failedAuthentications: number
  readonly successfulReauthentications: number
  readonly failedReauthentications: number
  /** Logins of clients that cannot re-authenticate: they speak SaslAuthenticate v0, or raw tokens. */
  readonly successfulAuthenticationsWithoutReauth: number
  /** Milliseconds from the handshake of a re-authentication to its success; 0 before the first. */
  readonly reauthenticationLatencyAverage: number
  readonly reauthenticationLatencyMax: number
  readonly expiredConnectionsKilled: number
  readonly connectionsAccepted: number
  readonly connectionsRejected: number
  readonly requests: number
}

/** The counters behind {@link ServerMetrics}. */
export class Counters {
  successfulAuthentications = 0
  failedAuthentications = 0
  successfulReauthentications = 0
  failedReauthentications = 0
  successfulAuthenticationsWithoutReauth = 0
  expiredConnectionsKilled = 0
  connectionsAccepted = 0
  connectionsRejected = 0
  requests = 0
  #latencySum = 0
  #latencyMax = 0

  login(login: { readonly reauthentication: boolean; readonly renewable: boolean; readonly duration: number }): void {
    if (login.reauthentication) {
      this.successfulReauthentications += 1
      this.#latencySum += login.duration
      this.#latencyMax = Math.max(this.#latencyMax, login.duration)
      return
    }
    this.successfulAuthentications += 1
    if (!login.renewable) this.successfulAuthenticationsWithoutReauth += 1
  }

  refused(login: { readonly reauthentication: boolean }): void {
    if (login.reauthentication) this.failedReauthentications += 1
    else this.failedAuthentications += 1
  }

  snapshot(): ServerMetrics {
    const {
      successfulAuthentications,
      failedAuthentications,
      successfulReauthentications,
      failedReauthentications,
      successfulAuthenticationsWithoutReauth,
      expiredConnectionsKilled,
      connectionsAccepted,
      connectionsRejected,
      requests,
    } = this
    return {
      successfulAuthentications,
      failedAuthentications,
      successfulReauthentications,
      failedReauthentications,
      successfulAuthenticationsWithoutReauth,
      reauthenticationLatencyAverage: this.#latencySum / Math.max(1, successfulReauthentications),
      reauthenticationLatencyMax: this.#latencyMax,
      expiredConnectionsKilled,
      connectionsAccepted,
      connectionsRejected,
      requests,
    }
  }
}
