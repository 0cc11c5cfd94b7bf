import { createSignal } from 'solid-js'
import { Failure } from '../../../shared/errors.ts'
import { Combobox } from '../inputs/choice/combobox.tsx'
import { Select } from '../inputs/choice/select.tsx'
import { DateField, MomentField } from '../inputs/dates/date-field.tsx'
import { Fields } from '../inputs/field/field.tsx'
import { Checkbox, Toggle } from '../inputs/toggles/checkbox.tsx'
import { Segmented } from '../inputs/toggles/segmented.tsx'
import { MoneyField } from '../inputs/typed/money-field.tsx'
import { NumberField } from '../inputs/typed/number-field.tsx'
import { PasswordField } from '../inputs/typed/password-field.tsx'
import { SearchField } from '../inputs/typed/search-field.tsx'
import { TextArea } from '../inputs/typed/text-area.tsx'
import { TextField } from '../inputs/typed/text-field.tsx'
import { HuePick } from '../state/hue-pick.tsx'
import { useWords } from '../words/words.tsx'
import { KINDS, MANY, PEOPLE, STATES } from './samples.ts'
import { Specimen } from './specimen.tsx'

/** Waits as saving does. */
const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 400))
const later = (act: () => void) => soon().then(act)

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
    <Specimen name="TextField, TextArea, PasswordField, SearchField">
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
      </Fields>
    </Specimen>
  )
}

export function NumberSpecimens() {
  const [quantity, setQuantity] = createSignal<number | null>(3200)
  const [price, setPrice] = createSignal<number | null>(9_675_000)
  const [discount, setDiscount] = createSignal<number | null>(1250)
  const [day, setDay] = createSignal<string | null>('2026-09-18')
  const [moment, setMoment] = createSignal<number | null>(Date.UTC(2026, 8, 18, 11, 5))
  return (
    <Specimen name="NumberField, MoneyField, DateField, MomentField">
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
        <DateField label="disabled" value={null} onCommit={soon} disabled />
      </Fields>
    </Specimen>
  )
}

export function ChoiceSpecimens() {
  const { t } = useWords()
  const [person, setPerson] = createSignal<string | null>(PEOPLE[1])
  const [customer, setCustomer] = createSignal<string | null>('c1')
  const [state, setState] = createSignal<string | null>('s3')
  const [by, setBy] = createSignal('order')
  const [hue, setHue] = createSignal<number | null>(75)
  const [isOn, setOn] = createSignal(true)
  const people = PEOPLE.map((value) => ({ value, label: value }))
  const created = async (name: string) => {
    await soon()
    MANY.unshift({ value: name, label: name, hint: '' })
    setCustomer(name)
  }
  return (
    <Specimen name="Select, Combobox, Segmented, Checkbox, Toggle, HuePick">
      <Fields>
        <Select
          label="Select"
          value={person()}
          options={people}
          onCommit={(value) => later(() => setPerson(value))}
          clearable
        />
        <Select
          label="Select, hue"
          value={state()}
          options={STATES.map(({ id, name, hue: h }) => ({ value: id, label: name, hue: h }))}
          onCommit={setState}
        />
        <Select
          label="Select, error"
          value={null}
          options={people}
          onCommit={soon}
          error={t('errors.reason-required')}
        />
        <Combobox label="Combobox, 4000" value={customer()} options={MANY} onCommit={setCustomer} onCreate={created} />
        <Combobox
          label="Combobox, text"
          value="elsewhere"
          text="Заказ из другого квартала"
          options={[]}
          loading
          onCommit={soon}
        />
        <Combobox label="readOnly" value="c2" options={MANY} onCommit={soon} readOnly />
        <Combobox label="disabled" value={null} options={MANY} onCommit={soon} disabled />
        <Segmented
          label="Segmented"
          value={by()}
          onCommit={setBy}
          options={[
            { value: 'order', label: 'По заказам' },
            { value: 'customer', label: 'По покупателям' },
            { value: 'manager', label: 'По менеджерам' },
          ]}
        />
        <HuePick label={t('common.color')} value={hue()} onCommit={setHue} />
        <Checkbox label="Checkbox" checked={isOn()} onCommit={setOn} hint="hint" />
        <Checkbox label="disabled" checked onCommit={soon} disabled />
        <Toggle label="Toggle" checked={isOn()} onCommit={setOn} />
        <Toggle label="Toggle, disabled" checked={false} onCommit={soon} disabled />
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
