import type { Known } from '../../../shared/letters/binding/binding.ts'
import type { Letter } from '../../../shared/letters/collections.ts'
import { outsiders } from '../../../shared/letters/people.ts'
import { goesOn, isAnswer, type Talking, talkKeys } from '../../../shared/letters/threads/talk.ts'

/** Of a letter what others are bound by. */
interface Entry extends Known, Talking {
  readonly id: string
  readonly messageId: string | null
}

/** The letters that were open at some time, by Message-ID and by talk. */
export class KnownLetters {
  readonly #isOwn: (address: string) => boolean
  readonly #byId = new Map<string, Entry>()
  readonly #byWord = new Map<string, Set<string>>()

  constructor(isOwn: (address: string) => boolean) {
    this.#isOwn = isOwn
  }

  put(letter: Letter): void {
    this.remove(letter.id)
    if (letter.gone) return
    const { id, messageId, subject, customer, contact, order, received, sent, madeAt } = letter
    const at = received ?? sent ?? madeAt
    const entry = { id, messageId, subject, customer, contact, order, at, outsiders: outsiders(letter, this.#isOwn) }
    this.#byId.set(id, entry)
    for (const word of wordsOf(entry)) this.#byWord.set(word, (this.#byWord.get(word) ?? new Set()).add(id))
  }

  remove(id: string): void {
    const entry = this.#byId.get(id)
    if (!entry) return
    this.#byId.delete(id)
    for (const word of wordsOf(entry)) {
      const ids = this.#byWord.get(word)
      ids?.delete(id)
      if (ids?.size === 0) this.#byWord.delete(word)
    }
  }

  /** The letter of a Message-ID: of several one that is bound. */
  byMessageId(messageId: string): Known | null {
    const found = this.#named(idWord(messageId))
    return found.find(({ customer }) => customer !== null) ?? found[0] ?? null
  }

  /** The id of the letter of a Message-ID; null: it is not known. */
  idOf(messageId: string): string | null {
    return this.#named(idWord(messageId))[0]?.id ?? null
  }

  /** Those that a letter goes on with and that are bound, the nearest in time first. */
  talk(talking: Talking): readonly Known[] {
    // Only an answer goes on with anything; of what a program sends daily under one subject there may be thousands.
    const found = (isAnswer(talking) ? talkKeys(talking) : []).flatMap((key) => this.#named(talkWord(key)))
    const bound = found.filter((one) => one.customer !== null && goesOn(one, talking))
    return bound.sort((one, other) => Math.abs(one.at - talking.at) - Math.abs(other.at - talking.at))
  }

  #named(word: string): Entry[] {
    return [...(this.#byWord.get(word) ?? [])].flatMap((id) => this.#byId.get(id) ?? [])
  }
}

const idWord = (messageId: string) => `id ${messageId}`
const talkWord = (key: string) => `talk ${key}`

function wordsOf(entry: Entry): readonly string[] {
  const talks = talkKeys(entry).map(talkWord)
  return entry.messageId === null ? talks : [idWord(entry.messageId), ...talks]
}
