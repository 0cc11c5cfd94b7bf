import { everyCustomField } from '../../../../shared/custom/known.ts'
import { IndexMaker, type IndexParts } from '../../../../shared/search/index/block.ts'
import { IndexedDocument, type Shelved } from '../../../../shared/search/index/document.ts'
import type { FoundIn } from '../../../../shared/search/index/fields.ts'
import { keptIndexOf } from '../../../../shared/search/index/kept.ts'
import type { SearchIndex } from '../../../../shared/search/index/search-index.ts'
import { type AnyValues, termsOf } from '../../../../shared/search/index/terms.ts'
import type { Documents } from '../../documents/documents.ts'

/** Where records stand, and what is told of indexes. */
export interface IndexingGround {
  readonly documents: Pick<Documents, 'standing' | 'isSearched' | 'shelved' | 'index' | 'keepIndex'>
  readonly index: SearchIndex
  row(collection: FoundIn, id: string): AnyValues | null
  /** Documents in the order in which they are wanted. */
  inOrder(documents: readonly string[]): readonly string[]
  /** One more index stands. */
  stood(): void
}

/** Records are looked at so long (ms) before others are heard, and so many at least. */
const SLICE = 6
const FEW = 20
/** With so many records that have changed, an index is made anew. */
const MANY = 400
/** Nobody has asked yet: what begins with the program goes before, ms. */
const REST = 3000

/** Makes the index of each document that stands, a slice at a time, or takes the one that was kept; keeps what it has made. */
export class Indexing {
  readonly #ground: IndexingGround
  /** Of the document that is being indexed, the records that have changed meanwhile. */
  #underWay: {
    readonly name: string
    readonly changed: Map<string, readonly [FoundIn, string]>
    isVoid: boolean
  } | null = null
  #isWorking = false
  #isClosed = false
  #isHurried = false
  #timer: ReturnType<typeof setTimeout> | null = null
  /** The fields that the company had added when the indexes were made. */
  #tag = tagNow()

  constructor(ground: IndexingGround) {
    this.#ground = ground
  }

  /** Somebody searches: nothing is waited for any more. */
  hurry(): void {
    if (this.#isHurried) return
    this.#isHurried = true
    this.#begin(0)
  }

  /** More stands, or much has changed. */
  look(): void {
    this.#begin(this.#isHurried ? 0 : REST)
  }

  /** A record has changed; whether its document has an index, or is just given one. */
  note(name: string, collection: FoundIn, id: string): boolean {
    const isUnderWay = this.#underWay?.name === name
    if (isUnderWay) this.#underWay?.changed.set(`${collection}/${id}`, [collection, id])
    if (this.#ground.index.changed(name) >= MANY) this.look()
    return this.#ground.index.has(name) || isUnderWay
  }

  /** All of a document has changed: its index is of no use. */
  drop(name: string): void {
    this.#ground.index.drop(name)
    if (this.#underWay?.name === name) this.#underWay.isVoid = true
    this.look()
  }

  /** How many documents there are, and of how many the index stands. */
  progress(): { readonly done: number; readonly total: number } {
    const { documents, index } = this.#ground
    const names = documents.standing().filter((name) => documents.isSearched(name))
    return { done: names.filter((name) => index.has(name)).length, total: names.length }
  }

  close(): void {
    this.#isClosed = true
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  #begin(pause: number): void {
    if (this.#isWorking || this.#isClosed) return
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#work(), pause)
  }

  async #work(): Promise<void> {
    this.#isWorking = true
    try {
      this.#heedFields()
      for (let name = this.#next(); name !== undefined && !this.#isClosed; name = this.#next()) {
        await this.#make(name)
        this.#ground.stood()
      }
    } finally {
      this.#isWorking = false
    }
  }

  /** What is searched has become another: all indexes are made anew. */
  #heedFields(): void {
    if (this.#tag === tagNow()) return
    this.#tag = tagNow()
    for (const name of this.#ground.documents.standing()) this.#ground.index.drop(name)
  }

  #next(): string | undefined {
    const { documents, index, inOrder } = this.#ground
    const searched = documents.standing().filter((name) => documents.isSearched(name))
    return inOrder(searched).find((name) => !index.has(name) || index.changed(name) >= MANY)
  }

  async #make(name: string): Promise<void> {
    const { documents, index } = this.#ground
    const underWay = { name, changed: new Map<string, readonly [FoundIn, string]>(), isVoid: false }
    this.#underWay = underWay
    const shelved = documents.shelved(name)
    const kept = await documents.index(name, this.#tag, shelved)
    const isSame = () => underWay.changed.size === 0 && !underWay.isVoid
    const parts = kept ?? (await this.#inSlices(this.#reading(shelved)))
    const document = await this.#inSlices(IndexedDocument.making(shelved, parts))
    this.#underWay = null
    if (underWay.isVoid || this.#isClosed) return
    index.put(name, document)
    for (const [collection, id] of underWay.changed.values())
      index.take(name, collection, id, this.#ground.row(collection, id))
    const isStill = () => isSame() && index.changed(name) === 0
    if (!kept)
      await documents.keepIndex(name, this.#tag, (made) => (isStill() ? keptIndexOf(parts, shelved, made) : null))
  }

  *#reading(shelved: readonly Shelved[]): Generator<void, IndexParts> {
    const maker = new IndexMaker()
    let count = 0
    for (const { collection, ids } of shelved) {
      for (const id of ids) {
        const row = this.#ground.row(collection, id)
        maker.add(termsOf(collection, row ?? { id, gone: true }))
        if (++count % FEW === 0) yield
      }
    }
    return yield* maker.making()
  }

  /** Makes something a step at a time; between slices of steps others are heard. */
  async #inSlices<T>(making: Generator<void, T>): Promise<T> {
    let until = performance.now() + SLICE
    for (let step = making.next(); ; step = making.next()) {
      if (step.done) return step.value
      if (performance.now() < until) continue
      await new Promise((resolve) => setTimeout(resolve))
      until = performance.now() + SLICE
    }
  }
}

/** What a row of the company's own fields adds to what is searched. */
function tagNow(): string {
  const fields = everyCustomField().filter(({ isGone }) => !isGone)
  return fields
    .map(({ of, name, type }) => `${of}.${name}:${type}`)
    .sort()
    .join(' ')
}
