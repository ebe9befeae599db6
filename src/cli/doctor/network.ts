import { dial } from '../../connection/dial.js'
import { resolve } from '../../connection/resolve.js'
import { examine, remarkOf } from './finding.js'
import type { Address } from '../../connection/resolve.js'
import type { Patient, Remark } from './finding.js'

/** Name to addresses. */
export function examineName(patient: Patient): Promise<readonly Address[] | undefined> {
  const { host, port } = patient
  return examine(patient, 'dns', async (signal) => {
    const addresses = await orAborted(resolve({ host, port }), signal)
    return { remark: { found: addresses.map(({ address }) => address).join(', ') }, result: addresses }
  })
}

/** Every address of the name: clients may take any of them. Gives those that accept connections. */
export async function examineAddresses(
  patient: Patient,
  addresses: readonly Address[],
): Promise<readonly Address[] | undefined> {
  const reachable = await examine(patient, 'tcp', async (signal) => {
    const attempts = await Promise.all(addresses.map((address) => attempt(patient, address, signal)))
    const good = attempts.flatMap(({ address, problem }) => (problem === null ? [address] : []))
    if (patient.options.signal?.aborted) throw patient.options.signal.reason
    return { remark: summary(attempts), result: good }
  })
  return reachable !== undefined && reachable.length > 0 ? reachable : undefined
}

interface Attempt {
  readonly address: Address
  readonly problem: Remark | null
}

async function attempt(patient: Patient, address: Address, signal: AbortSignal): Promise<Attempt> {
  try {
    const socket = await reach(patient, [address], signal)
    socket.destroy()
    return { address, problem: null }
  } catch (error) {
    const late: Remark = {
      code: 'CONNECT_TIMEOUT',
      found: `no answer within ${String(patient.timeout)} ms`,
      advice:
        'No answer at all: a firewall drops the packets, or nobody has the address. Look at security groups, routes, and VPN.',
    }
    return { address, problem: signal.aborted ? late : remarkOf(error) }
  }
}

/** A TCP connection to one of the addresses. */
export function reach(
  { host, port }: Patient,
  addresses: readonly Address[],
  signal: AbortSignal,
): ReturnType<typeof dial> {
  return dial({ host, port, addresses, signal })
}

function summary(attempts: readonly Attempt[]): Remark {
  const bad = attempts.filter(({ problem }) => problem !== null)
  const [first] = bad
  const named = (list: readonly Attempt[]): string => list.map(({ address }) => address.address).join(', ')
  if (!first?.problem)
    return { found: `${named(attempts)} ${attempts.length === 1 ? 'accepts' : 'accept'} connections` }
  const { code, found, advice } = first.problem
  if (bad.length === attempts.length) return { verdict: 'failed', found, ...(code && { code }), advice }
  return {
    verdict: 'warning',
    code: 'SOME_ADDRESSES_UNREACHABLE',
    found: `${named(bad)} cannot be reached (${code ?? found}), ${named(attempts.filter((one) => !bad.includes(one)))} can`,
    advice:
      `Clients try the addresses of a name in turn and lose time, or fail, with those that are dead: take them out of the DNS, or bring them back. ${advice ?? ''}`.trim(),
  }
}

function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(signal.reason as Error)
    }
    signal.addEventListener('abort', stop)
    void work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', stop)
    })
  })
}
