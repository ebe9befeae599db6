import { oauthBearerServer, unsecuredValidator } from '../sasl/index.js'
import type { ServerMechanism } from '../sasl/index.js'
import type { DelegationTokens } from './delegation-tokens.js'
import type { BrokerOptions, MechanismName } from './options.js'
import { plainMechanism, scramMechanism } from './users.js'
import type { Users } from './users.js'

const ALL: readonly MechanismName[] = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'OAUTHBEARER']

interface Parts {
  readonly options: BrokerOptions
  readonly users: Users
  readonly tokens: DelegationTokens
}

/** The mechanisms of a broker: those that were chosen; all, if there are users; none otherwise. */
export function makeMechanisms(parts: Parts): ServerMechanism[] {
  const { mechanisms, users, validateToken, validateExtensions } = parts.options
  const chosen = mechanisms ?? (users ? ALL : (validateToken ?? validateExtensions) ? ['OAUTHBEARER' as const] : [])
  return chosen.map((mechanism) => (typeof mechanism === 'string' ? makeMechanism(mechanism, parts) : mechanism))
}

function makeMechanism(name: MechanismName, { options, users, tokens }: Parts): ServerMechanism {
  switch (name) {
    case 'PLAIN':
      return plainMechanism(users)
    case 'SCRAM-SHA-256':
    case 'SCRAM-SHA-512':
      return scramMechanism(name, users, {
        // As Kafka: who tests a client wants to see what the client will see.
        unknownUsers: options.unknownUsers ?? 'refuse',
        finalNonce: options.finalNonce ?? (/^[0-3]\./.test(options.kafkaVersion ?? '') ? 'suffix' : 'exact'),
        tokens: (id) => tokens.forScram(name, id),
      })
    case 'OAUTHBEARER': {
      const { clock } = options
      const unsecured = unsecuredValidator({}, clock === undefined ? {} : { clock: () => clock.now() })
      return oauthBearerServer({
        validateToken: options.validateToken ?? unsecured.validateToken,
        validateExtensions: options.validateExtensions ?? unsecured.validateExtensions,
      })
    }
  }
}
