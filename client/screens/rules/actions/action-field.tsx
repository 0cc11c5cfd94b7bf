import type { Json } from '../../../../shared/records/declarations/value.ts'
import { type Action, rules } from '../../../../shared/rules/collections.ts'
import { FieldInput } from '../../../records/card/field-input.tsx'
import { FieldPlace } from '../../../records/presence/field-place.tsx'
import type { RulePartProps } from '../card/part.ts'
import { useActionProblems } from '../problems.ts'
import { createRuleWrites } from '../writing.ts'

/** What the fields of an action are given. */
export interface ActionFieldsProps extends RulePartProps {
  readonly action: Action
}

type FieldName = keyof (typeof rules)['lists']['actions']['fields']

/** A field of an action, as its declaration has it. */
export function ActionField(props: ActionFieldsProps & { readonly name: FieldName }) {
  const writes = createRuleWrites(() => props.rule)
  const problems = useActionProblems(() => props.action)
  const path = () => `actions/${props.action.id}/${props.name}`
  return (
    <FieldPlace collection="rules" id={props.rule.id} path={path()}>
      <FieldInput
        collection="rules"
        list="actions"
        name={props.name}
        field={rules.lists.actions.fields[props.name]}
        value={(props.action[props.name] ?? null) as Json}
        currency=""
        readOnly={props.readOnly}
        doubt={problems.at(props.name)}
        onCommit={(value) => writes.setAction(props.action.id, { [props.name]: value })}
      />
    </FieldPlace>
  )
}
