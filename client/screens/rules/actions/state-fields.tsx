import { createMemo, Show } from 'solid-js'
import { states } from '../../../../shared/orders/collections.ts'
import { COMPLETED } from '../../../../shared/orders/moves/completed.ts'
import { createEvery } from '../../../data/page/solid.tsx'
import { ReferenceField } from '../../../records/card/reference-field.tsx'
import { createKinds } from '../../../records/process/process.ts'
import { fieldLabel } from '../../../records/words/labels.ts'
import { Combobox } from '../../../ui/inputs/choice/combobox.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useActionProblems } from '../problems.ts'
import { createRuleWrites } from '../writing.ts'
import { ActionField, type ActionFieldsProps } from './action-field.tsx'

/** Where the order goes; where that is its end, how it ended and why. */
export function StateFields(props: ActionFieldsProps) {
  const { t } = useWords()
  const writes = createRuleWrites(() => props.rule)
  const problems = useActionProblems(() => props.action)
  const set = (values: { readonly [field: string]: string | null }) => writes.setAction(props.action.id, values)
  const options = createStates(props)
  const every = createEvery(states)
  const text = () => every().find(({ id }) => id === props.action.state)?.name ?? undefined
  const isEnd = () => props.action.state === COMPLETED
  return (
    <>
      <Combobox
        required
        label={t(fieldLabel('rules', 'state'))}
        options={options()}
        value={props.action.state}
        text={text()}
        doubt={problems.at('state')}
        readOnly={props.readOnly}
        onCommit={(state) => set({ state, ...(state === COMPLETED ? {} : { completion: null, reason: null }) })}
      />
      <Show when={isEnd()}>
        <ActionField {...props} name="completion" />
      </Show>
      <Show when={isEnd() && props.action.completion === 'cancelled'}>
        <ReferenceField
          required
          to="reasons"
          label={t(fieldLabel('rules', 'reason'))}
          value={props.action.reason}
          doubt={problems.at('reason')}
          readOnly={props.readOnly}
          onCommit={(reason) => set({ reason })}
        />
      </Show>
    </>
  )
}

/** The states of the kinds that the rule is for, each once, in their order; «Завершен» is the last. */
function createStates(props: ActionFieldsProps) {
  const kinds = createKinds(() => props.rule.sort)
  return createMemo(() => {
    const meant = kinds().filter(({ id }) => props.rule.kinds.length === 0 || props.rule.kinds.includes(id))
    const all = meant.flatMap((kind) => kind.states.slice(0, -1))
    const end = meant[0]?.states.at(-1)
    const each = new Map([...all, ...(end ? [end] : [])].map((state) => [state.id, state]))
    return [...each.values()].map(({ id, name, hue }) => ({ value: id, label: name, hue }))
  })
}
