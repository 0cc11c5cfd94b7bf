import { Temporal } from 'temporal-polyfill'
import type { FunnelBlock } from '../../../../../shared/funnel/index.ts'
import { keyOf } from '../../../../../shared/funnel/index.ts'
import { type Weights, weightsOf } from '../../../../../shared/plans/fact/weights.ts'
import type { Directory, ItemsChanged } from '../../directory.ts'
import type { Funnels } from '../../funnel/funnels.ts'
import type { LiveFunnel } from '../../funnel/live-funnel.ts'
import { WHOLE_FUNNEL } from '../../funnel/query.ts'

/** What became of the orders of the last months, by the funnel (plans/fact/SPEC PF6). */
export class Experience {
  readonly #funnel: LiveFunnel
  readonly #blocks = new Map<string, FunnelBlock>()

  constructor(directory: Directory, funnels: Funnels, months: number) {
    const begin = Temporal.PlainDate.from(directory.around().today).subtract({ months }).toString()
    const period = { from: directory.dayStart(begin), to: Number.POSITIVE_INFINITY, basis: 'order' } as const
    this.#funnel = funnels.open({ ...WHOLE_FUNNEL, period })
  }

  take(changed: ItemsChanged): void {
    this.#funnel.take(changed)
  }

  weights(): Weights {
    const { whole, blocks } = this.#funnel.answer()
    if (whole) this.#blocks.clear()
    for (const block of blocks) this.#blocks.set(keyOf(block), block)
    return weightsOf(this.#blocks.values())
  }

  close(): void {
    this.#funnel.close()
  }
}
