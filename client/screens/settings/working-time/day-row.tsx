import Trash from 'lucide-solid/icons/trash'
import { Show } from 'solid-js'
import { COMPANY, SPECIAL_DAYS, type SpecialDay } from '../../../../shared/company/collections.ts'
import type { Json } from '../../../../shared/records/declarations/value.ts'
import { useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { choiceLabel } from '../../../records/words/labels.ts'
import { IconButton } from '../../../ui/actions/button.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** A special day: what it is and how it is called, saved when left. */
export function DayRow(props: { readonly day: SpecialDay; readonly readOnly: boolean }) {
  const { t, format } = useWords()
  const acts = useActs()
  const data = useData()
  const date = () => (props.day.date === null ? '' : format.date(props.day.date))
  const weekday = () => (props.day.date === null ? '' : format.weekday(props.day.date, 'short'))
  const set = (field: 'kind' | 'name', value: Json) => {
    const values = { [`specialDays/${props.day.id}/${field}`]: value }
    return data.run('setRecord', { collection: 'company', id: COMPANY, values })
  }
  const remove = () => {
    const entry = { collection: 'company', id: COMPANY, list: 'specialDays', entry: props.day.id } as const
    void acts.run('removeEntry', entry, t('settings.workingTime.removed', { date: date() }))
  }
  return (
    <li>
      <span class="special-date">
        {date()} <span class="dim">{weekday()}</span>
      </span>
      <Select
        bare
        label={`${t('records.company.fields.kind')} ${date()}`}
        readOnly={props.readOnly}
        value={props.day.kind}
        options={SPECIAL_DAYS.map((value) => ({ value, label: t(choiceLabel('company', 'kind', value)) }))}
        onCommit={(kind) => set('kind', kind)}
      />
      <TextField
        bare
        label={`${t('settings.workingTime.name')} ${date()}`}
        placeholder={t('settings.workingTime.name')}
        readOnly={props.readOnly}
        value={props.day.name}
        onCommit={(name) => set('name', name)}
      />
      <Show when={!props.readOnly}>
        <IconButton icon={Trash} label={t('settings.workingTime.remove', { date: date() })} onClick={remove} />
      </Show>
    </li>
  )
}
