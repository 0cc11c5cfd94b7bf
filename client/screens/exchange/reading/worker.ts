import { Desk } from './desk.ts'
import type { Answers, Asked, FromReader } from './views.ts'

declare const self: DedicatedWorkerGlobalScope

const desk = new Desk()
/** One request after the other: opening waits for a library. */
let turn: Promise<unknown> = Promise.resolve()

/** Reads a file and plans what becomes of its rows, beside the page, which is busy with none of it. */
self.onmessage = ({ data }: MessageEvent<Asked>) => {
  turn = turn.then(async () => {
    const answer = await tried(data)
    self.postMessage(answer, handedOver(data, answer))
  })
}

async function tried(asked: Asked): Promise<FromReader> {
  try {
    return { done: await desk.answer(asked) }
  } catch (failed) {
    return { failed }
  }
}

/** Steps are large: their bytes are given away. */
function handedOver({ ask }: Asked, answer: FromReader): Transferable[] {
  if (ask !== 'parts' || !('done' in answer)) return []
  return (answer.done as Answers['parts']).map(({ steps }) => steps.buffer)
}
