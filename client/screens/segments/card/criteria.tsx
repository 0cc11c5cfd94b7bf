import type { Segment } from '../../../../shared/segments/collections.ts'
import { createQuery, useData } from '../../../data/page/solid.tsx'
import { FilterGroundProvider } from '../../../records/list/filter/context.tsx'
import { CriteriaTree, createKeptCriteria } from '../../../records/list/filter/kept-criteria.tsx'
import { createSegmentGround } from '../../../records/segments/criteria-ground.ts'
import { Section } from '../../../ui/layout/section.tsx'
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
  const kept = createKeptCriteria(
    () => props.segment.criteria,
    (criteria) => data.run('setRecord', { collection: 'segments', id: props.segment.id, values: { criteria } }),
  )
  const words = () => ({
    none: t('segments.criteria.none'),
    all: t('segments.criteria.all'),
    unread: t('segments.criteria.unread'),
  })
  const answer = createQuery(() => ({ what: 'criteria', criteria: kept.shown(), first: FIRST }) as const)
  return (
    <Section title={t('segments.criteria.title')}>
      <FilterGroundProvider value={createSegmentGround()}>
        <div class="segment-parts">
          <Count found={answer()} />
          <div class="segment-criteria">
            <CriteriaTree kept={kept} readOnly={props.readOnly} words={words()} />
          </div>
          <First found={answer()} />
        </div>
      </FilterGroundProvider>
    </Section>
  )
}
