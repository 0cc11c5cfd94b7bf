import Plus from 'lucide-solid/icons/plus'
import { createMemo, createSignal, For, Show } from 'solid-js'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import { ACTIONS, type ActionSort } from '../../../../shared/rules/collections.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { DraggableRow } from '../../../records/ordering/draggable-row.tsx'
import { placesAt } from '../../../records/ordering/places-at.ts'
import { choiceLabel } from '../../../records/words/labels.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { Menu } from '../../../ui/overlays/panes/menu.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { RulePartProps } from '../card/part.ts'
import { createRuleWrites } from '../writing.ts'
import { ActionRow } from './action.tsx'
import './actions.css'

/** «Выполняемые действия»: what a rule does, in this order. */
export function Actions(props: RulePartProps) {
  const { t } = useWords()
  const acts = useActs()
  const writes = createRuleWrites(() => props.rule)
  /** The one that was added here last stands open. */
  const [begun, setBegun] = createSignal<string>()
  const ids = createMemo(() => props.rule.actions.map(({ id }) => id), [], { equals: (a, b) => a.join() === b.join() })
  const move = (id: string, to: number) => {
    const places = placesAt(props.rule.actions, id, to)
    if (places.length > 0) void acts.attempt(() => writes.place(places))
  }
  const add = (does: ActionSort) => acts.attempt(async () => setBegun(await writes.add(FRESH[does])))
  return (
    <Section title={t('rules.actions.title')}>
      <Show when={ids().length > 0} fallback={<p class="dim">{t('rules.actions.none')}</p>}>
        <ol class="rule-actions" aria-label={t('rules.actions.title')}>
          <For each={ids()}>
            {(id, at) => (
              <Show when={props.rule.actions.find((one) => one.id === id)}>
                {(action) => (
                  <DraggableRow
                    list={props.rule.id}
                    id={id}
                    at={at()}
                    count={ids().length}
                    mayWrite={!props.readOnly}
                    onMove={move}
                  >
                    <ActionRow {...props} action={action()} number={at() + 1} isOpen={id === begun()} />
                  </DraggableRow>
                )}
              </Show>
            )}
          </For>
        </ol>
      </Show>
      <Show when={!props.readOnly}>
        <Menu
          label={t('rules.actions.add')}
          items={ACTIONS.map((does) => ({
            label: t(choiceLabel('rules', 'does', does)),
            onSelect: () => void add(does),
          }))}
          trigger={(attributes) => (
            <Button {...attributes} class="rule-add" size="small" icon={Plus}>
              {t('rules.actions.add')}
            </Button>
          )}
        />
      </Show>
    </Section>
  )
}

/** What an action has at first. */
const FRESH: { readonly [S in ActionSort]: JsonObject } = {
  letter: { does: 'letter', to: 'toContact' },
  sms: { does: 'sms', to: 'toContact' },
  makeEvent: { does: 'makeEvent' },
  makeJob: { does: 'makeJob', days: 1 },
  makeSlot: { does: 'makeSlot', days: 1, minutes: 60 },
  remind: { does: 'remind' },
  setState: { does: 'setState' },
  setResponsible: { does: 'setResponsible' },
}
