import { UsageError } from '../../errors.js'

/**
 * For `import(name).catch(…)` of an optional peer dependency. The `catch` belongs right behind the `import`: a bundler
 * refuses a package that it cannot find unless it sees there that the program can do without.
 *
 * @throws UsageError (`MISSING_PEER`) that names what to install.
 */
export function missingPeer(name: 'kerberos' | 'koffi', purpose: string): (cause: unknown) => never {
  return (cause) => {
    throw new UsageError('MISSING_PEER', `${purpose} needs the package ${name}, which could not be loaded`, {
      cause,
      hint: `Run \`npm install ${name}\`. It uses the system's Kerberos libraries (Debian: libgssapi-krb5-2).`,
    })
  }
}
