// Packages that are there only where somebody installed them: what is used of them is described where it is used.
declare module 'kerberos' {
  const kerberos: unknown
  export default kerberos
}

declare module 'koffi' {
  const koffi: unknown
  export default koffi
}
