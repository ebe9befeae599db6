/** `ottla/sasl`: the mechanisms, client and server halves, and what is needed to write one of one's own. */
export { gssapi } from './gssapi/client.js'
export type { GssapiOptions } from './gssapi/client.js'
export { gssapiServer } from './gssapi/server.js'
export type { GssapiServerOptions } from './gssapi/server.js'
export { kerberosShortNamer, parseKerberosName } from './gssapi/principal.js'
export type { KerberosName, KerberosRules, KerberosShortNamer } from './gssapi/principal.js'
export { loginModuleCredentials } from './login-module.js'
export type { LoginModuleCredentials } from './login-module.js'
export { oauthBearer } from './oauthbearer/client.js'
export type { OAuthBearerOptions } from './oauthbearer/client.js'
export type { BearerToken, TokenFunction, TokenSource } from './oauthbearer/token-source.js'
export { ExtensionsValidation } from './oauthbearer/extensions-validator.js'
export type { OAuthBearerExtensionsValidator } from './oauthbearer/extensions-validator.js'
export { formatClientInitialResponse, parseClientInitialResponse, validateExtensions } from './oauthbearer/grammar.js'
export type { ClientInitialResponse } from './oauthbearer/grammar.js'
export { TokenHolder, TokenLogin } from './oauthbearer/login.js'
export type { TokenLoginOptions } from './oauthbearer/login.js'
export { refreshTime } from './oauthbearer/refresh-time.js'
export type { CredentialLife, RefreshOptions } from './oauthbearer/refresh-time.js'
export { refreshingLogin } from './oauthbearer/refreshing-login.js'
export type { LoginClock, RefreshingLogin, RefreshingLoginOptions } from './oauthbearer/refreshing-login.js'
export { oauthBearerServer } from './oauthbearer/server.js'
export type {
  OAuthBearerServerOptions,
  OAuthBearerTokenValidator,
  TokenRejection,
  ValidationRequest,
} from './oauthbearer/server.js'
export type { ValidatedToken } from './oauthbearer/token.js'
export { parseUnsecuredJws } from './oauthbearer/unsecured-jws.js'
export type { UnsecuredJws, UnsecuredJwsOptions } from './oauthbearer/unsecured-jws.js'
export { unsecuredLogin, unsecuredToken } from './oauthbearer/unsecured-login.js'
export type { UnsecuredLoginOptions, UnsecuredToken } from './oauthbearer/unsecured-login.js'
export { parseScope, unsecuredValidator } from './oauthbearer/unsecured-validator.js'
export type { UnsecuredValidation, UnsecuredValidatorOptions } from './oauthbearer/unsecured-validator.js'
export { parsePlainMessage, plain, plainServer } from './plain.js'
export type { PlainMessage, PlainOptions, PlainServerOptions, PlainVerifier, VerifyRequest } from './plain.js'
export { scramSha256, scramSha512 } from './scram/client.js'
export type { ScramOptions } from './scram/client.js'
export { ScramCredential } from './scram/credential.js'
export type { ScramCredentialOptions, ScramCredentialParts } from './scram/credential.js'
export { scramAlgorithm } from './scram/algorithm.js'
export type { ScramAlgorithm, ScramMechanismName } from './scram/algorithm.js'
export {
  formatScramClientFinalWithoutProof,
  formatScramClientFirstBare,
  formatScramServerFinal,
  formatScramServerFirst,
  parseScramClientFinal,
  parseScramClientFirst,
  parseScramServerFinal,
  parseScramServerFirst,
} from './scram/grammar.js'
export type {
  ReceivedScramMessage,
  ScramClientFinalMessage,
  ScramClientFirstMessage,
  ScramServerFinalMessage,
  ScramServerFirstMessage,
} from './scram/grammar.js'
export { scramNonce } from './scram/nonce.js'
export { scramSha256Server, scramSha512Server } from './scram/server.js'
export type {
  ScramCredentialRequest,
  ScramCredentialStore,
  ScramDelegationToken,
  ScramServerOptions,
  ScramTokenStore,
} from './scram/server.js'
export type { Credential, CredentialRequest, PasswordLogin, UserPassword } from './credentials.js'
export { SaslExtensions } from './extensions.js'
export { decodeSaslName, encodeSaslName } from './gs2.js'
export { SaslRefusal } from './mechanism.js'
export type {
  Authenticated,
  ClientMechanism,
  ClientSession,
  ClientStep,
  ExtensionsInput,
  MaybePromise,
  OAuthBearerToken,
  Peer,
  RefusalReply,
  ServerMechanism,
  ServerSession,
  ServerStep,
  ServerWays,
} from './mechanism.js'
