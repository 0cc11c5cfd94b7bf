import { createSignal } from 'solid-js'
import { Combobox } from '../../inputs/choice/combobox.tsx'
import { MultiChoice } from '../../inputs/choice/multi-choice.tsx'
import { MultiSelect } from '../../inputs/choice/multi-select.tsx'
import { Select } from '../../inputs/choice/select.tsx'
import { Fields } from '../../inputs/field/field.tsx'
import { Checkbox, Toggle } from '../../inputs/toggles/checkbox.tsx'
import { Segmented } from '../../inputs/toggles/segmented.tsx'
import { HuePick } from '../../state/hue-pick.tsx'
import { useWords } from '../../words/words.tsx'
import { later, soon } from './fields.tsx'
import { MANY, PEOPLE, STATES } from './samples.ts'
import { Specimen } from './specimen.tsx'

export function ChoiceSpecimens() {
  const { t } = useWords()
  const [person, setPerson] = createSignal<string | null>(PEOPLE[1])
  const [customer, setCustomer] = createSignal<string | null>('c1')
  const [several, setSeveral] = createSignal<readonly string[]>(PEOPLE.slice(0, 2))
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
    <Specimen name="Select, Combobox, MultiSelect, Segmented, Checkbox, Toggle, HuePick">
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
        <MultiSelect
          label="MultiSelect"
          options={people}
          chosen={several()}
          text={several().join(', ')}
          onChange={setSeveral}
        />
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

/** As filters have it in their panes. */
export function MultiChoiceSpecimen() {
  const [chosen, setChosen] = createSignal<readonly string[]>(['c1', 'c3'])
  return (
    <Specimen name="MultiChoice">
      <MultiChoice label="MultiChoice" options={MANY.slice(0, 12)} chosen={chosen()} onChange={setChosen} />
    </Specimen>
  )
}
