import { Desk } from './desk.ts'
import type { Asked, FromReader } from './views.ts'

declare const self: DedicatedWorkerGlobalScope

const desk = new Desk()
/** One request after the other: opening waits for a library. */
let turn: Promise<unknown> = Promise.resolve()

/** Reads a file and plans what becomes of its rows, beside the page, which is busy with none of it. */
self.onmessage = ({ data }: MessageEvent<Asked>) => {
  turn = turn.then(async () => self.postMessage(await tried(data)))
}

async function tried(asked: Asked): Promise<FromReader> {
  try {
    return { done: await desk.answer(asked) }
  } catch (failed) {
    return { failed }
  }
}
