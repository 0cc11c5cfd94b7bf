/**
 * Hosts the worker in this tab whenever no other tab does, until the page is left or frozen: then another takes over.
 * `back` is called whenever the page has come back.
 */
export async function hostInTurn(name: string, start: () => Worker, back: () => void): Promise<never> {
  for (;;) {
    await hostUntilLeft(name, start)
    await first([document, 'resume'], [window, 'pageshow'])
    back()
  }
}

/** Neither the worker nor the turn is held by a page that stands still. */
async function hostUntilLeft(name: string, start: () => Worker): Promise<void> {
  const left = first([document, 'freeze'], [window, 'pagehide'])
  const waiting = new AbortController()
  void left.then(() => waiting.abort())
  const host = async () => {
    const worker = start()
    await left
    worker.terminate()
  }
  try {
    await navigator.locks.request(`${name}/host`, { signal: waiting.signal }, host)
  } catch (error) {
    if (!waiting.signal.aborted) throw error
  }
}

/** Resolves when the first of these events comes. */
function first(...events: readonly (readonly [EventTarget, string])[]): Promise<void> {
  const heard = new AbortController()
  return new Promise((resolve) => {
    const end = () => {
      heard.abort()
      resolve()
    }
    for (const [target, name] of events) target.addEventListener(name, end, { signal: heard.signal })
  })
}
