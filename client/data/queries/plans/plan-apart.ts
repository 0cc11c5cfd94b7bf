import { planRows } from '../../../../shared/plans/collections.ts'
import { type Parted, writtenApart } from '../../../../shared/records/reading/overwritten.ts'
import type { Directory, ItemsChanged } from '../directory.ts'
import type { Ground } from '../ground.ts'
import type { LiveAnswer } from '../live-answer.ts'
import { documentOf } from '../record/record.ts'
import type { PlanApartAnswer, PlanApartQuery } from './query.ts'

/** Opens what was overwritten unseen in a plan; its document, in which it is read, is kept open. */
export function openPlanApart(ground: Ground, { id }: PlanApartQuery, due: () => void): LiveAnswer<PlanApartQuery> {
  const document = documentOf(ground, { collection: 'plans', id })
  const rows = () => ground.documents.find(document ?? '')?.records(planRows)
  const live = new PlanApart(ground.directory, id, rows)
  const there = () => {
    live.begin()
    due()
  }
  const unwatch = document === null ? null : ground.beside.watch(document, there)
  return {
    answer: () => live.answer(),
    take: (changed) => live.take(changed),
    close: () => unwatch?.(),
  }
}

/** The rows of a document, as far as they tell of what was overwritten. */
export interface RowWrites {
  isContested(id: string): boolean
  writes(id: string): Parameters<typeof writtenApart>[0]
}

/** What was overwritten unseen in the rows of a plan: all are looked through once, then those that change. */
export class PlanApart {
  readonly #directory: Pick<Directory, 'rowsOfPlan' | 'typed'>
  readonly #plan: string
  readonly #rows: () => RowWrites | undefined
  readonly #found = new Map<string, readonly Parted[]>()
  #isNew = true

  /** `rows`: those of the plan's document; undefined until that is open. */
  constructor(directory: Pick<Directory, 'rowsOfPlan' | 'typed'>, plan: string, rows: () => RowWrites | undefined) {
    this.#directory = directory
    this.#plan = plan
    this.#rows = rows
  }

  /** The document is another one: all is looked through anew. */
  begin(): void {
    this.#isNew = true
  }

  take(changed: ItemsChanged): boolean {
    const ids = changed.get('planRows')
    if (ids === 'all') {
      this.#isNew = true
      return true
    }
    const own = [...(ids ?? [])].filter((id) => this.#isOwn(id))
    return own.map((id) => this.#look(id)).some(Boolean)
  }

  answer(): PlanApartAnswer {
    if (this.#isNew) {
      this.#found.clear()
      for (const { id } of this.#directory.rowsOfPlan(this.#plan)) this.#look(id)
      this.#isNew = this.#rows() === undefined
    }
    return { what: 'planApart', rows: Array.from(this.#found, ([id, apart]) => ({ id, apart })) }
  }

  #isOwn(id: string): boolean {
    return this.#directory.typed(planRows, id)?.plan === this.#plan
  }

  /** Whether there was something, or is. */
  #look(id: string): boolean {
    const had = this.#found.has(id)
    const rows = this.#rows()
    const apart = rows?.isContested(id) ? writtenApart(rows.writes(id)).filter(isOfCell) : []
    if (apart.length > 0) this.#found.set(id, apart)
    else this.#found.delete(id)
    return had || apart.length > 0
  }
}

function isOfCell({ path }: Parted): boolean {
  return path.startsWith('cells/')
}
