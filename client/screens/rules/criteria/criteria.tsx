import { createMemo, Show } from 'solid-js'
import type { Filter } from '../../../../shared/filters/filter.ts'
import { readFilter, writeFilter } from '../../../../shared/filters/text.ts'
import { FilterGroundProvider } from '../../../records/list/filter/context.tsx'
import { FilterAdding, FilterTree } from '../../../records/list/filter/tree.tsx'
import { createHeld } from '../../../ui/inputs/field/held.ts'
import { Section } from '../../../ui/layout/section.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { RulePartProps } from '../card/part.ts'
import { createRuleWrites } from '../writing.ts'
import { createCriteriaGround } from './ground.ts'

/** «Критерии правила»: for which orders it is, as a tree of conditions; each change is written at once. */
export function Criteria(props: RulePartProps) {
  const { t } = useWords()
  const writes = createRuleWrites(() => props.rule)
  const ground = createCriteriaGround(() => props.rule.sort ?? 'customer')
  const held = createHeld(
    () => props.rule.criteria,
    (criteria) => writes.set({ criteria }),
  )
  const read = createMemo(() => (held.shown() === null ? [] : readFilter(held.shown() ?? '')))
  const change = (filter: Filter) => held.put(filter.length === 0 ? null : writeFilter(filter))
  const part = () => ({ filter: read() ?? [], onChange: change, readOnly: props.readOnly })
  return (
    <Section title={t('rules.criteria.title')}>
      <FilterGroundProvider value={ground}>
        <div class="rule-criteria">
          <p class="dim">{t(part().filter.length === 0 ? 'rules.criteria.none' : 'rules.criteria.all')}</p>
          <Show when={read() === null || held.failed()}>
            <Banner look="warn">{held.failed() ?? t('rules.criteria.unread')}</Banner>
          </Show>
          <FilterTree {...part()} />
          <div class="filter-adding">
            <FilterAdding {...part()} at={[]} />
          </div>
        </div>
      </FilterGroundProvider>
    </Section>
  )
}
