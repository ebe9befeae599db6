import { handshakeCases, mechanismCases } from './cases/handshake.js'
import { oauthBearerCases } from './cases/oauthbearer.js'
import { plainCases } from './cases/plain.js'
import { reauthenticationCases } from './cases/reauthentication.js'
import { scramCases } from './cases/scram.js'
import { playAll } from './hostile.js'

playAll('handshake', handshakeCases)
playAll('mechanisms', mechanismCases)
playAll('PLAIN', plainCases)
playAll('SCRAM-SHA-256', scramCases)
playAll('OAUTHBEARER', oauthBearerCases)
playAll('re-authentication', reauthenticationCases)
