import { ReferenceField } from '../../../records/card/reference-field.tsx'
import { fieldLabel } from '../../../records/words/labels.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useActionProblems } from '../problems.ts'
import { createRuleWrites } from '../writing.ts'
import type { ActionFieldsProps } from './action-field.tsx'

/** An employee; where none is required, whoever is responsible for the order stands in. */
export function PersonField(props: ActionFieldsProps & { readonly required?: boolean }) {
  const { t } = useWords()
  const writes = createRuleWrites(() => props.rule)
  const problems = useActionProblems(() => props.action)
  return (
    <ReferenceField
      to="people"
      required={props.required}
      label={t(fieldLabel('rules', 'person'))}
      placeholder={props.required ? undefined : t('rules.actions.responsible')}
      value={props.action.person}
      doubt={problems.at('person')}
      readOnly={props.readOnly}
      onCommit={(person) => writes.setAction(props.action.id, { person })}
    />
  )
}
