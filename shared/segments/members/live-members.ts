import type { Customer } from '../../customers/collections.ts'
import type { Filter } from '../../filters/filter.ts'
import { type SegmentProblem, saysNothing, segmentProblems } from '../criteria/problems.ts'
import type { SegmentGround } from '../ground.ts'
import type { RfmScores } from '../rfm/scores.ts'
import { type Because, CriteriaTest, partsOf, readBy, type Tried } from './criteria-test.ts'

const NOBODY: ReadonlySet<string> = new Set()

/** Who meets criteria now, kept while records change: a change costs the customers that it concerns (SPEC SG5). */
export class LiveMembers {
  readonly filter: Filter
  readonly parts: ReturnType<typeof partsOf>
  /** Collections whose records they name, or are read by. */
  readonly readBy: ReadonlySet<string>
  readonly #ground: SegmentGround
  readonly #scores: () => RfmScores
  readonly #members = new Set<string>()
  #noted: Set<string> | 'all' = 'all'
  #problems: readonly SegmentProblem[] = []

  constructor(filter: Filter, ground: SegmentGround, scores: () => RfmScores) {
    this.filter = filter
    this.parts = partsOf(filter)
    this.readBy = readBy(filter)
    this.#ground = ground
    this.#scores = scores
  }

  /** Something of a customer has changed. */
  note(customer: string): void {
    if (this.#noted !== 'all') this.#noted.add(customer)
  }

  /** Something has changed that concerns all: another day, a setting, what criteria name. */
  noteAll(): void {
    this.#noted = 'all'
  }

  get isAllNoted(): boolean {
    return this.#noted === 'all'
  }

  /** As of the last `update`. */
  get members(): ReadonlySet<string> {
    return this.#members
  }

  get problems(): readonly SegmentProblem[] {
    return this.#problems
  }

  /** Takes in what was noted; which customers came or went by it. */
  update(): ReadonlySet<string> {
    const noted = this.#noted
    if (noted !== 'all' && noted.size === 0) return NOBODY
    this.#noted = new Set()
    return noted === 'all' ? this.#make() : this.#mend(noted)
  }

  /** Why a customer is in; null for one that is not. */
  because(customer: Customer): readonly Because[] | null {
    return this.#members.has(customer.id) ? this.#test().because(customer) : null
  }

  /** Each criterion tried on a customer; nothing where some cannot be checked. */
  tried(customer: Customer): readonly Tried[] {
    return this.#problems.length > 0 ? [] : this.#test().tried(customer)
  }

  /** The same of many: rows are read in one pass. */
  *eachBecause(): Generator<readonly [customer: Customer, because: readonly Because[]]> {
    const test = this.#members.size > 0 ? this.#test() : null
    for (const id of this.#members) {
      const customer = this.#ground.customer(id)
      if (test && customer) yield [customer, test.because(customer)]
    }
  }

  #make(): ReadonlySet<string> {
    this.#problems = segmentProblems(this.filter, this.#ground.isHere)
    const before = new Set(this.#members)
    this.#members.clear()
    if (this.#problems.length === 0 && !saysNothing(this.filter)) this.#fill()
    return before.symmetricDifference(this.#members)
  }

  #fill(): void {
    const test = this.#test()
    for (const customer of this.#ground.customers()) if (test.holds(customer)) this.#members.add(customer.id)
  }

  #mend(noted: ReadonlySet<string>): ReadonlySet<string> {
    if (this.#problems.length > 0 || saysNothing(this.filter)) return NOBODY
    const [test, changed] = [this.#test(), new Set<string>()]
    for (const id of new Set([...noted, ...[...noted].map((one) => this.#ground.meant(one))])) {
      const was = this.#members.has(id)
      const customer = this.#ground.meant(id) === id ? this.#ground.customer(id) : null
      const is = customer !== null && !customer.gone && test.holds(customer)
      if (is !== was) changed.add(id)
      if (is) this.#members.add(id)
      else this.#members.delete(id)
    }
    return changed
  }

  #test(): CriteriaTest {
    return new CriteriaTest(this.filter, this.#ground, this.#scores)
  }
}
