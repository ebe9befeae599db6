/** What Ottla uses of node-forge, an optional peer that brings no types of its own. */
declare module 'node-forge' {
  interface Asn1 {
    readonly type: number
  }
  interface Bag {
    readonly type: string
    readonly cert?: object | null
    readonly key?: object | null
    readonly asn1?: Asn1
  }
  export interface Forge {
    readonly util: { createBuffer(bytes: string): object }
    readonly asn1: { fromDer(bytes: object): Asn1; toDer(asn1: Asn1): { getBytes(): string } }
    readonly pkcs12: {
      pkcs12FromAsn1(
        asn1: Asn1,
        strict: boolean,
        password: string,
      ): { readonly safeContents: readonly { readonly safeBags: readonly Bag[] }[] }
    }
    readonly pki: {
      certificateToAsn1(certificate: object): Asn1
      privateKeyToAsn1(key: object): Asn1
      wrapRsaPrivateKey(asn1: Asn1): Asn1
    }
  }
  const forge: Forge
  export default forge
}
