// One cell of the table a line: JSON in, JSON out. Each client's file says how it produces and consumes.
import { createInterface } from 'node:readline'

export async function serve(client) {
  for await (const line of createInterface(process.stdin)) {
    let answer
    try {
      answer = { ok: true, consumed: await client(JSON.parse(line)) }
    } catch (error) {
      answer = { ok: false, error: explain(error).slice(0, 1000) }
    }
    process.stdout.write(`${JSON.stringify(answer)}\n`)
  }
  process.exit(0)
}

function explain(error) {
  const inner = [...(error?.errors ?? []), error?.cause].filter(Boolean).map(explain)
  return [`${error?.name}: ${error?.message}`, ...inner].join(' by ')
}

export function within(milliseconds, promise) {
  const late = new Promise((_, reject) => setTimeout(reject, milliseconds, new Error('timeout')).unref())
  return Promise.race([promise, late])
}
