import type { CollectionName } from '../../../../shared/collections.ts'
import { products } from '../../../../shared/goods/collections.ts'
import { COLLECTION_OF } from '../../../../shared/plans/analytics.ts'
import { type Analytic, type Plan, type PlanRow, planRows, plans } from '../../../../shared/plans/collections.ts'
import { overlapping } from '../../../../shared/plans/overlaps.ts'
import { type Period, periodsOf } from '../../../../shared/plans/periods.ts'
import {
  emptyCells,
  fillRow,
  type Outside,
  placesOf,
  rowsOfSheet,
  sumUp,
} from '../../../../shared/plans/sheet/sheet.ts'
import type { Directory, ItemsChanged } from '../directory.ts'
import type { LiveAnswer } from '../live-answer.ts'
import type { AstrayRow, OtherPlan, PlanAnswer, PlanQuery, SheetRow } from './query.ts'

/** Whose names rows show, and of whom they say that they are removed. */
const NAMED: readonly CollectionName[] = ['products', 'productGroups', 'people', 'departments', 'customers']

/** One open plan: answered whole once, then by the rows that changed. */
export class LivePlan implements LiveAnswer<PlanQuery> {
  readonly #directory: Directory
  #query: PlanQuery
  #isWhole = true
  /** Who else plans the same has changed. */
  #isTold = false
  #plan: Plan | null = null
  #overlaps: readonly OtherPlan[] = []
  readonly #changed = new Set<string>()
  #periods: readonly Period[] = []
  #places: ReadonlyMap<string, number> = new Map()
  /** The rows that were told of: at which place among all, by which place of theirs. */
  #stood = new Map<string, { readonly at: number; readonly place: string | null }>()
  readonly #outside = new Map<string, readonly Outside[]>()
  #astray: readonly AstrayRow[] = []
  /** Categories that goods have, once they are looked for. */
  #categories: ReadonlySet<string> | null = null

  constructor(directory: Directory, query: PlanQuery) {
    this.#directory = directory
    this.#query = query
  }

  ask(query: PlanQuery): void {
    this.#query = query
    this.#isWhole = true
  }

  take(changed: ItemsChanged): boolean {
    const { id } = this.#query
    if (NAMED.some((name) => changed.has(name))) this.#isWhole = true
    if (changed.has('plans')) this.#takeHead()
    if (changed.has('products')) this.#categories = null
    const rows = changed.get('planRows')
    if (rows === 'all') this.#isWhole = true
    else if (rows) for (const row of rows) this.#takeRow(row, id)
    return this.#isWhole || this.#isTold || this.#changed.size > 0
  }

  answer(): PlanAnswer {
    const plan = this.#directory.typed(plans, this.#query.id)
    const answer = plan && !this.#isWhole ? this.#part(plan) : this.#all(plan)
    this.#isWhole = false
    this.#isTold = false
    this.#changed.clear()
    return answer
  }

  /** What plans show of their rows touches all of them: what has not changed of this one is not told again. */
  #takeHead(): void {
    const plan = this.#directory.typed(plans, this.#query.id)
    if (plan !== this.#plan) this.#isWhole = true
    else if (JSON.stringify(this.#othersOf(plan)) !== JSON.stringify(this.#overlaps)) this.#isTold = true
  }

  /** One that came, went or was put elsewhere means all rows anew. */
  #takeRow(id: string, plan: string): void {
    const row = this.#directory.typed(planRows, id)
    const stood = this.#stood.get(id)
    if (row?.plan !== plan && stood === undefined) return
    if (stood !== undefined && row && !row.gone && row.place === stood.place) this.#changed.add(id)
    else this.#isWhole = true
  }

  #all(plan: Plan | null): PlanAnswer {
    const { fitting, astray } = plan
      ? rowsOfSheet(plan, this.#directory.rowsOfPlan(plan.id))
      : { fitting: [], astray: [] }
    this.#periods = plan ? periodsOf(plan) : []
    this.#places = placesOf(this.#periods)
    this.#stood = new Map(fitting.map(({ id, place }, at) => [id, { at, place }]))
    this.#outside.clear()
    this.#astray = astray.map((row) => this.#astrayRow(row))
    return { ...this.#head(plan), whole: true, at: [], ...this.#rowsOf(fitting) }
  }

  #part(plan: Plan): PlanAnswer {
    const rows = [...this.#changed].flatMap((id) => this.#directory.typed(planRows, id) ?? [])
    const at = rows.map(({ id }) => this.#stood.get(id)?.at ?? 0)
    return { ...this.#head(plan), whole: false, at, ...this.#rowsOf(rows) }
  }

  #rowsOf(rows: readonly PlanRow[]): Pick<PlanAnswer, 'rows' | 'cells' | 'outside' | 'astray'> {
    const cells = emptyCells(rows.length, this.#places.size)
    for (const [at, row] of rows.entries()) this.#outside.set(row.id, fillRow(cells, at, row, this.#places))
    const outside = [...this.#outside.values()].flat()
    return { rows: rows.map((row) => this.#named(row)), cells, outside, astray: this.#astray }
  }

  #head(plan: Plan | null): Pick<PlanAnswer, 'what' | 'plan' | 'overlaps' | 'periods'> {
    this.#plan = plan
    this.#overlaps = this.#othersOf(plan)
    return { what: 'plan', plan, overlaps: this.#overlaps, periods: this.#periods }
  }

  #othersOf(plan: Plan | null): readonly OtherPlan[] {
    return plan ? overlapping(plan, this.#directory.all(plans)).map(toldOf) : []
  }

  #named({ id, first, second, firstBy, secondBy, place }: PlanRow): SheetRow {
    const about = [this.#about(firstBy, first), this.#about(secondBy, second)] as const
    return {
      ...{ id, first, second, place },
      names: [about[0].name, about[1].name],
      lost: [about[0].isLost, about[1].isLost],
    }
  }

  #astrayRow(row: PlanRow): AstrayRow {
    return { ...this.#named(row), firstBy: row.firstBy, secondBy: row.secondBy, ...sumUp(row.cells) }
  }

  #about(by: Analytic | null, key: string | null): { readonly name: string | null; readonly isLost: boolean } {
    if (by === null || key === null) return { name: null, isLost: false }
    const collection = COLLECTION_OF[by]
    if (collection === null) return { name: key, isLost: !this.#hasCategory(key) }
    return { name: this.#directory.name(collection, key), isLost: this.#directory.isGone(collection, key) }
  }

  #hasCategory(text: string): boolean {
    this.#categories ??= new Set(
      Array.from(this.#directory.all(products), ({ gone, category }) => (gone ? null : category)).filter(
        (category) => category !== null,
      ),
    )
    return this.#categories.has(text)
  }
}

function toldOf({ id, from, until, date, number, draft }: Plan): OtherPlan {
  return { id, from, until, date, number: number ?? draft }
}
