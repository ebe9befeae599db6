import { oauthBearerServer, unsecuredValidator } from '../sasl/index.js'
import type { ServerMechanism } from '../sasl/index.js'
import type { DelegationTokens } from './delegation-tokens.js'
import type { BrokerListener, BrokerOptions, MechanismName } from './options.js'
import { plainMechanism, scramMechanism } from './users.js'
import type { Users } from './users.js'

const ALL: readonly MechanismName[] = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'OAUTHBEARER']

interface Parts {
  readonly options: Pick<BrokerOptions, 'users' | 'clock'>
  readonly users: Users
  readonly tokens: DelegationTokens
}

/** The mechanisms of a listener: those that were chosen; all, if there are users; none otherwise. */
export function makeMechanisms(listener: BrokerListener, parts: Parts): ServerMechanism[] {
  const { mechanisms, validateToken, validateExtensions } = listener
  const token = validateToken ?? validateExtensions
  const chosen = mechanisms ?? (parts.options.users ? ALL : token ? ['OAUTHBEARER' as const] : [])
  return chosen.map((mechanism) =>
    typeof mechanism === 'string' ? makeMechanism(mechanism, listener, parts) : mechanism,
  )
}

function makeMechanism(
  name: MechanismName,
  listener: BrokerListener,
  { options, users, tokens }: Parts,
): ServerMechanism {
  switch (name) {
    case 'PLAIN':
      return plainMechanism(users)
    case 'SCRAM-SHA-256':
    case 'SCRAM-SHA-512':
      return scramMechanism(name, users, (id) => tokens.forScram(name, id))
    case 'OAUTHBEARER': {
      const { clock } = options
      const unsecured = unsecuredValidator({}, clock === undefined ? {} : { clock: () => clock.now() })
      return oauthBearerServer({
        validateToken: listener.validateToken ?? unsecured.validateToken,
        validateExtensions: listener.validateExtensions ?? unsecured.validateExtensions,
      })
    }
  }
}
