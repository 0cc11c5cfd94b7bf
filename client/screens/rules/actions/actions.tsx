import Plus from 'lucide-solid/icons/plus'
import { createSignal, Show } from 'solid-js'
import { offeredAt } from '../../../../shared/features/places.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import { ACTIONS, type ActionSort } from '../../../../shared/rules/collections.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { OrderedRows } from '../../../records/ordering/ordered-rows.tsx'
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
  const place = (places: Parameters<typeof writes.place>[0]) => void acts.attempt(() => writes.place(places))
  const add = (does: ActionSort) => acts.attempt(async () => setBegun(await writes.add(FRESH[does])))
  return (
    <Section title={t('rules.actions.title')}>
      <Show when={props.rule.actions.length > 0} fallback={<p class="dim">{t('rules.actions.none')}</p>}>
        <OrderedRows
          list={props.rule.id}
          rows={props.rule.actions}
          label={t('rules.actions.title')}
          class="rule-actions"
          mayWrite={!props.readOnly}
          onPlace={place}
        >
          {(action, at) => (
            <ActionRow {...props} action={action()} number={at() + 1} isOpen={action().id === begun()} />
          )}
        </OrderedRows>
      </Show>
      <Show when={!props.readOnly}>
        <Menu
          label={t('rules.actions.add')}
          items={offeredAt('actions', ACTIONS).map((does) => ({
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
