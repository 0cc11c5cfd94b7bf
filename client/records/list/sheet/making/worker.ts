import type { SheetValue } from '../../../../../shared/lists/sheet.ts'
import { type Making, make } from './make.ts'

/** To the worker: the heads, then rows by parts, then what is to be made of them all. */
export type ToMaker =
  | { readonly heads: readonly string[] }
  | { readonly rows: readonly (readonly SheetValue[])[] }
  | { readonly making: Making }

/** From it: what was made, or what stopped it. */
export type FromMaker = { readonly form: Making['form']; readonly made: Blob } | { readonly failed: unknown }

declare const self: DedicatedWorkerGlobalScope

let heads: readonly string[] = []
const rows: (readonly SheetValue[])[] = []

/** Makes files of tables beside the page, which is busy with none of it. */
self.onmessage = async ({ data }: MessageEvent<ToMaker>) => {
  if ('heads' in data) heads = data.heads
  else if ('rows' in data) rows.push(...data.rows)
  else self.postMessage(await tried(data.making))
}

async function tried(making: Making): Promise<FromMaker> {
  try {
    return { form: making.form, made: await make({ heads, rows }, making) }
  } catch (failed) {
    return { failed }
  }
}
