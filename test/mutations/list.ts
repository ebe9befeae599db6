import { connectionMutations } from './connection.js'
import { loginMutations } from './login.js'
import type { Mutation } from './mutation.js'

export const mutations: readonly Mutation[] = [...connectionMutations, ...loginMutations]

/** Numbers without a guard that could be taken away, and why. */
export const guardless: Readonly<Record<string, string>> = {
  'A-3': 'it says of other numbers that they are kept; each of them has a guard of its own here',
}
