// Custom SASL extensions (KIP-342) from end to end: the client sends them beside its token, the broker's validator
// accepts, refuses or ignores each, and its principal builder reads what was accepted.
//
// Extensions carry no signature: trace, label and route by them, but let no security decision rest on them alone.
import { AuthenticationError, connect, oauthBearer } from 'ottla'
import { startBroker } from 'ottla/testing'

await using broker = await startBroker({
  tls: true,
  users: {},
  mechanisms: ['OAUTHBEARER'],
  validateExtensions: (validation) => {
    if (validation.inputExtensions.has('traceId')) validation.valid('traceId')
    const region = validation.inputExtensions.get('region')
    if (region !== undefined && region !== 'eu') validation.error('region', `this cluster is not in ${region}`)
  },
  principal: (login) => {
    if (login.kind !== 'sasl') return { type: 'User', name: 'ANONYMOUS' }
    console.log(
      'the broker sees traceId',
      login.negotiatedProperty('traceId'),
      'and note',
      login.negotiatedProperty('note'),
    )
    return { type: 'User', name: login.authorizationId }
  },
})

async function login(extensions: Record<string, string>): Promise<void> {
  const sasl = oauthBearer({
    // Token and extensions come from one function: a refresh swaps them together.
    token: () => ({ token: broker.unsecuredToken({ principal: 'alice' }), extensions }),
  })
  await using connection = await connect({ host: broker.host, port: broker.port, tls: { ca: broker.ca }, sasl })
  console.log('logged in with', connection.session?.mechanism)
}

await login({ traceId: '4bf92f35', note: 'nobody validates this one' })
try {
  await login({ region: 'us' })
} catch (error) {
  if (error instanceof AuthenticationError) console.log(error.code)
}

// Prints:
// the broker sees traceId 4bf92f35 and note undefined
// logged in with OAUTHBEARER
// EXTENSIONS_REFUSED
