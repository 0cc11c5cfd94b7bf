import { createSignal } from 'solid-js'
import { Failure } from '../../../../shared/errors.ts'
import { Combobox } from '../../inputs/choice/combobox.tsx'
import { Select } from '../../inputs/choice/select.tsx'
import { DateField, MomentField } from '../../inputs/dates/date-field.tsx'
import { Fields } from '../../inputs/field/field.tsx'
import { Checkbox } from '../../inputs/toggles/checkbox.tsx'
import { CopyField } from '../../inputs/typed/copy-field.tsx'
import { MoneyField } from '../../inputs/typed/money-field.tsx'
import { NumberField } from '../../inputs/typed/number-field.tsx'
import { PasswordField } from '../../inputs/typed/password-field.tsx'
import { SearchField } from '../../inputs/typed/search-field.tsx'
import { TextArea } from '../../inputs/typed/text-area.tsx'
import { TextField } from '../../inputs/typed/text-field.tsx'
import { TimeField } from '../../inputs/typed/time-field.tsx'
import { useWords } from '../../words/words.tsx'
import { KINDS, MANY, PEOPLE } from './samples.ts'
import { Specimen } from './specimen.tsx'

/** Waits as saving does. */
export const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 400))
export const later = (act: () => void) => soon().then(act)

export function TextSpecimens() {
  const { t } = useWords()
  const [name, setName] = createSignal<string | null>('ДЕНЕЖНИКОВО')
  const [note, setNote] = createSignal<string | null>('замер в субботу, домофон 45')
  const [password, setPassword] = createSignal('')
  const [search, setSearch] = createSignal('')
  const refuse = async () => {
    await soon()
    throw new Failure('name-taken', { name: 'ДЕНЕЖНИКОВО' })
  }
  return (
    <Specimen name="TextField, TextArea, PasswordField, SearchField, CopyField">
      <Fields>
        <TextField
          label={t('records.customers.one')}
          value={name()}
          onCommit={(value) => later(() => setName(value))}
          required
        />
        <TextField
          label={t('records.customers.fields.name')}
          value="ООО"
          onCommit={refuse}
          hint="onCommit → name-taken"
        />
        <TextField
          label={t('records.customers.fields.email')}
          value="ивановpost.ru"
          onCommit={soon}
          error={t('errors.request-shape')}
        />
        <TextField
          label={t('records.customers.fields.phone')}
          value={null}
          onCommit={soon}
          placeholder="+7"
          type="tel"
        />
        <TextField label="readOnly" value="7812345678" onCommit={soon} readOnly />
        <TextField label="disabled" value="7812345678" onCommit={soon} disabled />
        <TextArea label={t('records.customers.fields.note')} value={note()} onCommit={setNote} />
        <PasswordField label="PasswordField" value={password()} onInput={setPassword} autocomplete="new-password" />
        <SearchField value={search()} onInput={setSearch} />
        <CopyField label="CopyField" value="https://voronka.example/invitation/7KQ2" />
      </Fields>
    </Specimen>
  )
}

export function NumberSpecimens() {
  const [quantity, setQuantity] = createSignal<number | null>(3200)
  const [price, setPrice] = createSignal<number | null>(9_675_000)
  const [discount, setDiscount] = createSignal<number | null>(1250)
  const [day, setDay] = createSignal<string | null>('2026-09-18')
  const [time, setTime] = createSignal(570)
  const [moment, setMoment] = createSignal<number | null>(Date.UTC(2026, 8, 18, 11, 5))
  return (
    <Specimen name="NumberField, MoneyField, DateField, MomentField, TimeField">
      <Fields>
        <NumberField label="decimals={3}" value={quantity()} onCommit={setQuantity} decimals={3} unit="шт" min={0} />
        <NumberField
          label="decimals={2}"
          value={discount()}
          onCommit={setDiscount}
          decimals={2}
          unit="%"
          min={0}
          max={10_000}
        />
        <MoneyField label="RUB" value={price()} onCommit={setPrice} currency="RUB" />
        <MoneyField label="USD, readOnly" value={price()} onCommit={setPrice} currency="USD" readOnly />
        <DateField label="DateField" value={day()} onCommit={setDay} required />
        <DateField label="DateField, min" value="2026-09-18" min="2026-10-01" onCommit={soon} />
        <MomentField label="MomentField" value={moment()} onCommit={setMoment} />
        <TimeField label="TimeField" value={time()} onCommit={setTime} />
        <DateField label="disabled" value={null} onCommit={soon} disabled />
      </Fields>
    </Specimen>
  )
}

export function SideSpecimens() {
  const { t } = useWords()
  const [person, setPerson] = createSignal<string | null>(PEOPLE[1])
  const [day, setDay] = createSignal<string | null>('2026-09-18')
  const [note, setNote] = createSignal<string | null>('замер в субботу, домофон 45')
  return (
    <Specimen name="Fields side">
      <Fields side>
        <TextField label={t('records.orders.fields.contact')} value="Николаев С. П." onCommit={soon} />
        <Select
          label={t('records.orders.fields.responsible')}
          value={person()}
          options={PEOPLE.map((value) => ({ value, label: value }))}
          onCommit={setPerson}
        />
        <DateField label={t('records.orders.fields.shipment')} value={day()} onCommit={setDay} />
        <Combobox label={t('records.orders.fields.customer')} value="c1" options={MANY} onCommit={soon} />
        <MoneyField label="MoneyField" value={9_675_000} onCommit={soon} currency="RUB" />
        <TextField
          label={t('records.orders.fields.source')}
          value={null}
          onCommit={soon}
          error={t('errors.field-required', { field: t('records.orders.fields.source') })}
        />
        <TextField label={t('records.orders.fields.number')} value="ЗН-0017" onCommit={soon} readOnly />
        <TextArea label={t('records.orders.fields.note')} value={note()} onCommit={setNote} />
        <Checkbox label={KINDS[0]?.name ?? ''} checked onCommit={soon} />
      </Fields>
    </Specimen>
  )
}
