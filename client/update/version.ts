/** The program's version and the build's own name: the hash in the address of its main script. */
export function version(): string {
  const build = /-([\w-]{8})\.js$/.exec(mainScript())?.[1]
  return build ? `${import.meta.env.VITE_VERSION} (${build})` : `${import.meta.env.VITE_VERSION}`
}

/** The address of the page's main script, which names all others by their hashes: another build has another one. */
export function mainScript(): string {
  const scripts = document.querySelectorAll<HTMLScriptElement>('script[type=module][src]')
  return [...scripts].at(-1)?.src ?? ''
}
