import { kinds } from '../../../../shared/orders/collections.ts'
import { createEvery } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { createKinds } from '../../../records/process/process.ts'
import { MultiSelect } from '../../../ui/inputs/choice/multi-select.tsx'
import { Fields } from '../../../ui/inputs/field/field.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createRuleWrites } from '../writing.ts'
import type { RulePartProps } from './part.ts'

/** The kinds of order that a rule is for; none chosen: all. */
export function KindsField(props: RulePartProps) {
  const { t } = useWords()
  const writes = createRuleWrites(() => props.rule)
  const acts = useActs()
  const offered = createKinds(() => props.rule.sort)
  const every = createEvery(kinds)
  const options = () => offered().map(({ id, name }) => ({ value: id, label: name }))
  const nameOf = (id: string) => every().find((kind) => kind.id === id)?.name ?? t('common.nameless')
  const set = (chosen: readonly string[]) => void acts.attempt(() => writes.set({ kinds: [...chosen] }))
  return (
    <Fields side>
      <MultiSelect
        label={t('records.rules.fields.kinds')}
        options={options()}
        chosen={props.rule.kinds}
        text={props.rule.kinds.map(nameOf).join(', ') || t('rules.allKinds')}
        readOnly={props.readOnly}
        onChange={set}
      />
    </Fields>
  )
}
