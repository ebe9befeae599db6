import type * as NodeCrypto from 'node:crypto'

let loaded: typeof NodeCrypto | undefined

/**
 * `node:crypto`, loaded when somebody first computes with it: it takes a third of the time of an import of `ottla`, and a
 * program that logs in by PLAIN or by a token, or connects without a login, needs nothing of it.
 */
export function nodeCrypto(): typeof NodeCrypto {
  return (loaded ??= process.getBuiltinModule('node:crypto'))
}
