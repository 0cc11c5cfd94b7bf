import { Show } from 'solid-js'
import type { Caller, CallWindow } from '../../data/queries/calls/windows/query.ts'
import { useActs } from '../../records/acts/use-acts.ts'
import { Select } from '../../ui/inputs/choice/select.tsx'
import { useWords } from '../../ui/words/words.tsx'

/** Which of the caller's open orders the talk is about. */
export function CallOrder(props: { readonly window: CallWindow; readonly caller: Caller }) {
  const { t } = useWords()
  const acts = useActs()
  const options = () =>
    props.caller.open.map(({ id, number, stateName }) => ({
      value: id,
      label: [number ?? '—', stateName].filter(Boolean).join(' · '),
    }))
  const value = () => options().find(({ value }) => value === props.window.order)?.value ?? null
  return (
    <Show when={options().length > 0}>
      <Select
        clearable
        label={t('calling.about')}
        value={value()}
        options={options()}
        onCommit={(order) =>
          void acts.run('setRecord', { collection: 'calls', id: props.window.id, values: { order } })
        }
      />
    </Show>
  )
}
