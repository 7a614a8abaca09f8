/** A module bundled to one classic script, as text: see `vite.config.ts`. */
declare module '*?script' {
  const text: string
  export default text
}
