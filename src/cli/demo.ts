import { connect } from '../connection/connect.js'
import { ConnectionEvents } from '../connection/events.js'
import { Metadata } from '../messages/Metadata.js'
import { oauthBearer } from '../sasl/oauthbearer/client.js'
import { plain } from '../sasl/plain.js'
import { scramSha256, scramSha512 } from '../sasl/scram/client.js'
import { startBroker } from '../testing/broker.js'
import { parse } from './arguments.js'
import { CommandLineError, exitCodes } from './command.js'
import { explanation } from './explain.js'
import { follow, journeyHead, journeyRow } from './journey.js'
import { styled } from './terminal.js'
import type { ClientMechanism } from '../sasl/mechanism.js'
import type { ExtensionsValidation } from '../sasl/oauthbearer/extensions-validator.js'
import type { Login } from '../server/principal.js'
import type { Broker } from '../testing/broker.js'
import type { Command } from './command.js'
import type { Step } from './journey.js'
import type { Terminal } from './terminal.js'

const flags = {} as const

/** `ottla demo`: both ends of the wire in one process. */
export const demo: Command = {
  name: 'demo',
  usage: '',
  about:
    'Starts a broker within this process, with TLS and a certificate of its own making, logs in to it once with every mechanism, and shows the journey phase by phase. OAUTHBEARER carries custom extensions (KIP-342); one login is refused on purpose.',
  flags,
  examples: ['ottla demo', 'NO_COLOR=1 ottla demo'],
  async run(args, terminal) {
    if (parse(args, flags).rest.length > 0) throw new CommandLineError('ottla demo takes nothing')
    return await show(terminal)
  },
}

/** What the broker's own code learned of the latest login. */
interface Seen {
  principal: string
  validated: readonly string[]
  ignored: readonly string[]
}

async function show(terminal: Terminal): Promise<number> {
  const { out } = terminal
  const bold = (text: string): string => styled(out, 'bold', text)
  const seen: Seen = { principal: '', validated: [], ignored: [] }
  await using broker = await startDemoBroker(seen)
  out.write(
    `${bold(`A broker within this process listens on localhost:${String(broker.port)}.`)} Four logins over TLS, in ms:\n\n`,
  )
  out.write(journeyHead(out))
  let topics = ''
  for (const mechanism of everyMechanism(broker)) {
    const journey = await login(broker, mechanism, terminal)
    topics = journey.topics
    const { principal } = seen
    out.write(journeyRow({ mechanism: mechanism.name, steps: journey.steps, principal, notes: notesOf(seen) }, out))
  }
  out.write(`\n  Each then asked for the cluster's metadata; the answer: ${topics}.\n`)
  out.write(`\n${bold('A login that the broker refuses')}, for its extension tenant=red:\n\n`)
  out.write(explanation(await refusal(broker, terminal), out).replace(/^(?=.)/gm, '  '))
  out.write(`\nThe same with a broker of yours: ${styled(out, 'cyan', 'npx ottla connect HOST:PORT')}\n`)
  return exitCodes.ok
}

function notesOf({ validated, ignored }: Seen): string[] {
  if (validated.length === 0) return []
  return [`extensions validated by the broker (KIP-342): ${validated.join(', ')}`, `ignored: ${ignored.join(', ')}`]
}

/** What a login fails with that the broker's validator refuses. */
async function refusal(broker: Broker, terminal: Terminal): Promise<unknown> {
  const mechanism = oauthBearer({ token: { token: aliceToken(broker), extensions: { tenant: 'red' } } })
  try {
    await login(broker, mechanism, terminal)
  } catch (error) {
    return error
  }
  throw new Error('the broker accepted what it should refuse')
}

async function startDemoBroker(seen: Seen): Promise<Broker> {
  return startBroker({
    tls: true,
    users: { alice: 'alice-secret' },
    topics: { orders: 3 },
    validateExtensions: (validation) => {
      judge(validation)
      seen.ignored = [...validation.ignoredExtensions.keys()]
    },
    principal: (login: Login) => {
      if (login.kind !== 'sasl') return { type: 'User', name: 'ANONYMOUS' }
      seen.principal = `User:${login.authorizationId}`
      seen.validated = ['traceId', 'tenant', 'note'].flatMap((name) => {
        const value = login.negotiatedProperty(name)
        return value === undefined ? [] : [`${name}=${value}`]
      })
      return { type: 'User', name: login.authorizationId }
    },
  })
}

/** The broker's side of KIP-342: a trace id and the tenant blue are valid, another tenant is an error, the rest is ignored. */
function judge(validation: ExtensionsValidation): void {
  const { inputExtensions } = validation
  if (inputExtensions.has('traceId')) validation.valid('traceId')
  const tenant = inputExtensions.get('tenant')
  if (tenant === 'blue') validation.valid('tenant')
  else if (tenant !== undefined) validation.error('tenant', `there is no tenant ${tenant}`)
}

function aliceToken(broker: Broker): string {
  return broker.unsecuredToken({ principal: 'alice' })
}

function everyMechanism(broker: Broker): ClientMechanism[] {
  const alice = { username: 'alice', password: 'alice-secret' }
  const extensions = { traceId: '4bf92f3577b34da6', tenant: 'blue', note: 'nobody asked for this' }
  return [
    plain(alice),
    scramSha256(alice),
    scramSha512(alice),
    oauthBearer({ token: { token: aliceToken(broker), extensions } }),
  ]
}

async function login(
  broker: Broker,
  sasl: ClientMechanism,
  { signal }: Terminal,
): Promise<{ steps: readonly Step[]; topics: string }> {
  const events = new ConnectionEvents()
  const steps = follow(events)
  await using connection = await connect({
    host: 'localhost',
    port: broker.port,
    tls: { ca: broker.ca },
    sasl,
    clientId: 'ottla-demo',
    signal,
    events,
  })
  const { topics } = await connection.send(Metadata, { topics: null }, { signal })
  return {
    steps,
    topics: topics
      .map(({ name, partitions }) => `topic ${name ?? ''} with ${String(partitions.length)} partitions`)
      .join(', '),
  }
}
