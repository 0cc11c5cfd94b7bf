import ArrowDown from 'lucide-solid/icons/arrow-down'
import ArrowUp from 'lucide-solid/icons/arrow-up'
import X from 'lucide-solid/icons/x'
import { createMemo, For, Show } from 'solid-js'
import { kinds, states } from '../../../../shared/orders/collections.ts'
import { createAll, createRecord, useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { COMPLETED_HUE, createKinds, type ShownState } from '../../../records/process/process.ts'
import { createRemoval } from '../../../records/removal/ask-removal.tsx'
import { useMayWrite } from '../../../records/rights.ts'
import { Button, IconButton } from '../../../ui/actions/button.tsx'
import { Combobox } from '../../../ui/inputs/choice/combobox.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { StateChip } from '../../../ui/state/state-chip.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import './kind-states.css'

/** The ordered table of a kind's states: add, add all, up, down, take out; «Завершен» always the last. */
export function KindStates(props: { readonly id: string }) {
  const { t } = useWords()
  const acts = useActs()
  const mayWrite = useMayWrite('kinds')
  const all = createAll(states)
  const shown = createKinds()
  const record = createRecord(kinds, () => props.id)
  const rows = createMemo(
    () =>
      shown()
        .find((kind) => kind.id === props.id)
        ?.states.slice(0, -1) ?? [],
  )
  const absent = () => all().filter((state) => !rows().some((row) => row.id === state.id))
  const addAll = () =>
    void acts.run('addStates', { id: props.id, states: absent().map((state) => state.id) }, t('common.done'))
  return (
    <Show when={record()?.row?.gone === false}>
      <Section
        title={t('settings.kinds.states')}
        actions={
          <Show when={mayWrite && absent().length > 0}>
            <Button size="small" onClick={addAll}>
              {t('settings.kinds.addAll')}
            </Button>
          </Show>
        }
      >
        <ol class="kind-states">
          <For each={rows().map((state) => state.id)}>
            {(id, i) => (
              <Show when={rows().find((state) => state.id === id)}>
                {(state) => (
                  <StateRow
                    kind={props.id}
                    state={state()}
                    number={i() + 1}
                    isLast={i() === rows().length - 1}
                    mayWrite={mayWrite}
                  />
                )}
              </Show>
            )}
          </For>
          <li>
            <StateChip name={t('orders.completed')} hue={COMPLETED_HUE} number={rows().length + 1} />
            <span class="dim">{t('settings.kinds.fixed')}</span>
          </li>
        </ol>
        <Show when={mayWrite}>
          <AddState kind={props.id} absent={absent().map(({ id, name, hue }) => ({ id, name: name ?? '', hue }))} />
        </Show>
      </Section>
    </Show>
  )
}

interface StateRowProps {
  readonly kind: string
  readonly state: ShownState
  readonly number: number
  readonly isLast: boolean
  readonly mayWrite: boolean
}

function StateRow(props: StateRowProps) {
  const { t } = useWords()
  const acts = useActs()
  const at = () => ({ id: props.kind, state: props.state.id })
  const removal = createRemoval({
    place: () => ({ what: 'taken', ids: [props.state.id], kind: props.kind }),
    name: () => props.state.name,
    remove: () => acts.run('removeState', at(), t('settings.removed')),
  })
  const shift = (by: -1 | 1) => void acts.run('shiftState', { ...at(), by })
  return (
    <li>
      <StateChip name={props.state.name} hue={props.state.hue} number={props.number} />
      <Show when={props.mayWrite}>
        <span class="kind-acts">
          <IconButton
            icon={ArrowUp}
            label={t('settings.kinds.up')}
            disabled={props.number === 1}
            onClick={() => shift(-1)}
          />
          <IconButton
            icon={ArrowDown}
            label={t('settings.kinds.down')}
            disabled={props.isLast}
            onClick={() => shift(1)}
          />
          <IconButton icon={X} label={t('settings.kinds.remove')} onClick={removal.press} />
        </span>
        {removal.dialog()}
      </Show>
    </li>
  )
}

/** Adds a state that the kind has not, or makes a new one of the name that was typed. */
function AddState(props: { readonly kind: string; readonly absent: readonly ShownState[] }) {
  const { t } = useWords()
  const data = useData()
  const add = (state: string | null) => (state === null ? undefined : data.run('addState', { id: props.kind, state }))
  const create = async (name: string) => {
    const id = await data.newId('states')
    await data.run('createRecord', { collection: 'states', id, values: { name } })
    await add(id)
  }
  return (
    <Combobox
      label={t('settings.kinds.add')}
      value={null}
      placeholder={t('settings.kinds.newState')}
      options={props.absent.map(({ id, name, hue }) => ({ value: id, label: name, hue }))}
      onCommit={add}
      onCreate={create}
    />
  )
}
