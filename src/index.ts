/**
 * Ottla: connections to Apache Kafka, and everything it takes to log in.
 */
export { connect } from './connection/connect.js'
export type { Connection, CloseOptions } from './connection/connection.js'
export {
  ConnectionEvents,
  type ConnectionEvent,
  type ConnectionEventMap,
  type ConnectionEventName,
  type ConnectionListener,
} from './connection/events.js'
export type { OnRequestTimeout } from './connection/calls.js'
export { CorrelationIds, reservedIds } from './connection/correlation.js'
export type { ForeignRequest } from './connection/forwarding.js'
export type { LostConnection } from './connection/lost-connections.js'
export type { ConnectOptions, DialTarget } from './connection/options.js'
export type { SendOptions } from './connection/send-options.js'
export { backoff, ReconnectPolicy, type BackoffOptions, type ReconnectPolicyOptions } from './connection/policy.js'
export type { Address, Lookup } from './connection/resolve.js'
export type { Tls, TlsOptions } from './connection/secure.js'
export type { Session } from './connection/session.js'
export type { CloseReason, State, StateName } from './connection/state.js'
export type {
  ApiRange,
  BrokerFeatures,
  BrokerVersions,
  FeatureRange,
  VersionedApi,
  VersionRange,
} from './connection/versions.js'
export {
  AuthenticationError,
  BrokerError,
  ConnectionError,
  DecodeError,
  EncodeError,
  OttlaError,
  ProtocolError,
  UsageError,
  type AuthenticationDetails,
  type AuthenticationErrorCode,
  type BrokerErrorCode,
  type CloseReasonName,
  type CodingDetails,
  type ConnectionErrorCode,
  type EndpointAnswer,
  type ErrorCode,
  type ErrorDetails,
  type Phase,
  type ProtocolErrorCode,
  type RequestDetails,
  type TokenError,
  type UsageErrorCode,
} from './errors.js'
export { SaslExtensions } from './sasl/extensions.js'
export type {
  ClientMechanism,
  ClientSession,
  ClientStep,
  ExtensionsInput,
  MaybePromise,
  Peer,
} from './sasl/mechanism.js'
export { gssapi, type GssapiOptions } from './sasl/gssapi/client.js'
export { oauthBearer, type OAuthBearerOptions } from './sasl/oauthbearer/client.js'
export type { BearerToken, TokenFunction, TokenSource } from './sasl/oauthbearer/token-source.js'
export { plain, type PlainOptions } from './sasl/plain.js'
export { scramSha256, scramSha512, type ScramOptions } from './sasl/scram/client.js'
