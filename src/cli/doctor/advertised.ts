import type { Finding } from './finding.js'

/**
 * A finding of an address that the cluster advertises, with what that means: clients are sent there.
 *
 * @param first `host:port` that the user named
 */
export function withContext(finding: Finding, first: string): Finding {
  if (finding.node === null || finding.verdict !== 'failed') return finding
  const context = contextOf(finding, first)
  if (context === undefined) return finding
  // That a name must be known where the client runs is all that there is to say of it.
  const own = finding.step === 'dns' ? '' : (finding.advice ?? '')
  return { ...finding, advice: `${context} ${own}`.trim() }
}

function contextOf({ step, code, broker }: Finding, first: string): string | undefined {
  const there = `The broker tells its clients to come to ${broker}`
  if (step === 'dns' || step === 'tcp') {
    const local = /^(localhost|127\.|\[::1\]|0\.0\.0\.0)/
    if (local.test(broker) && !/^(localhost|127\.|\[::1\])/.test(first)) {
      return `${there}, which is their own machine: set advertised.listeners to an address that clients can reach.`
    }
    return `${there}: that name and port must work where the client runs. Correct advertised.listeners of the broker, or the network's names and firewalls.`
  }
  if (code === 'TLS_HOSTNAME_MISMATCH') {
    return `${there}: its certificate must have that name, or advertised.listeners a name that the certificate has.`
  }
  if (
    ['TLS_EXPECTED', 'TLS_NOT_SPOKEN', 'LOGIN_REQUIRED', 'ILLEGAL_SASL_STATE', 'UNSUPPORTED_MECHANISM'].includes(
      code ?? '',
    )
  ) {
    return `${there}, which is a listener of another kind than that of ${first}: compare advertised.listeners and listener.security.protocol.map.`
  }
  return undefined
}
