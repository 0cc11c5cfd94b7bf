import type { Filter } from '../../filters/filter.ts'
import { writeFilter } from '../../filters/text.ts'
import type { Segment } from '../collections.ts'
import type { SegmentGround } from '../ground.ts'
import { dealtBy } from '../rfm/dealt.ts'
import { RfmScores } from '../rfm/scores.ts'
import { LiveMembers } from './live-members.ts'

/** Members of all criteria that somebody asks for, and RFM where one of them names it; each kept from then on. */
export class KnownMembers {
  readonly #ground: SegmentGround
  readonly #byCriteria = new Map<string, LiveMembers>()
  #scores: RfmScores | null = null
  #ranked: Set<string> | 'all' = 'all'

  constructor(ground: SegmentGround) {
    this.#ground = ground
  }

  /** Who meets criteria, as it was known last: `update` brings it up to now. */
  by(filter: Filter): LiveMembers {
    const text = writeFilter(filter)
    const known = this.#byCriteria.get(text) ?? new LiveMembers(filter, this.#ground, () => this.#scoresNow())
    this.#byCriteria.set(text, known)
    return known
  }

  /** Whether anybody has asked. */
  get isAsked(): boolean {
    return this.#byCriteria.size > 0
  }

  /** Whether something that concerns all is still to be taken in. */
  get isAllNoted(): boolean {
    return [...this.#byCriteria.values()].some((one) => one.isAllNoted)
  }

  /** A customer, or what it comes to, has changed. */
  note(customer: string): void {
    for (const one of this.#byCriteria.values()) one.note(customer)
    if (this.#ranked !== 'all') this.#ranked.add(customer)
  }

  /** Something that concerns all has changed. */
  noteAll(): void {
    for (const one of this.#byCriteria.values()) one.noteAll()
    this.#ranked = 'all'
  }

  /** Records of these collections have changed, which criteria may name or be read by. */
  noteNaming(collections: Iterable<string>): void {
    for (const name of collections) for (const one of this.#byCriteria.values()) if (one.readBy.has(name)) one.noteAll()
  }

  /** Takes in what was noted; which customers came to criteria or went, of any. */
  update(): ReadonlySet<string> {
    if (this.#scores) this.#rank(this.#scores)
    const changed = new Set<string>()
    for (const one of this.#byCriteria.values()) for (const id of one.update()) changed.add(id)
    return changed
  }

  /** Ranks customers anew that have changed; where that moves the border of a part, all may stand elsewhere. */
  #rank(scores: RfmScores): void {
    const noted = this.#ranked
    if (noted === 'all') {
      this.#rankAll(scores)
      this.#noteRanked()
      return
    }
    this.#ranked = new Set()
    const dealt = dealtBy(this.#ground)
    for (const id of new Set([...noted, ...[...noted].map((one) => this.#ground.meant(one))])) {
      const customer = this.#ground.meant(id) === id ? this.#ground.customer(id) : null
      if (scores.put(id, customer && !customer.gone ? dealt(id) : null)) this.#noteRanked()
    }
  }

  #rankAll(scores: RfmScores): void {
    this.#ranked = new Set()
    const dealt = dealtBy(this.#ground)
    const all = [...this.#ground.customers()].flatMap(({ id }) => {
      const one = dealt(id)
      return one ? [[id, one] as const] : []
    })
    scores.fill(new Map(all))
  }

  #noteRanked(): void {
    for (const one of this.#byCriteria.values()) if (one.parts.has('rfm')) one.noteAll()
  }

  #scoresNow(): RfmScores {
    if (this.#scores) return this.#scores
    this.#scores = new RfmScores()
    this.#rankAll(this.#scores)
    return this.#scores
  }
}

/** The customers of a fixed segment, those that were merged as the ones that are meant; removed ones are none. */
export function fixedMembers(segment: Segment, ground: Pick<SegmentGround, 'meant' | 'customer'>): ReadonlySet<string> {
  const all = segment.members.flatMap(({ customer }) => (customer === null ? [] : ground.meant(customer)))
  return new Set(all.filter((id) => ground.customer(id)?.gone === false))
}
