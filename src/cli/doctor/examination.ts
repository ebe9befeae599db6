import { examineTls, withoutTrust } from './certificate.js'
import { examineClock } from './clock.js'
import { skip } from './finding.js'
import { examineLogin, examineMechanisms, examineMetadata, examineProtocol } from './kafka.js'
import { examineAddresses, examineName } from './network.js'
import { examineSession } from './session.js'
import type { MetadataResponseBroker } from '../../messages/Metadata.js'
import type { Patient, StepName } from './finding.js'

const order: readonly StepName[] = ['dns', 'tcp', 'tls', 'protocol', 'mechanisms', 'login', 'metadata']

/**
 * Walks from the name to the cluster's metadata, as far as one can go, and judges what came to light on the way. Gives
 * the brokers that the cluster advertises.
 */
export async function examineBroker(patient: Patient): Promise<readonly MetadataResponseBroker[] | undefined> {
  const brokers = await walk(patient)
  if (brokers ?? patient.seen.session) await examineClock(patient)
  await examineSession(patient)
  return brokers
}

async function walk(patient: Patient): Promise<readonly MetadataResponseBroker[] | undefined> {
  const { tls = false } = patient.options
  const stop = (at: StepName): undefined => {
    const rest = order.slice(order.indexOf(at) + 1).filter((step) => tls !== false || step !== 'tls')
    if (patient.node === null) for (const step of rest) skip(patient, step, `needs ${at}`)
    return undefined
  }
  const addresses = await examineName(patient)
  if (!addresses) return stop('dns')
  const reachable = await examineAddresses(patient, addresses)
  if (!reachable) return stop('tcp')
  const secured = tls === false ? 'verified' : await examineTls(patient, tls, reachable)
  if (!secured) return stop('tls')
  const insecure = tls !== false && secured === 'unverified'
  const connection = await examineProtocol(patient, insecure ? await withoutTrust(tls, patient) : tls)
  if (!connection) return stop('protocol')
  const mechanisms = await examineMechanisms(patient, connection)
  if (!mechanisms) return stop('mechanisms')
  if (insecure && !accepts(patient)) {
    skip(patient, 'login', 'credentials do not travel to a broker that is not trusted')
    return stop('login')
  }
  if (mechanisms.length === 0) {
    skip(patient, 'login', 'none is needed')
    return examineMetadata(patient, undefined)
  }
  const session = await examineLogin(patient, mechanisms)
  return session ? examineMetadata(patient, session) : stop('login')
}

/** Whether the user wants to go on without trust. */
function accepts({ options: { tls } }: Patient): boolean {
  return typeof tls === 'object' && tls.rejectUnauthorized === false
}

/**
 * Goes to every broker of the cluster as its clients do: by the name that the broker advertises, which must mean something
 * where the client runs.
 */
export async function examineAdvertised(patient: Patient, brokers: readonly MetadataResponseBroker[]): Promise<void> {
  for (const { nodeId, host, port } of brokers) {
    await examineBroker({ ...patient, host, port, node: nodeId, seen: {} })
  }
}
