/**
 * The server end: a listener that any Kafka client can log in to, for gateways, bridges, mocks and brokers.
 *
 * @module
 */
export { listen, type Server } from './listen.js'
export type { ListenOptions } from './options.js'
export { route, type Route, type RouteOptions } from './route.js'
export type { Forward, RawRequest } from './forward.js'
export type { ConnectionInfo, RequestContext } from './context.js'
export type {
  Login,
  LoginOrigin,
  PlaintextLogin,
  Principal,
  PrincipalBuilder,
  SaslLogin,
  TlsLogin,
} from './principal.js'
export { sslPrincipalMapper } from './ssl-principal.js'
export type { Clock } from './clock.js'
export type { ClientSoftware } from './api-versions.js'
export type { Refusal, Session } from './verdict.js'
export type { SessionTimes } from './session.js'
export type { IncomingRequest, KnownApi } from './wire.js'
export type { ServerMetrics } from './metrics.js'
export type { ThrottleOptions } from './throttle.js'
export {
  type DisconnectEvent,
  type DisconnectReason,
  type LoginEvent,
  type RefuseEvent,
  type RejectEvent,
  type RequestErrorEvent,
  ServerEvents,
  type ServerEventMap,
} from './events.js'
