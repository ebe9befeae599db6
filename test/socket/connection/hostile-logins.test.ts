import { handshakeCases, mechanismCases } from './cases/handshake.js'
import { plainCases, scramCases, oauthBearerCases } from './cases/logins.js'
import { reauthenticationCases } from './cases/reauthentication.js'
import { playAll } from './hostile.js'

playAll('handshake', handshakeCases)
playAll('mechanisms', mechanismCases)
playAll('PLAIN', plainCases)
playAll('SCRAM-SHA-256', scramCases)
playAll('OAUTHBEARER', oauthBearerCases)
playAll('re-authentication', reauthenticationCases)
