import Plus from 'lucide-solid/icons/plus'
import { createSignal } from 'solid-js'
import { COMPANY, SPECIAL_DAYS, type SpecialDayKind } from '../../../../shared/company/collections.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { choiceLabel } from '../../../records/words/labels.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { DateField } from '../../../ui/inputs/dates/date-field.tsx'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** One more special day; a day that is one already becomes what is set here. */
export function AddDay(props: { readonly onAdded: (date: string) => void }) {
  const { t, format } = useWords()
  const acts = useActs()
  const [date, setDate] = createSignal<string | null>(null)
  const [kind, setKind] = createSignal<SpecialDayKind>('dayOff')
  const [name, setName] = createSignal<string | null>(null)
  const add = async () => {
    const day = date()
    if (day === null) return
    const days = [{ date: day, kind: kind(), name: name() }]
    const said = t('settings.workingTime.added', { date: format.date(day) })
    if (!(await acts.run('setSpecialDays', { id: COMPANY, days }, said))) return
    setDate(null)
    setName(null)
    props.onAdded(day)
  }
  return (
    <form
      class="special-form"
      onSubmit={(event) => {
        event.preventDefault()
        // What was typed last and cannot be read stands there still: nothing is added in its place.
        if (!event.currentTarget.querySelector('[aria-invalid="true"]')) void add()
      }}
    >
      <DateField label={t('records.company.fields.date')} value={date()} onCommit={(day) => void setDate(day)} />
      <Select
        label={t('records.company.fields.kind')}
        value={kind()}
        options={SPECIAL_DAYS.map((value) => ({ value, label: t(choiceLabel('company', 'kind', value)) }))}
        onCommit={(one) => void setKind(SPECIAL_DAYS.find((value) => value === one) ?? kind())}
      />
      <TextField label={t('settings.workingTime.name')} value={name()} onCommit={(text) => void setName(text)} />
      <Button type="submit" icon={Plus} disabled={date() === null}>
        {t('settings.workingTime.add')}
      </Button>
    </form>
  )
}
