import type { Message } from '../../../../../shared/messages/collections.ts'
import { useData } from '../../../../data/page/solid.tsx'
import { useToasts } from '../../../../ui/toasts/use-toasts.ts'
import { useWords } from '../../../../ui/words/words.tsx'
import { useActs } from '../../../acts/use-acts.ts'
import { aboutOf, keepDraft, ownFiles } from '../begun/opening.ts'
import type { MessageStart } from '../begun/start.ts'
import { type Recalled, setRecalled } from './open-again.ts'
import { startOfRecalled, typedAgain } from './recalled.ts'

type Data = ReturnType<typeof useData>

/** Calls a message off, and says so. Ctrl+Z passes it over: that would have the message go, unseen. */
export function useCallingOff() {
  const data = useData()
  const toasts = useToasts()
  const { t } = useWords()
  return async (id: string) => {
    await data.runPassedOver('cancelMessage', { id })
    toasts.show({ text: t('messages.cancelled') })
  }
}

/** «Отменить отправку»: calls a message off and opens what was written again. `start`: from where it was begun, where that is known. */
export function useRecalling() {
  const data = useData()
  const acts = useActs()
  const callOff = useCallingOff()
  return (id: string, start?: MessageStart) =>
    acts.attempt(async () => {
      await callOff(id)
      const { row } = await data.once({ what: 'record', collection: 'messages', id })
      // The worker reads rows by the same declaration.
      if (row) setRecalled(await written(data, row as unknown as Message, start))
    })
}

/** What was called off stays as it is; what is written on is another message, and has its files. */
async function written(data: Data, message: Message, known?: MessageStart): Promise<Recalled> {
  const start = known ?? startOfRecalled(message, await sortOf(data, message.order))
  const id = await data.newId('messages')
  const own = await ownFiles(data, message.id)
  const values = { about: aboutOf(id) }
  for (const file of own) await data.runPassedOver('setRecord', { collection: 'files', id: file, values })
  const opened = { id, typed: typedAgain(message, { order: start.order, own, now: Date.now() }) }
  await keepDraft(data, start, opened, 'everywhere')
  return { start, opened }
}

async function sortOf(data: Data, order: string | null) {
  if (order === null) return null
  const { item } = await data.once({ what: 'record', collection: 'orders', id: order })
  return item ? (item.sort ?? 'customer') : null
}
