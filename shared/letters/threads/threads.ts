import { goesOn, type Talking, talkKeys } from './talk.ts'

/** A letter as its thread is found. */
export interface Threaded extends Talking {
  readonly id: string
  readonly messageId: string | null
  readonly references: readonly string[]
}

/**
 * Letters by threads (SPEC MP15, MP16): those that name each other, or the same one, whether that is here or not; and those that go on
 * with each other by subject and people. It depends on which letters there are alone, not on the order in which they came.
 */
export function threadsOf(letters: readonly Threaded[]): readonly (readonly Threaded[])[] {
  const sets = new Sets()
  const byWord = new Map<string, Threaded>()
  const byTalk = new Map<string, Threaded[]>()
  for (const letter of letters) {
    sets.add(letter.id)
    for (const word of wordsOf(letter)) {
      const first = byWord.get(word)
      if (first) sets.join(first.id, letter.id)
      else byWord.set(word, letter)
    }
    for (const key of talkKeys(letter)) {
      const others = byTalk.get(key) ?? []
      for (const other of others) if (goesOn(other, letter)) sets.join(other.id, letter.id)
      byTalk.set(key, [...others, letter])
    }
  }
  return [...Map.groupBy(letters, ({ id }) => sets.find(id)).values()]
}

function wordsOf({ messageId, references }: Threaded): readonly string[] {
  return messageId === null ? references : [messageId, ...references]
}

/** Sets that are joined, each known by one of its members. */
class Sets {
  readonly #up = new Map<string, string>()

  add(id: string): void {
    if (!this.#up.has(id)) this.#up.set(id, id)
  }

  find(id: string): string {
    let at = id
    for (let up = this.#up.get(at) ?? at; up !== at; up = this.#up.get(at) ?? at) at = up
    this.#up.set(id, at)
    return at
  }

  join(one: string, other: string): void {
    this.#up.set(this.find(other), this.find(one))
  }
}
