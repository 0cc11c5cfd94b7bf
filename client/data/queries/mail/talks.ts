import { isAnswer } from '../../../../shared/letters/threads/talk.ts'
import type { Entry } from './entry.ts'

/** Letters under one subject with one outsider. */
interface Talk {
  /** Those whose subject says that they answer. */
  readonly answers: Map<string, Entry>
  readonly others: Map<string, Entry>
}

/** Letters by what they may go on with. Of two, one is an answer: among many letters of a machine under one subject none is looked at. */
export class Talks {
  readonly #byKey = new Map<string, Talk>()

  put(entry: Entry): void {
    for (const key of entry.talkKeys) {
      const talk = this.#byKey.get(key) ?? { answers: new Map(), others: new Map() }
      this.#byKey.set(key, talk)
      talk[isAnswer(entry.talk) ? 'answers' : 'others'].set(entry.id, entry)
    }
  }

  take(entry: Entry): void {
    for (const key of entry.talkKeys) {
      const talk = this.#byKey.get(key)
      talk?.answers.delete(entry.id)
      talk?.others.delete(entry.id)
    }
  }

  /** Letters that one may go on with, or that may go on with it. */
  *near(entry: Entry): Generator<Entry> {
    const isOne = isAnswer(entry.talk)
    for (const key of entry.talkKeys) {
      const talk = this.#byKey.get(key)
      if (!talk) continue
      yield* talk.answers.values()
      if (isOne) yield* talk.others.values()
    }
  }
}
