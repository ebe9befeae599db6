import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'

/** A way to a server on which a login of SCRAM is heard. */
export interface Overheard extends AsyncDisposable {
  readonly port: number
  /** What the first client and the server said: nonces as N (the client's) and S (the server's), no proof, no salt. */
  transcript(): readonly string[]
}

/** Relays to a server on this machine. */
export async function overhear(port: number): Promise<Overheard> {
  const sockets = new Set<Socket>()
  const said: { readonly speaker: 'client' | 'server'; readonly text: string }[] = []
  let first: Socket | undefined
  const relay = createServer((client) => {
    first ??= client
    const server = connect(port, 'localhost')
    for (const [speaker, from, to] of [
      ['client', client, server],
      ['server', server, client],
    ] as const) {
      sockets.add(from)
      from.on('error', () => undefined).on('close', () => to.destroy())
      from.on('data', (chunk: Buffer) => {
        if (client === first) said.push({ speaker, text: chunk.toString('latin1') })
        to.write(chunk)
      })
    }
  })
  relay.listen(0, 'localhost')
  await once(relay, 'listening')
  return {
    port: (relay.address() as AddressInfo).port,
    transcript: () => scramMessages(said),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      relay.close()
      await once(relay, 'close')
    },
  }
}

const nonce = '[!-+\\--~]+'
const messages = [
  new RegExp(`n,,n=[^,]*,r=${nonce}`),
  new RegExp(`r=${nonce},s=[A-Za-z0-9+/=]+,i=\\d+`),
  new RegExp(`c=biws,r=${nonce},p=`),
  /Authentication failed[ -~]*/,
] as const

function scramMessages(said: readonly { readonly speaker: string; readonly text: string }[]): string[] {
  const found: { speaker: string; text: string }[] = []
  for (const message of messages) {
    for (const { speaker, text } of said) {
      const [match] = message.exec(text) ?? []
      if (match !== undefined) found.push({ speaker, text: match })
    }
  }
  const nonceOf = (text = ''): string => /\br=([^,]*)/.exec(text)?.[1] ?? ''
  const [clientNonce, both] = [nonceOf(found[0]?.text), nonceOf(found[1]?.text)]
  if (clientNonce === '' || !both.startsWith(clientNonce)) return found.map(({ text }) => text)
  const serverNonce = both.slice(clientNonce.length)
  return found.map(({ speaker, text }) => {
    const named = text.replaceAll(clientNonce, 'N').replaceAll(serverNonce, 'S')
    return `${speaker}: ${named.replace(/,s=[^,]*/, ',s=…').replace(/,p=.*/, ',p=…')}`
  })
}
