/** Variables by name, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The process's environment, which is part of the documented interface of the clouds' identities, and of nothing else here. */
export function environmentOf(given: Environment | undefined): Environment {
  // eslint-disable-next-line no-restricted-properties -- the clouds put there where their identities are to be found
  return given ?? process.env
}

/** A variable, unless it is blank. */
export function variable(environment: Environment, name: string): string | undefined {
  const value = environment[name]?.trim()
  return value === '' ? undefined : value
}
