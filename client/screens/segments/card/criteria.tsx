import { createMemo, Show } from 'solid-js'
import type { Filter } from '../../../../shared/filters/filter.ts'
import { readFilter, writeFilter } from '../../../../shared/filters/text.ts'
import type { Segment } from '../../../../shared/segments/collections.ts'
import { createQuery, useData } from '../../../data/page/solid.tsx'
import { FilterGroundProvider } from '../../../records/list/filter/context.tsx'
import { FilterAdding, FilterTree } from '../../../records/list/filter/tree.tsx'
import { createSegmentGround } from '../../../records/segments/criteria-ground.ts'
import { createHeld } from '../../../ui/inputs/field/held.ts'
import { Section } from '../../../ui/layout/section.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { Count, FIRST, First } from './found.tsx'

export interface CriteriaProps {
  readonly segment: Segment
  readonly readOnly: boolean
}

/** Who is in the segment, as a tree of conditions, and beside it whom they mean now; each change is written at once. */
export function Criteria(props: CriteriaProps) {
  const { t } = useWords()
  const data = useData()
  const held = createHeld(
    () => props.segment.criteria,
    (criteria) => data.run('setRecord', { collection: 'segments', id: props.segment.id, values: { criteria } }),
  )
  const read = createMemo(() => (held.shown() === null ? [] : readFilter(held.shown() ?? '')))
  const change = (filter: Filter) => held.put(filter.length === 0 ? null : writeFilter(filter))
  const answer = createQuery(() => ({ what: 'criteria', criteria: held.shown(), first: FIRST }) as const)
  const part = () => ({ filter: read() ?? [], onChange: change, readOnly: props.readOnly })
  return (
    <Section title={t('segments.criteria.title')}>
      <FilterGroundProvider value={createSegmentGround()}>
        <div class="segment-parts">
          <Count found={answer()} />
          <div class="segment-criteria">
            <p class="dim">{t(part().filter.length === 0 ? 'segments.criteria.none' : 'segments.criteria.all')}</p>
            <Show when={read() === null || held.failed()}>
              <Banner look="warn">{held.failed() ?? t('segments.criteria.unread')}</Banner>
            </Show>
            <FilterTree {...part()} />
            <div class="filter-adding">
              <FilterAdding {...part()} at={[]} />
            </div>
          </div>
          <First found={answer()} />
        </div>
      </FilterGroundProvider>
    </Section>
  )
}
