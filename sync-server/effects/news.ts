/** Lets who asks wait until there is something to tell. */
export class News {
  #next = Promise.withResolvers<void>()
  #isEnded = false

  /** Nobody waits any more. */
  get isEnded(): boolean {
    return this.#isEnded
  }

  /** Resolves when something is told: to be taken before looking, so that what comes meanwhile is not missed. */
  next(): Promise<void> {
    return this.#next.promise
  }

  /** There is something: whoever waits looks anew. */
  tell(): void {
    this.#next.resolve()
    this.#next = Promise.withResolvers()
  }

  /** Whoever waits is answered, and nobody waits from now on. */
  end(): void {
    this.#isEnded = true
    this.tell()
  }

  /** Whether what was taken by `next` comes within so long, ms, before who asked is gone. */
  async comes(next: Promise<void>, within: number, gone: AbortSignal): Promise<boolean> {
    return !this.#isEnded && (await comes(next, within, gone))
  }
}

/** Whether something comes within so long, ms, before who asked is gone. */
export async function comes(what: Promise<void>, within: number, gone: AbortSignal): Promise<boolean> {
  if (within <= 0 || gone.aborted) return false
  const over = Promise.withResolvers<false>()
  const end = () => over.resolve(false)
  const timer = setTimeout(end, within)
  gone.addEventListener('abort', end)
  const isCome = await Promise.race([what.then(() => true), over.promise])
  clearTimeout(timer)
  gone.removeEventListener('abort', end)
  return isCome
}
