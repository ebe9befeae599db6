/**
 * A Kafka broker within a test: starts in milliseconds, speaks TLS and every mechanism, keeps its data in memory only.
 *
 * @module
 */
export {
  startBroker,
  type Broker,
  type BrokerEventMap,
  type BrokerEvents,
  type SettingsLogin,
  type TestToken,
} from './broker.js'
export type { ClientSettings } from './client-settings.js'
export type { Answering, Interception, Rule } from './control.js'
export type { ObservedRequest } from './observed.js'
export type { ListenerInfo } from './listener.js'
export type {
  BrokerListener,
  BrokerOptionName,
  BrokerOptions,
  BrokerSecurity,
  BrokerTls,
  ListenerOptionName,
  ListenerPorts,
  MechanismName,
} from './options.js'
export type { Users } from './users.js'
export { FakeClock } from './fake-clock.js'
export { createAuthority, type Certificate, type CertificateAuthority, type Subject } from './certificates.js'
