import { UsageError } from '../../errors.js'
import { missingPeer } from './peers.js'

/**
 * The system's GSS-API (RFC 2744), as much of it as a server needs, through the optional peer dependency `koffi`. All calls
 * that compute run on koffi's threads, not on the event loop.
 */

/** A call that failed, with the library's own texts. */
export class GssError extends Error {
  static {
    this.prototype.name = 'GssError'
  }
}

/** The service's credentials, for any number of exchanges; released when neither this nor any of them can be reached. */
export interface GssAcceptor {
  /** The full name of the service. */
  readonly principal: string
  begin(): GssContext
}

/** One exchange, seen from the server. */
export interface GssContext {
  /** Takes the client's token; `complete` once the client is known. */
  accept(token: Uint8Array): Promise<{ readonly token: Uint8Array; readonly complete: boolean }>
  /** The client's full name, `alice@REALM`; once complete. */
  readonly client: string
  wrap(message: Uint8Array): Promise<Uint8Array>
  unwrap(message: Uint8Array): Promise<Uint8Array>
  dispose(): void
}

/** What names the service's keys. */
export interface GssAcceptorOptions {
  readonly serviceName: string
  readonly host: string
  /** A file; undefined: the system's (`KRB5_KTNAME`, /etc/krb5.keytab). */
  readonly keytab: string | undefined
}

/** An opaque pointer of C. */
type Handle = unknown

interface GssBuffer {
  readonly length: number | bigint
  readonly value: Handle
}

/** As much of `koffi` as is used here. */
interface Koffi {
  load(path: string): { func(signature: string): NativeFunction }
  struct(name: string, members: Readonly<Record<string, string>>): unknown
  decode(pointer: Handle, type: string, length: number): Uint8Array
}

interface NativeFunction {
  (...args: unknown[]): number
  async(...args: unknown[]): void
}

const COMPLETE = 0
const CONTINUE_NEEDED = 1
/** Any of the bits that mean failure: those of the calling and of the routine error. */
const FAILED = 0xffff0000
const ACCEPT = 2
const INDEFINITE = 0xffffffff
/** Kinds of status codes: of the interface, of the mechanism below. */
const [GSS_CODE, MECH_CODE] = [1, 2]

const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  linux: ['libgssapi_krb5.so.2'],
  darwin: ['/opt/homebrew/opt/krb5/lib/libgssapi_krb5.dylib', '/usr/local/opt/krb5/lib/libgssapi_krb5.dylib'],
  freebsd: ['libgssapi_krb5.so.2'],
}

let library: Promise<GssLibrary> | undefined

/**
 * Loads the library, once in a process, and gets the service's credentials.
 *
 * @throws UsageError (`MISSING_PEER` without koffi, `UNSUPPORTED` without the library); {@link GssError} without keys.
 */
export async function gssAcceptor(options: GssAcceptorOptions): Promise<GssAcceptor> {
  library ??= GssLibrary.load()
  const loaded = await library.catch((error: unknown) => {
    library = undefined
    throw error
  })
  return loaded.acceptor(options)
}

export type GssFunctions = Readonly<Record<keyof typeof SIGNATURES, NativeFunction>>

/** The functions of libgssapi, and what they are called for. */
export class GssLibrary {
  readonly #koffi: Pick<Koffi, 'decode'>
  readonly functions: GssFunctions

  constructor(koffi: Pick<Koffi, 'decode'>, functions: GssFunctions) {
    this.#koffi = koffi
    this.functions = functions
  }

  static async load(): Promise<GssLibrary> {
    const loaded = await import('koffi').catch(missingPeer('koffi', 'A server with GSSAPI'))
    const koffi = loaded.default as Koffi
    const causes: unknown[] = []
    for (const path of LIBRARIES[process.platform] ?? []) {
      try {
        const native = koffi.load(path)
        declareTypes(koffi)
        const functions = Object.entries(SIGNATURES).map(([name, signature]) => [name, native.func(signature)])
        return new GssLibrary(koffi, Object.fromEntries(functions) as GssFunctions)
      } catch (cause) {
        causes.push(cause)
      }
    }
    throw new UsageError(
      'UNSUPPORTED',
      "A server with GSSAPI needs MIT Kerberos' libgssapi_krb5, which could not be loaded",
      {
        cause: new AggregateError(causes),
        hint: 'Debian: libgssapi-krb5-2; Red Hat: krb5-libs; macOS: brew install krb5. There is no such server on Windows.',
      },
    )
  }

  async acceptor({ serviceName, host, keytab }: GssAcceptorOptions): Promise<GssAcceptor> {
    const f = this.functions
    const [minor, name, credentials] = [[0], [null] as Handle[], [null] as Handle[]]
    const text = Buffer.from(`${serviceName}@${host}`)
    this.#check(f.importName(minor, { length: text.length, value: text }, HOSTBASED_SERVICE, name), minor)
    try {
      const elements = [{ key: 'keytab', value: keytab === undefined ? '' : `FILE:${keytab}` }]
      const store = keytab === undefined ? null : { count: 1, elements }
      const major = await called(
        f.acquireCredFrom,
        minor,
        name[0],
        INDEFINITE,
        null,
        ACCEPT,
        store,
        credentials,
        null,
        null,
      )
      this.#check(major, minor)
    } finally {
      f.releaseName([0], name)
    }
    try {
      const acceptor = new NativeAcceptor(this, credentials[0])
      // The closure must not hold the acceptor, else it could always be reached.
      unreachable.register(acceptor, () => f.releaseCred([0], credentials))
      return acceptor
    } catch (error) {
      f.releaseCred([0], credentials)
      throw error
    }
  }

  nameOf(credentials: Handle): string {
    const [minor, name] = [[0], [null] as Handle[]]
    this.#check(this.functions.inquireCred(minor, credentials, name, null, null, null), minor)
    return this.display(name)
  }

  /** The text of a name, which is released. */
  display(name: Handle[]): string {
    const f = this.functions
    const minor = [0]
    try {
      return Buffer.from(this.#out(minor, (out) => f.displayName(minor, name[0], out, null))).toString()
    } finally {
      f.releaseName([0], name)
    }
  }

  /** What a call puts into its output buffer, copied; the library's own is released. */
  #out(minor: number[], call: (out: GssBuffer[]) => number): Uint8Array {
    const out = [{ length: 0, value: null }]
    return this.#taken(call(out), minor, out)
  }

  /** As {@link #out}, for a call that a thread makes. */
  async output(minor: number[], call: (out: GssBuffer[]) => Promise<number>): Promise<Uint8Array> {
    const out = [{ length: 0, value: null }]
    return this.#taken(await call(out), minor, out)
  }

  #taken(major: number, minor: number[], out: GssBuffer[]): Uint8Array {
    const [{ length, value } = { length: 0, value: null }] = out
    try {
      this.#check(major, minor)
      const bytes = Number(length)
      return bytes === 0 ? new Uint8Array(0) : Uint8Array.from(this.#koffi.decode(value, 'uint8_t', bytes))
    } finally {
      if (value !== null) this.functions.releaseBuffer([0], out)
    }
  }

  #check(major: number, minor: readonly number[]): void {
    if ((major & FAILED) === COMPLETE) return
    const texts = [...this.#status(major, GSS_CODE), ...this.#status(minor[0] ?? 0, MECH_CODE)]
    throw new GssError(texts.join(': '))
  }

  #status(code: number, kind: number): string[] {
    const texts: string[] = []
    const more = [0]
    do {
      const minor = [0]
      const out: GssBuffer[] = [{ length: 0, value: null }]
      if (this.functions.displayStatus(minor, code, kind, null, more, out) !== COMPLETE) break
      texts.push(Buffer.from(this.#taken(COMPLETE, minor, out)).toString())
    } while (more[0] !== 0 && texts.length < 8)
    return texts
  }
}

const unreachable = new FinalizationRegistry<() => void>((release) => {
  release()
})

class NativeAcceptor implements GssAcceptor {
  readonly principal: string
  readonly credentials: Handle
  readonly #library: GssLibrary

  constructor(library: GssLibrary, credentials: Handle) {
    this.principal = library.nameOf(credentials)
    this.credentials = credentials
    this.#library = library
  }

  begin(): GssContext {
    return new NativeContext(this.#library, this)
  }
}

class NativeContext implements GssContext {
  client = ''
  readonly #library: GssLibrary
  /** Not its credentials alone: they live as long as this object is held. */
  readonly #acceptor: NativeAcceptor
  readonly #context: Handle[] = [null]
  #busy = false
  #disposed = false

  constructor(library: GssLibrary, acceptor: NativeAcceptor) {
    this.#library = library
    this.#acceptor = acceptor
  }

  accept(token: Uint8Array): Promise<{ readonly token: Uint8Array; readonly complete: boolean }> {
    const [minor, name, input] = [[0], [null] as Handle[], bufferOf(token)]
    const { acceptSecContext } = this.#library.functions
    let major = 0
    return this.#exclusive(async () => {
      const answer = await this.#library.output(minor, async (out) => {
        const head = [minor, this.#context, this.#acceptor.credentials, input]
        major = await called(acceptSecContext, ...head, null, name, null, out, null, null, null)
        return major
      })
      const complete = (major & CONTINUE_NEEDED) === 0
      if (complete) this.client = this.#library.display(name)
      return { token: answer, complete }
    })
  }

  wrap(message: Uint8Array): Promise<Uint8Array> {
    const [minor, input] = [[0], bufferOf(message)]
    const { wrap } = this.#library.functions
    return this.#exclusive(() =>
      this.#library.output(minor, (out) => called(wrap, minor, this.#context[0], 0, 0, input, null, out)),
    )
  }

  unwrap(message: Uint8Array): Promise<Uint8Array> {
    const [minor, input] = [[0], bufferOf(message)]
    const { unwrap } = this.#library.functions
    return this.#exclusive(() =>
      this.#library.output(minor, (out) => called(unwrap, minor, this.#context[0], input, out, null, null)),
    )
  }

  dispose(): void {
    this.#disposed = true
    if (!this.#busy) this.#release()
  }

  /** One call at a time; a context that is disposed of meanwhile is released behind the call. */
  async #exclusive<T>(call: () => Promise<T>): Promise<T> {
    if (this.#disposed || this.#busy) throw new GssError('the GSS context is not to be used any more')
    this.#busy = true
    try {
      return await call()
    } finally {
      this.#busy = false
      if (this.#disposed) this.#release()
    }
  }

  #release(): void {
    if (this.#context[0] !== null) this.#library.functions.deleteSecContext([0], this.#context, null)
    this.#context[0] = null
  }
}

/** On a thread of koffi's. */
function called(native: NativeFunction, ...args: unknown[]): Promise<number> {
  return new Promise((resolve, reject) => {
    native.async(...args, (error: unknown, major: number) => {
      if (error instanceof Error) reject(error)
      else resolve(major)
    })
  })
}

/** A copy: what the caller has may be changed while a thread still reads it. */
function bufferOf(bytes: Uint8Array): GssBuffer {
  return { length: bytes.length, value: Buffer.from(bytes) }
}

/** 1.2.840.113554.1.2.1.4, `GSS_C_NT_HOSTBASED_SERVICE`, in DER. */
const HOSTBASED_SERVICE = { length: 10, elements: Buffer.from('2a864886f71201020104', 'hex') }

let declared = false

function declareTypes(koffi: Koffi): void {
  if (declared) return
  koffi.struct('ottla_gss_buffer', { length: 'size_t', value: 'void *' })
  koffi.struct('ottla_gss_oid', { length: 'uint32_t', elements: 'void *' })
  koffi.struct('ottla_gss_key_value', { key: 'const char *', value: 'const char *' })
  koffi.struct('ottla_gss_key_value_set', { count: 'uint32_t', elements: 'ottla_gss_key_value *' })
  declared = true
}

const SIGNATURES = {
  importName:
    'uint32_t gss_import_name(_Out_ uint32_t *minor, ottla_gss_buffer *name, ottla_gss_oid *type, _Out_ void **out)',
  releaseName: 'uint32_t gss_release_name(_Out_ uint32_t *minor, _Inout_ void **name)',
  displayName: 'uint32_t gss_display_name(_Out_ uint32_t *minor, void *name, _Out_ ottla_gss_buffer *out, void *type)',
  acquireCredFrom:
    'uint32_t gss_acquire_cred_from(_Out_ uint32_t *minor, void *name, uint32_t time, void *mechs, int usage, ottla_gss_key_value_set *store, _Out_ void **out, void *actual, void *lifetime)',
  inquireCred:
    'uint32_t gss_inquire_cred(_Out_ uint32_t *minor, void *cred, _Out_ void **name, void *lifetime, void *usage, void *mechs)',
  releaseCred: 'uint32_t gss_release_cred(_Out_ uint32_t *minor, _Inout_ void **cred)',
  acceptSecContext:
    'uint32_t gss_accept_sec_context(_Out_ uint32_t *minor, _Inout_ void **context, void *cred, ottla_gss_buffer *token, void *bindings, _Out_ void **client, void *mech, _Out_ ottla_gss_buffer *out, void *flags, void *time, void *delegated)',
  wrap: 'uint32_t gss_wrap(_Out_ uint32_t *minor, void *context, int confidential, uint32_t qop, ottla_gss_buffer *message, void *state, _Out_ ottla_gss_buffer *out)',
  unwrap:
    'uint32_t gss_unwrap(_Out_ uint32_t *minor, void *context, ottla_gss_buffer *message, _Out_ ottla_gss_buffer *out, void *state, void *qop)',
  deleteSecContext: 'uint32_t gss_delete_sec_context(_Out_ uint32_t *minor, _Inout_ void **context, void *out)',
  releaseBuffer: 'uint32_t gss_release_buffer(_Out_ uint32_t *minor, _Inout_ ottla_gss_buffer *buffer)',
  displayStatus:
    'uint32_t gss_display_status(_Out_ uint32_t *minor, uint32_t code, int type, void *mech, _Inout_ uint32_t *more, _Out_ ottla_gss_buffer *out)',
} as const
