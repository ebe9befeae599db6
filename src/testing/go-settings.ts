import { literal } from './literal.js'
import type { SettingsRequest } from './settings-request.js'

/** Imports of a Go file, and what stands below them. */
interface Source {
  readonly imports: readonly string[]
  readonly text: string
}

/** Go that has the function `settings`, the options of franz-go's `kgo.NewClient`. */
export function franzGoSettings(request: SettingsRequest): string {
  const { bootstrap, ca } = request
  const options = [`kgo.SeedBrokers(${bootstrap.split(',').map(literal).join(', ')})`]
  if (ca !== undefined) options.push('kgo.DialTLSConfig(secure())')
  const login = franzLogin(request)
  if (login !== undefined) options.push(`kgo.SASL(${login.text})`)
  const body = `func settings() []kgo.Opt {\n\treturn []kgo.Opt{\n${options.map((one) => `\t\t${one},\n`).join('')}\t}\n}\n`
  const main = { imports: ['github.com/twmb/franz-go/pkg/kgo', ...(login?.imports ?? [])], text: body }
  return source([main, ...common(request)])
}

function franzLogin({ mechanism, user }: SettingsRequest): Source | undefined {
  const sasl = 'github.com/twmb/franz-go/pkg/sasl'
  const auth = `Auth{User: ${literal(user?.name ?? '')}, Pass: ${literal(user?.password ?? '')}}`
  switch (mechanism) {
    case 'PLAIN':
      return { imports: [`${sasl}/plain`], text: `plain.${auth}.AsMechanism()` }
    case 'SCRAM-SHA-256':
    case 'SCRAM-SHA-512':
      return { imports: [`${sasl}/scram`], text: `scram.${auth}.AsSha${mechanism.slice(-3)}Mechanism()` }
    case 'OAUTHBEARER': {
      const text = 'oauth.Oauth(func(context.Context) (oauth.Auth, error) { return oauth.Auth{Token: token()}, nil })'
      return { imports: ['context', `${sasl}/oauth`], text }
    }
    default:
      return undefined
  }
}

/** Go that has `brokers` and the function `settings`, the arguments of sarama's clients. */
export function saramaSettings(request: SettingsRequest): string {
  const { bootstrap, ca, mechanism } = request
  const lines = ['config := sarama.NewConfig()']
  if (ca !== undefined) lines.push('config.Net.TLS.Enable, config.Net.TLS.Config = true, secure()')
  const login = mechanism === undefined ? undefined : saramaLogin(mechanism, request)
  if (login !== undefined) {
    lines.push(
      'config.Net.SASL.Enable = true',
      `config.Net.SASL.Mechanism = ${literal(mechanism ?? '')}`,
      ...login.lines,
    )
  }
  lines.push('return config')
  const brokers = `var brokers = []string{${bootstrap.split(',').map(literal).join(', ')}}\n`
  const body = `${brokers}\nfunc settings() *sarama.Config {\n${lines.map((one) => `\t${one}\n`).join('')}}\n`
  const main = { imports: ['github.com/IBM/sarama', ...(login?.imports ?? [])], text: body }
  return source([main, ...(login?.helpers ?? []).map((text) => ({ imports: [], text })), ...common(request)])
}

interface SaramaLogin {
  readonly imports: readonly string[]
  readonly lines: readonly string[]
  readonly helpers: readonly string[]
}

function saramaLogin(mechanism: string, { user }: SettingsRequest): SaramaLogin {
  if (mechanism === 'OAUTHBEARER') {
    return { imports: [], lines: ['config.Net.SASL.TokenProvider = tokens{}'], helpers: [TOKEN_PROVIDER] }
  }
  const { name = '', password = '' } = user ?? {}
  const lines = [`config.Net.SASL.User, config.Net.SASL.Password = ${literal(name)}, ${literal(password)}`]
  if (mechanism === 'PLAIN') return { imports: [], lines, helpers: [] }
  const hash = `SHA${mechanism.slice(-3)}`
  lines.push(
    `config.Net.SASL.SCRAMClientGeneratorFunc = func() sarama.SCRAMClient { return &conversation{hash: scram.${hash}} }`,
  )
  return { imports: ['github.com/xdg-go/scram'], lines, helpers: [SCRAM_CLIENT] }
}

/** Sarama leaves the messages of SCRAM to somebody else. */
const SCRAM_CLIENT = `type conversation struct {
	hash scram.HashGeneratorFcn
	*scram.ClientConversation
}

func (c *conversation) Begin(user, password, authorizationID string) error {
	client, err := c.hash.NewClient(user, password, authorizationID)
	if err == nil {
		c.ClientConversation = client.NewConversation()
	}
	return err
}
`

const TOKEN_PROVIDER = `type tokens struct{}

func (tokens) Token() (*sarama.AccessToken, error) { return &sarama.AccessToken{Token: token()}, nil }
`

/** What both clients need alike. */
function common({ ca, mechanism, principal = '' }: SettingsRequest): readonly Source[] {
  const sources: Source[] = []
  if (ca !== undefined) {
    const text = `func secure() *tls.Config {
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM([]byte(${literal(ca)}))
	return &tls.Config{RootCAs: roots}
}
`
    sources.push({ imports: ['crypto/tls', 'crypto/x509'], text })
  }
  if (mechanism === 'OAUTHBEARER') {
    // The claims are a format of Sprintf, whatever the name is.
    const claims = `{"sub":${JSON.stringify(principal).replaceAll('%', '%%')},"iat":%d,"exp":%d}`
    const text = `// token is signed by nobody; a test broker accepts it.
func token() string {
	now := time.Now().Unix()
	claims := fmt.Sprintf(${literal(claims)}, now, now+3600)
	encode := base64.RawStdEncoding.EncodeToString
	return encode([]byte(${literal('{"alg":"none"}')})) + "." + encode([]byte(claims)) + "."
}
`
    sources.push({ imports: ['encoding/base64', 'fmt', 'time'], text })
  }
  return sources
}

/** Standard packages first, as Go's formatter leaves them. */
function source(parts: readonly Source[]): string {
  const imports = parts.flatMap((part) => part.imports).sort()
  const isStandard = (path: string): boolean => !path.includes('.')
  const groups = [imports.filter(isStandard), imports.filter((path) => !isStandard(path))]
  const lines = groups.filter((group) => group.length > 0).map((group) => group.map((path) => `\t"${path}"\n`).join(''))
  return `import (\n${lines.join('\n')})\n\n${parts.map(({ text }) => text).join('\n')}`
}
