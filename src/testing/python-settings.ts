import { literal } from './literal.js'
import type { SettingsRequest } from './settings-request.js'

/** Clients that take the same keyword arguments, but for the token of OAUTHBEARER. */
export type PythonClient = 'kafka-python' | 'aiokafka'

/** Python that names `settings`: keyword arguments of producers, consumers and admin clients. */
export function pythonSettings(client: PythonClient, request: SettingsRequest & { readonly protocol: string }): string {
  const { bootstrap, ca, mechanism, user, principal = '', protocol } = request
  const oauth = mechanism === 'OAUTHBEARER'
  const values: Record<string, string> = {
    bootstrap_servers: `[${bootstrap.split(',').map(literal).join(', ')}]`,
    security_protocol: literal(protocol),
    ...(ca !== undefined && { ssl_context: `ssl.create_default_context(cadata=${literal(ca)})` }),
    ...(mechanism !== undefined && { sasl_mechanism: literal(mechanism) }),
    ...(user && { sasl_plain_username: literal(user.name), sasl_plain_password: literal(user.password) }),
    ...(oauth && { sasl_oauth_token_provider: 'Token()' }),
  }
  const modules = [
    ...(oauth ? ['base64', 'json'] : []),
    ...(ca === undefined ? [] : ['ssl']),
    ...(oauth ? ['time'] : []),
  ]
  const entries = Object.entries(values).map(([name, value]) => `    "${name}": ${value},\n`)
  const imports = modules.map((name) => `import ${name}\n`).join('')
  const token = oauth ? tokenProvider(client, principal) : ''
  return `${imports}${imports === '' ? '' : '\n'}${token}settings = {\n${entries.join('')}}\n`
}

/**
 * A provider of unsigned tokens, a new one for each login: Python's clients have none of their own. In whole seconds, since
 * fractions finer than the broker's clock would be of the future.
 */
function tokenProvider(client: PythonClient, principal: string): string {
  const [module, definition] = client === 'aiokafka' ? ['aiokafka.abc', 'async def'] : ['kafka.net.sasl.oauth', 'def']
  return `from ${module} import AbstractTokenProvider


class Token(AbstractTokenProvider):
    ${definition} token(self):
        now = int(time.time())
        claims = {"sub": ${literal(principal)}, "iat": now, "exp": now + 3600}
        parts = [base64.b64encode(json.dumps(part).encode()).decode() for part in ({"alg": "none"}, claims)]
        return ".".join([part.rstrip("=") for part in parts] + [""])


`
}
