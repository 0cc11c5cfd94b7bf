/** The program's version and the build's own name: the hash in the address of its first script. */
export function version(): string {
  const address = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.src ?? ''
  const build = /-([\w-]{8})\.js$/.exec(address)?.[1]
  return build ? `${import.meta.env.VITE_VERSION} (${build})` : `${import.meta.env.VITE_VERSION}`
}
