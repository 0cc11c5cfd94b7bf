import type { Answers, Asked, FromReader } from './views.ts'
import address from './worker.ts?worker&url'

/** The page's end of a worker that reads one file. */
export interface Reader {
  /** Fails with what failed there, or with the reason of the signal. */
  readonly ask: <A extends Asked>(asked: A, signal?: AbortSignal) => Promise<Answers[A['ask']]>
  readonly end: () => void
}

/** Begins a worker for one file: it ends with that, or when something in it is stopped, since it hears nothing while it plans. */
export function openReader(): Reader {
  const worker = new Worker(address, { type: 'module' })
  const waiting: PromiseWithResolvers<Answers[Asked['ask']]>[] = []
  const fail = (cause: unknown) => {
    for (const { reject } of waiting.splice(0)) reject(cause)
  }
  worker.onmessage = ({ data }: MessageEvent<FromReader>) => {
    const first = waiting.shift()
    if ('failed' in data) first?.reject(data.failed)
    else first?.resolve(data.done)
  }
  worker.onerror = (event) => fail(event.error ?? new Error(event.message))
  const ask: Reader['ask'] = (asked, signal) => {
    signal?.throwIfAborted()
    const answer = Promise.withResolvers<Answers[Asked['ask']]>()
    waiting.push(answer)
    signal?.addEventListener('abort', () => answer.reject(signal.reason), { once: true })
    worker.postMessage(asked)
    // It answers each request in turn, by its own kind.
    return answer.promise as Promise<Answers[(typeof asked)['ask']]>
  }
  return { ask, end: () => worker.terminate() }
}
