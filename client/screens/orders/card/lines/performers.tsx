import UserPlus from 'lucide-solid/icons/user-plus'
import X from 'lucide-solid/icons/x'
import { createMemo, For, Show } from 'solid-js'
import { people } from '../../../../../shared/company/collections.ts'
import type { Order } from '../../../../../shared/orders/collections.ts'
import { useData } from '../../../../data/page/solid.tsx'
import { useActs } from '../../../../records/acts/use-acts.ts'
import { createChoices, ReferenceField } from '../../../../records/card/reference-field.tsx'
import { FieldPlace } from '../../../../records/presence/field-place.tsx'
import { Button, IconButton } from '../../../../ui/actions/button.tsx'
import { single } from '../../../../ui/actions/single.ts'
import { NumberField } from '../../../../ui/inputs/typed/number-field.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import type { LineRowProps } from './props.ts'

type Performer = Order['performers'][number]

/** Who does the work of a line of a work order, and for how long; of a draft nobody yet. */
export function Performers(props: LineRowProps) {
  const isWork = () => props.line.section === 'works' && props.editor.order()?.sort === 'work'
  return <Show when={isWork() && props.editor.order()?.performers}>{(all) => <OfLine {...props} all={all()} />}</Show>
}

function OfLine(props: LineRowProps & { readonly all: readonly Performer[] }) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const own = () => props.all.filter(({ line }) => line === props.line.id)
  const byId = createMemo(() => new Map(own().map((one) => [one.id, one])))
  const ids = createMemo(() => own().map(({ id }) => id))
  const add = single(async () => {
    const values = { line: props.line.id }
    const args = { collection: 'orders', id: props.editor.id, list: 'performers', values } as const
    await acts.attempt(() => data.run('addEntry', args))
  })
  return (
    <Show when={ids().length > 0 || !props.readOnly}>
      <div class="performers">
        <Show when={ids().length > 0}>
          <ul aria-label={t('orders.performers.title')}>
            <For each={ids()}>
              {(id) => <Show when={byId().get(id)}>{(one) => <One {...props} performer={one()} />}</Show>}
            </For>
          </ul>
        </Show>
        <Show when={!props.readOnly}>
          <Button size="small" look="ghost" icon={UserPlus} onClick={() => void add()}>
            {t('orders.performers.add')}
          </Button>
        </Show>
      </div>
    </Show>
  )
}

function One(props: LineRowProps & { readonly performer: Performer }) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const choices = createChoices(people)
  const path = (field: string) => `performers/${props.performer.id}/${field}`
  const place = (field: string) => ({ collection: 'orders', id: props.editor.id, path: path(field) }) as const
  const set = (field: 'person' | 'hours', value: string | number | null) =>
    data.run('setRecord', { collection: 'orders', id: props.editor.id, values: { [path(field)]: value } })
  const remove = () => {
    const at = { collection: 'orders', id: props.editor.id, list: 'performers', entry: props.performer.id } as const
    void acts.run('removeEntry', at, t('orders.performers.removed'))
  }
  const frame = () => ({ bare: true, readOnly: props.readOnly })
  return (
    <li>
      <FieldPlace {...place('person')}>
        <ReferenceField
          {...frame()}
          label={t('records.orders.fields.person')}
          to="people"
          choices={choices}
          value={props.performer.person}
          onCommit={(person) => set('person', person)}
        />
      </FieldPlace>
      <FieldPlace {...place('hours')}>
        <NumberField
          {...frame()}
          label={t('records.orders.fields.hours')}
          decimals={3}
          min={0}
          unit={t('orders.performers.hours')}
          value={props.performer.hours}
          onCommit={(hours) => set('hours', hours)}
        />
      </FieldPlace>
      <Show when={!props.readOnly}>
        <IconButton icon={X} label={t('orders.performers.remove')} onClick={remove} />
      </Show>
    </li>
  )
}
