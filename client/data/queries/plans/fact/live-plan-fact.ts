import type { CollectionName } from '../../../../../shared/collections.ts'
import { COLLECTION_OF } from '../../../../../shared/plans/analytics.ts'
import { type Analytic, planRows } from '../../../../../shared/plans/collections.ts'
import { Ahead, type AheadSheet } from '../../../../../shared/plans/fact/ahead.ts'
import { paceOn } from '../../../../../shared/plans/fact/pace.ts'
import { type Scale, scaleOf } from '../../../../../shared/plans/fact/scale.ts'
import { type FactSheet, FactTally } from '../../../../../shared/plans/fact/tally.ts'
import { dayNumber } from '../../../../../shared/reports/facts/days.ts'
import type { Directory, ItemsChanged } from '../../directory.ts'
import type { LiveAnswer } from '../../live-answer.ts'
import { Experience } from './experience.ts'
import type { FactGround } from './ground.ts'
import { factRows, heldPlan, plansWithRows } from './held-plans.ts'
import type { PlanFactAnswer, PlanFactQuery } from './query.ts'

/** Facts on one scale, which follow their orders. */
interface Kept {
  readonly scale: Scale
  /** The scale in one text, to be compared. */
  readonly reads: string
  readonly tally: FactTally
  readonly ahead: Ahead
}

/** Plans held against facts: a changed order costs its own lines and a pass over what is open. */
export class LivePlanFact implements LiveAnswer<PlanFactQuery> {
  readonly #facts: FactGround
  readonly #directory: Directory
  #query: PlanFactQuery
  #kept: Kept | null = null
  #experience: Experience | null = null

  constructor(facts: FactGround, query: PlanFactQuery) {
    this.#facts = facts
    this.#directory = facts.directory
    this.#query = query
  }

  ask(query: PlanFactQuery): void {
    this.close()
    this.#query = query
  }

  /** Another day has begun. */
  turn(): void {
    this.close()
  }

  take(changed: ItemsChanged): boolean {
    this.#experience?.take(changed)
    if (this.#meanings().some((name) => changed.has(name))) {
      this.close()
      return true
    }
    return changed.has('orders') || changed.has('kinds') || changed.has('plans') || this.#isPlanned(changed)
  }

  answer(): PlanFactAnswer {
    const found = plansWithRows(this.#directory, this.#query.plans)
    const { scale, tally, ahead } = this.#keptFor(scaleOf(found))
    const { first, second, periods } = scale
    const { today } = this.#directory.around()
    return {
      what: 'planFact',
      plans: found.map((one) => heldPlan(this.#directory, scale, one)),
      ...{ first, second, periods },
      rows: factRows(this.#directory, scale),
      fact: copied(tally),
      unrated: tally.unrated,
      ahead: this.#expected(ahead, today),
      pace: paceOn(periods, today, this.#directory.workingTime()),
    }
  }

  close(): void {
    this.#kept?.tally.close()
    this.#experience?.close()
    this.#kept = null
    this.#experience = null
  }

  #expected(ahead: Ahead, today: string): AheadSheet {
    this.#experience ??= new Experience(this.#directory, this.#facts.funnels, this.#query.months)
    return ahead.sheet(this.#experience.weights(), dayNumber(today) ?? 0)
  }

  /** What stands for a scale; a cell of a plan that is written changes none of it. */
  #keptFor(scale: Scale): Kept {
    const reads = JSON.stringify(scale)
    if (this.#kept?.reads === reads) return this.#kept
    this.#kept?.tally.close()
    const { sold, left } = this.#facts
    const about = this.#facts.about()
    this.#kept = { scale, reads, tally: new FactTally(sold, scale, about), ahead: new Ahead(left, scale, about) }
    return this.#kept
  }

  /** Collections that say what facts are about, when today is, and which days are worked. */
  #meanings(): CollectionName[] {
    const { first = null, second = null } = this.#kept?.scale ?? {}
    return ['company', 'currencies', 'scenarios', ...[first, second].flatMap(meaningsOf)]
  }

  #isPlanned(changed: ItemsChanged): boolean {
    const rows = changed.get('planRows')
    if (rows === undefined || rows === 'all') return rows === 'all'
    return [...rows].some((id) => this.#query.plans.includes(this.#directory.typed(planRows, id)?.plan ?? ''))
  }
}

function meaningsOf(by: Analytic | null): CollectionName[] {
  if (by === null) return []
  const collection = COLLECTION_OF[by]
  const ofGoods: CollectionName[] = by === 'byCategory' || by === 'byProductGroup' ? ['products'] : []
  return collection === null ? ofGoods : [...ofGoods, collection]
}

/** The tally goes on: what is told stays as it was. */
function copied({ cells, outside, totals }: FactSheet): FactSheet {
  const copy = ({ sum, quantity }: FactSheet['cells']) => ({ sum: sum.slice(), quantity: quantity.slice() })
  return { cells: copy(cells), outside: copy(outside), totals: copy(totals) }
}
