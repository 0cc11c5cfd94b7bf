import { goesOn } from '../../../../shared/letters/threads/talk.ts'
import type { Entry } from './entry.ts'
import { Talks } from './talks.ts'

/** Letters that answer each other. */
export interface Thread {
  readonly letters: Map<string, Entry>
  /** Message-IDs that its letters bear or name. */
  readonly words: Set<string>
}

/** Which letters stand in one thread (letters/SPEC MP15, MP16), kept as they come, change and go. */
export class Threads {
  readonly #byWord = new Map<string, Thread>()
  readonly #byLetter = new Map<string, Thread>()
  readonly #talks = new Talks()

  of(letter: string): Thread | undefined {
    return this.#byLetter.get(letter)
  }

  all(): Set<Thread> {
    return new Set(this.#byLetter.values())
  }

  /** Puts a letter in its thread; the threads that are others now, one that became empty among them. */
  put(entry: Entry): readonly Thread[] {
    const found = new Set(entry.words.flatMap((word) => this.#byWord.get(word) ?? []))
    for (const other of this.#talks.near(entry)) {
      const thread = goesOn(other.talk, entry.talk) ? this.#byLetter.get(other.id) : undefined
      if (thread) found.add(thread)
    }
    this.#talks.put(entry)
    const [into = { letters: new Map(), words: new Set() }, ...others] = [...found].sort(
      (a, b) => b.letters.size - a.letters.size,
    )
    for (const other of others) this.#join(other, into)
    for (const word of entry.words) this.#name(word, into)
    into.letters.set(entry.id, entry)
    this.#byLetter.set(entry.id, into)
    return [into, ...others]
  }

  /** Takes a letter out of its thread, which falls apart where it alone held it together. */
  take(entry: Entry): readonly Thread[] {
    const thread = this.#byLetter.get(entry.id)
    if (thread === undefined) return []
    const rest = [...thread.letters.values()].filter(({ id }) => id !== entry.id)
    for (const word of thread.words) this.#byWord.delete(word)
    for (const [id, one] of thread.letters) {
      this.#byLetter.delete(id)
      this.#talks.take(one)
    }
    thread.letters.clear()
    thread.words.clear()
    return [thread, ...rest.flatMap((one) => this.put(one))]
  }

  /** Puts an entry in the place of the same letter's, which names the same others. */
  change(entry: Entry): readonly Thread[] {
    const thread = this.#byLetter.get(entry.id)
    const before = thread?.letters.get(entry.id)
    if (before) this.#talks.take(before)
    this.#talks.put(entry)
    thread?.letters.set(entry.id, entry)
    return thread ? [thread] : []
  }

  #join(other: Thread, into: Thread): void {
    for (const word of other.words) this.#name(word, into)
    for (const [id, entry] of other.letters) {
      into.letters.set(id, entry)
      this.#byLetter.set(id, into)
    }
    other.letters.clear()
    other.words.clear()
  }

  #name(word: string, thread: Thread): void {
    this.#byWord.set(word, thread)
    thread.words.add(word)
  }
}
