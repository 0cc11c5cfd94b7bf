import { FilterGroundProvider } from '../../../records/list/filter/context.tsx'
import { CriteriaTree, createKeptCriteria } from '../../../records/list/filter/kept-criteria.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { RulePartProps } from '../card/part.ts'
import { createRuleWrites } from '../writing.ts'
import { createCriteriaGround } from './ground.ts'

/** «Критерии правила»: for which orders it is, as a tree of conditions; each change is written at once. */
export function Criteria(props: RulePartProps) {
  const { t } = useWords()
  const writes = createRuleWrites(() => props.rule)
  const ground = createCriteriaGround(() => props.rule.sort ?? 'customer')
  const kept = createKeptCriteria(
    () => props.rule.criteria,
    (criteria) => writes.set({ criteria }),
  )
  const words = () => ({
    none: t('rules.criteria.none'),
    all: t('rules.criteria.all'),
    unread: t('rules.criteria.unread'),
  })
  return (
    <Section title={t('rules.criteria.title')}>
      <FilterGroundProvider value={ground}>
        <div class="rule-criteria">
          <CriteriaTree kept={kept} readOnly={props.readOnly} words={words()} />
        </div>
      </FilterGroundProvider>
    </Section>
  )
}
