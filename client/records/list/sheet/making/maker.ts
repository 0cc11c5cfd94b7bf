import type { SheetTable, SheetValue } from '../../../../../shared/lists/sheet.ts'
import type { Making, SheetForm } from './make.ts'
import type { FromMaker, ToMaker } from './worker.ts'
import address from './worker.ts?worker&url'

/** Makes a table into files, beside the page. */
export interface SheetMaker {
  /** Some of the table's rows, in their order: few enough that handing them over stops nobody. */
  readonly add: (rows: SheetTable['rows']) => void
  /** Makes all that was added into one form. */
  readonly make: (making: Making) => Promise<Blob>
  readonly end: () => void
}

/** What is waited for fails with the reason of `signal` when that is given. */
export function openMaker(heads: readonly string[], signal: AbortSignal): SheetMaker {
  const worker = new Worker(address, { type: 'module' })
  const waiting = new Map<SheetForm, PromiseWithResolvers<Blob>>()
  let failure: { readonly cause: unknown } | undefined
  const tell = (message: ToMaker) => worker.postMessage(message)
  const fail = (cause: unknown) => {
    failure = { cause }
    for (const { reject } of waiting.values()) reject(cause)
  }
  worker.onmessage = ({ data }: MessageEvent<FromMaker>) => {
    if ('failed' in data) fail(data.failed)
    else waiting.get(data.form)?.resolve(data.made)
  }
  signal.addEventListener('abort', () => fail(signal.reason), { once: true })
  worker.onerror = (event) => fail(event.error ?? new Error(event.message))
  tell({ heads })
  return {
    add: (rows: readonly (readonly SheetValue[])[]) => tell({ rows }),
    make(making) {
      const made = Promise.withResolvers<Blob>()
      waiting.set(making.form, made)
      if (failure) made.reject(failure.cause)
      tell({ making })
      return made.promise
    },
    end: () => worker.terminate(),
  }
}
