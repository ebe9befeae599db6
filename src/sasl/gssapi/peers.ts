import { UsageError } from '../../errors.js'

/** Loads an optional peer dependency when it is first needed. @throws UsageError (`MISSING_PEER`) that names what to install. */
export async function loadPeer(
  name: 'kerberos' | 'koffi',
  purpose: string,
  load: () => Promise<{ readonly default: unknown }>,
): Promise<unknown> {
  try {
    const module = await load()
    return module.default
  } catch (cause) {
    throw new UsageError('MISSING_PEER', `${purpose} needs the package ${name}, which could not be loaded`, {
      cause,
      hint: `Run \`npm install ${name}\`. It uses the system's Kerberos libraries (Debian: libgssapi-krb5-2).`,
    })
  }
}
