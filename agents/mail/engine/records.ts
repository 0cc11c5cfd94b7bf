import { documentOf } from '../../../shared/documents/documents.ts'
import { letters, ownLetters } from '../../../shared/letters/collections.ts'
import { sharedId } from '../../../shared/letters/ids.ts'
import type { Transaction } from '../../../shared/records/writing/transaction.ts'
import type { Marks } from './marks.ts'
import type { AccountGround } from './work.ts'

type Ground = Pick<AccountGround, 'account' | 'replica' | 'documents'>
type Letters = typeof letters | typeof ownLetters

/** Where a record says that its letter stands. */
export interface PlaceHere extends Marks {
  readonly folder: string | null
}

/** The records of an account's letters: of a person's own, with the twins that all may read. */
export class LetterRecords {
  readonly #ground: Ground

  constructor(ground: Ground) {
    this.#ground = ground
  }

  /** Does work while the documents of letters are open, and sees what was written saved. */
  async with<T>(ids: Iterable<string>, work: () => T): Promise<T> {
    const { documents, replica } = this.#ground
    const names = new Set([...ids].flatMap((id) => this.#documentsOf(id)))
    return await documents.hold(names, async () => {
      const value = work()
      await replica.saved(names)
      return value
    })
  }

  /** What counts: the twin, where there is one. Null: the record, or its place, is not there. */
  place(id: string, entry: string): PlaceHere | null {
    let found: PlaceHere | null = null
    this.#ground.replica.write((tx) => {
      const [first] = this.#standing(tx, id).toReversed()
      const place = first && tx.get(first.collection, first.id).places.find((one) => one.id === entry)
      if (!place) return
      const { folder, seen, flagged, answered } = place
      found = { folder, seen: seen ?? false, flagged: flagged ?? false, answered: answered ?? false }
    })
    return found
  }

  /** Null: it has none, or is not there. */
  messageId(id: string): string | null {
    let found: string | null = null
    this.#ground.replica.write((tx) => {
      const [first] = this.#standing(tx, id)
      found = first ? tx.get(first.collection, first.id).messageId : null
    })
    return found
  }

  mark(id: string, entry: string, marks: Partial<Marks>): void {
    this.#each(id, entry, (tx, collection, own) => tx.setEntry(collection, own, 'places', entry, marks))
  }

  /** The folder has it no more. */
  leave(id: string, entry: string): void {
    this.#each(id, entry, (tx, collection, own) => tx.removeEntry(collection, own, 'places', entry))
  }

  /** Removes what stood for a letter that came otherwise, or is gone. */
  removeUnplaced(id: string): void {
    this.#ground.replica.write((tx) => {
      for (const one of this.#standing(tx, id))
        if (tx.get(one.collection, one.id).places.length === 0) tx.remove(one.collection, one.id)
    })
  }

  /** It is where the server has it, not where somebody wanted it. */
  putBack(id: string, entry: string, folder: string): void {
    this.#each(id, entry, (tx, collection, own) => tx.setEntry(collection, own, 'places', entry, { folder }))
  }

  #each(id: string, entry: string, write: (tx: Transaction, collection: Letters, id: string) => void): void {
    this.#ground.replica.write((tx) => {
      for (const one of this.#standing(tx, id))
        if (tx.at(one.collection, one.id, `places/${entry}`)) write(tx, one.collection, one.id)
    })
  }

  /** The record of a letter and, of a person's own, its twin. */
  #standing(tx: Transaction, id: string): { readonly collection: Letters; readonly id: string }[] {
    const collection = this.#ground.account.owner === null ? letters : ownLetters
    const all: { readonly collection: Letters; readonly id: string }[] = [{ collection, id }]
    if (collection === ownLetters) all.push({ collection: letters, id: sharedId(id) })
    return all.filter((one) => tx.find(one.collection, one.id) !== null)
  }

  #documentsOf(id: string): string[] {
    const { replica, account } = this.#ground
    const common = documentOf(replica.pass.company, letters.family, sharedId(id))
    return account.owner === null ? [common] : [documentOf(replica.pass.company, ownLetters.family, id), common]
  }
}
