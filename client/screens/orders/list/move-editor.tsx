import { createMemo, createSignal, Show } from 'solid-js'
import type { Sort } from '../../../../shared/orders/collections.ts'
import { COMPLETED } from '../../../../shared/orders/moves/completed.ts'
import type { MoveRequest } from '../../../../shared/orders/moves/move-order.ts'
import type { ChangeEditorProps } from '../../../records/list/bulk/act.ts'
import { createKinds, type ShownState } from '../../../records/process/process.ts'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { CompleteFields, type How, SUCCESS } from '../complete-fields.tsx'
import { FillMany } from '../entry/fill-many.tsx'

/** Where all chosen orders go: a state, in the kind of each or in one kind; «Завершен» asks how they ended. */
export function MoveEditor(props: ChangeEditorProps & { readonly sort: Sort }) {
  const { t } = useWords()
  const kinds = createKinds(() => props.sort)
  const [kind, setKind] = createSignal<string | null>(null)
  const [state, setState] = createSignal<string | null>(null)
  const [how, setHow] = createSignal<How>(SUCCESS)
  const [fill, setFill] = createSignal<MoveRequest['fill']>()
  const states = createMemo(() => {
    const from = kinds().filter(({ id }) => kind() === null || id === kind())
    return [...new Map(from.flatMap((one) => one.states.map((each) => [each.id, each] as const))).values()]
  })
  const tell = () => {
    const [to, inKind] = [state(), kind()]
    if (to === null) return props.onChange(null)
    const ended = to === COMPLETED ? how() : {}
    const filled = fill()
    props.onChange({
      what: 'move',
      state: to,
      ...(inKind !== null && { kind: inKind }),
      ...(filled && { fill: filled }),
      ...ended,
    })
  }
  return (
    <>
      <Show when={kinds().length > 1}>
        <Select
          clearable
          label={t('records.orders.fields.kind')}
          placeholder={t('orders.bulk.sameKind')}
          value={kind()}
          options={kinds().map(({ id, name }) => ({ value: id, label: name }))}
          onCommit={(value) => {
            setKind(value)
            if (!states().some(({ id }) => id === state())) setState(null)
            tell()
          }}
        />
      </Show>
      <Select
        required
        label={t('records.orders.fields.state')}
        value={state()}
        options={states()
          .sort(completedLast)
          .map(({ id, name, hue }) => ({ value: id, label: name, hue }))}
        onCommit={(value) => {
          setState(value)
          setFill(undefined)
          tell()
        }}
      />
      <FillMany
        state={state()}
        onChange={(filled) => {
          setFill(filled)
          tell()
        }}
      />
      <Show when={state() === COMPLETED}>
        <CompleteFields
          onChange={(ended) => {
            setHow(ended)
            tell()
          }}
        />
      </Show>
    </>
  )
}

function completedLast(a: ShownState, b: ShownState): number {
  return Number(a.id === COMPLETED) - Number(b.id === COMPLETED)
}
