import { Show } from 'solid-js'
import { rules } from '../../../../shared/rules/collections.ts'
import { createRecord } from '../../../data/page/solid.tsx'
import { RecordForm } from '../../../records/card/record-form.tsx'
import { useMayWrite } from '../../../records/rights.ts'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { Actions } from '../actions/actions.tsx'
import { Criteria } from '../criteria/criteria.tsx'
import { createProblems, ProblemsProvider } from '../problems.ts'
import { createRuleSaving } from '../writing.ts'
import { KindsField } from './kinds-field.tsx'
import { Lacking } from './lacking.tsx'
import type { RulePartProps } from './part.ts'

/** What the card of a rule has under its name and start: for which orders it is, and what it does. */
export function Below(props: { readonly id: string }) {
  const mayWrite = useMayWrite('rules')
  const record = createRecord(rules, () => props.id)
  const isFixed = () => !mayWrite || record()?.row?.gone === true || record()?.row?.newer === true
  return <Show when={record()?.row}>{(rule) => <Parts rule={rule()} readOnly={isFixed()} />}</Show>
}

function Parts(props: RulePartProps) {
  const problems = createProblems(() => props.rule)
  return (
    <ProblemsProvider value={problems}>
      <KindsField {...props} />
      <Lacking rule={props.rule} problems={problems()} />
      <Criteria {...props} />
      <Actions {...props} />
      <Late {...props} />
    </ProblemsProvider>
  )
}

/** What is done about moves that are heard of late, and what is to be known of the rule. */
function Late(props: RulePartProps) {
  const { t } = useWords()
  const save = createRuleSaving()
  const fields = () => ['lateness', ...(props.rule.lateness === 'unlessOld' ? ['lateHours'] : []), 'note']
  return (
    <Section title={t('rules.late.title')}>
      <p class="dim">{t('rules.late.text')}</p>
      <RecordForm
        collection="rules"
        id={props.rule.id}
        fields={fields()}
        values={{ ...props.rule }}
        currency=""
        readOnly={props.readOnly}
        apart={[]}
        onCommit={(field, value) => save(props.rule.id, { [field]: value })}
      />
    </Section>
  )
}
