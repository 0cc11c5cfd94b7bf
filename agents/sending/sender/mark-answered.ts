import { documentOf } from '../../../shared/documents/documents.ts'
import { letters, type ownLetters } from '../../../shared/letters/collections.ts'
import { letterIn } from '../../../shared/letters/find-letter.ts'
import { sharedId } from '../../../shared/letters/ids.ts'
import type { Message } from '../../../shared/messages/collections.ts'
import type { Transaction } from '../../../shared/records/writing/transaction.ts'
import type { Ground } from './ground.ts'

/** Says on the letter that a message answers, and on its twin, that it is answered, wherever it stands (SPEC SN25). */
export async function markAnswered(
  { replica, documents }: Ground,
  { answers }: Pick<Message, 'answers'>,
): Promise<void> {
  const named = answers === null ? null : letterIn(answers)
  if (named === null) return
  const twin = { collection: letters, id: sharedId(named.id) }
  const both = named.collection === letters ? [named] : [named, twin]
  const names = both.map(({ collection, id }) => documentOf(replica.pass.company, collection.family, id))
  await documents.hold(names, async () => {
    replica.write((tx) => {
      for (const { collection, id } of both) mark(tx, collection, id)
    })
    await replica.saved(names)
  })
}

function mark(tx: Transaction, collection: typeof letters | typeof ownLetters, id: string): void {
  for (const { id: place, answered } of tx.find(collection, id)?.places ?? [])
    if (!answered) tx.setEntry(collection, id, 'places', place, { answered: true })
}
