// The site while one writes it: pages change as their files do.
import { createServer } from 'vitepress'
import { generate } from './build.js'

await generate()
const server = await createServer(new URL('..', import.meta.url).pathname)
await server.listen()
server.printUrls()
