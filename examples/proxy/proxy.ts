import { connect, type Connection } from 'ottla'
import { apis, DescribeCluster, FindCoordinator, Metadata, Produce, type Api } from 'ottla/messages'
import { listen, route, type ConnectionInfo, type ListenOptions, type RequestContext, type Server } from 'ottla/server'

/** Later versions name the new leader of a partition in their answers: the real one. */
const NEWEST: Readonly<Record<string, number>> = { Produce: 9, Fetch: 15 }

/**
 * A proxy in front of a Kafka cluster where clients log in: one listener for each broker. Each client has a connection of
 * its own behind; requests and answers pass undecoded, but for those that name brokers: they name the listeners here.
 */
export async function startProxy(kafka: { host: string; port: number }, options: ListenOptions): Promise<Server[]> {
  await using first = await connect(kafka)
  const { brokers } = await first.send(Metadata, { topics: [] })
  const offered = apis.flatMap((api) => {
    const { min, max } = first.versions.get(api.key) ?? { min: 1, max: 0 }
    const [minVersion, maxVersion] = [Math.max(min, api.minVersion), Math.min(max, NEWEST[api.name] ?? api.maxVersion)]
    return minVersion <= maxVersion ? [{ ...api, minVersion, maxVersion }] : []
  })
  const servers = new Map<number, Server>()
  const here = <T extends object>(nodeId: number, broker: T): T => {
    const server = servers.get(nodeId)
    return server === undefined ? broker : { ...broker, host: server.host, port: server.port }
  }
  for (const { nodeId, host, port } of brokers) {
    const connections = new WeakMap<ConnectionInfo, Promise<Connection>>()
    const behind = ({ connection: client }: RequestContext): Promise<Connection> => {
      // Here belong `tls` and `sasl` of the way from the proxy to Kafka. A group's JoinGroup may wait for minutes.
      const own = connections.get(client) ?? connect({ host, port, signal: client.signal, requestTimeout: 600_000 })
      const end = (): void => void own.then((connection) => connection.close()).catch(() => undefined)
      if (!connections.has(client)) client.signal.addEventListener('abort', end)
      connections.set(client, own)
      return own
    }
    const decoded = <Q extends QI, QI, A extends AI, AI>(api: Api<Q, QI, A, AI>, change: (answer: A) => AI | null) =>
      route(
        api,
        async (request: Q, context: RequestContext) =>
          change(await (await behind(context)).send(api, request, { version: context.apiVersion })),
        offered.find(({ key }) => key === api.key),
      )
    const routes = [
      decoded(Metadata, (answer) => ({ ...answer, brokers: answer.brokers.map((one) => here(one.nodeId, one)) })),
      decoded(DescribeCluster, (answer) => ({ ...answer, brokers: answer.brokers.map((b) => here(b.brokerId, b)) })),
      decoded(FindCoordinator, (answer) => {
        return here(answer.nodeId, { ...answer, coordinators: answer.coordinators.map((one) => here(one.nodeId, one)) })
      }),
      decoded(Produce, (answer) => answer ?? null), // With acks=0 there is none, which only shows in the body.
    ]
    const handle: NonNullable<ListenOptions['forward']>['handle'] = async (request, context) =>
      (await behind(context)).forward(request)
    const at = options.port ? options.port + servers.size : 0
    servers.set(nodeId, await listen({ ...options, port: at, routes, forward: { apis: offered, handle } }))
  }
  return [...servers.values()]
}
