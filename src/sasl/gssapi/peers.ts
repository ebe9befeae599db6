import { UsageError } from '../../errors.js'

/** Loads an optional peer dependency when it is first needed. @throws UsageError (`MISSING_PEER`) that names what to install. */
export async function loadPeer(name: 'kerberos' | 'koffi', purpose: string): Promise<unknown> {
  let module: { readonly default?: unknown }
  try {
    module = (await import(name)) as { readonly default?: unknown }
  } catch (cause) {
    throw new UsageError('MISSING_PEER', `${purpose} needs the package ${name}, which could not be loaded`, {
      cause,
      hint: `Run \`npm install ${name}\`. It uses the system's Kerberos libraries (Debian: libgssapi-krb5-2).`,
    })
  }
  return module.default ?? module
}
