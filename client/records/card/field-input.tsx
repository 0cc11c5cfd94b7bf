import { type JSX, Match, Switch } from 'solid-js'
import type { CollectionName } from '../../../shared/collections.ts'
import { readAs } from '../../../shared/custom/reading.ts'
import { offeredChoices } from '../../../shared/features/places.ts'
import { LONGEST_TEXT } from '../../../shared/records/declarations/custom.ts'
import type { Field, TextForm } from '../../../shared/records/declarations/fields.ts'
import type { Json } from '../../../shared/records/declarations/value.ts'
import { doubtOf } from '../../../shared/records/forms/doubts.ts'
import { WebLinkButton } from '../../ui/actions/web-link.tsx'
import { Select } from '../../ui/inputs/choice/select.tsx'
import { DateField, MomentField } from '../../ui/inputs/dates/date-field.tsx'
import { Checkbox } from '../../ui/inputs/toggles/checkbox.tsx'
import { MoneyField } from '../../ui/inputs/typed/money-field.tsx'
import { NumberField } from '../../ui/inputs/typed/number-field.tsx'
import { TextArea } from '../../ui/inputs/typed/text-area.tsx'
import { TextField } from '../../ui/inputs/typed/text-field.tsx'
import { HuePick } from '../../ui/state/hue-pick.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { DialButton } from '../calls/dial-button.tsx'
import { choiceLabel, entryLabel, fieldTitle } from '../words/labels.ts'
import { AddedChoices, AddedNumber, doubtOfAdded, optionsOf } from './added-input.tsx'
import { ClosedSet } from './closed-set.tsx'
import { CurrencyInput } from './currency-field.tsx'
import { OfferedField } from './offered-field.tsx'
import { ReferenceField } from './reference-field.tsx'

/** What an input of a record's field is given. */
export interface FieldInputProps {
  readonly collection: CollectionName
  readonly name: string
  readonly field: Field
  readonly value: Json
  /** The list whose entry's field it is; without it, it is the record's own. */
  readonly list?: string | undefined
  /** ISO 4217, for sums. */
  readonly currency: string
  readonly readOnly?: boolean | undefined
  readonly bare?: boolean | undefined
  readonly autofocus?: boolean | undefined
  /** The BIK beside an account, by which its key is looked at. */
  readonly bik?: string | null | undefined
  /** What is to be said about the value besides what its form says. */
  readonly doubt?: string | undefined
  /** Stands where nothing is typed yet. */
  readonly placeholder?: string | undefined
  /** What stands at the end of a line of text, in the place of what its form has there. */
  readonly end?: JSX.Element
  /** Called when the field is left with another value; the field shows the sentence of a promise that fails. */
  readonly onCommit: (value: Json) => unknown
}

/** Decimals of the numbers that are integers of smaller units. */
const DECIMALS: { readonly [type: string]: number } = { quantity: 3, percent: 2 }

/** Which keys a screen's keyboard offers. */
const INPUT_MODES = {
  inn: 'numeric',
  kpp: 'text',
  ogrn: 'numeric',
  bik: 'numeric',
  account: 'numeric',
  correspondent: 'numeric',
  phone: 'tel',
  email: 'email',
  barcode: 'numeric',
  link: 'url',
  currency: 'text',
} as const satisfies { readonly [F in TextForm]: string }

/** A line of text with more characters than this is a paste gone wrong: names stand in lists, heads and choices. */
const LONGEST = 500

/** The input that a field's type asks for (design §3: the declaration drives the form). */
export function FieldInput(props: FieldInputProps) {
  const { t } = useWords()
  const frame = () => ({
    label:
      props.list === undefined
        ? fieldTitle(t, props.collection, props.name)
        : t(entryLabel(props.collection, props.list, props.name)),
    required: props.field.required,
    readOnly: props.readOnly,
    bare: props.bare,
    autofocus: props.autofocus,
    hint: props.field.added?.hint ?? undefined,
    doubt: props.doubt ?? doubt(),
    onCommit: (value: Json) => props.onCommit(value),
  })
  const value = () => (props.field.added ? readAs(props.field, props.value) : props.value)
  const typed = () => ({ ...frame(), placeholder: props.placeholder })
  const atMost = (n: number) => (typed: string) => (typed.length > n ? t('common.fields.long', { n }) : undefined)
  const text = () => {
    const read = value()
    return typeof read === 'string' ? read : null
  }
  const doubt = () => {
    const about = doubtOfAdded(t, props.field, props.value)
    if (about) return about
    const found = doubtOf(props.field.form, text() ?? '', props.bik)
    return found ? t(`common.doubts.${found}`) : undefined
  }
  const number = () => {
    const read = value()
    return typeof read === 'number' ? read : null
  }
  const is = (...types: Field['type'][]) => types.includes(props.field.type)
  const options = () =>
    props.field.added
      ? optionsOf(props.field.added, text())
      : offeredChoices(props.collection, props.name, props.field.choices ?? [], [props.value].flat()).map((one) => ({
          value: one,
          label: t(choiceLabel(props.collection, props.name, one)),
        }))
  return (
    <Switch
      fallback={
        <TextField
          {...typed()}
          value={text()}
          check={atMost(LONGEST)}
          inputMode={props.field.form ? INPUT_MODES[props.field.form] : undefined}
          end={props.end ?? <FormEnd form={props.field.form} text={text()} label={frame().label} />}
        />
      }
    >
      <Match when={props.field.form === 'currency'}>
        <CurrencyInput {...typed()} collection={props.collection} value={text()} />
      </Match>
      <Match when={is('note')}>
        <TextArea {...typed()} value={text()} check={props.field.added ? atMost(LONGEST_TEXT) : undefined} />
      </Match>
      <Match when={is('strings') && props.field.added}>
        {(added) => <AddedChoices {...frame()} added={added()} chosen={value() as readonly string[]} />}
      </Match>
      <Match when={is('strings') && props.field.choices}>
        <ClosedSet {...frame()} options={options()} chosen={(value() ?? []) as readonly string[]} />
      </Match>
      <Match when={is('strings')}>
        <TextField
          {...typed()}
          value={joinWords(props.value)}
          hint={t('common.fields.byCommas')}
          check={atMost(LONGEST)}
          onCommit={(line) => props.onCommit(splitWords(line))}
        />
      </Match>
      <Match when={is('flag')}>
        <Checkbox
          label={frame().label}
          hint={frame().doubt ?? frame().hint}
          disabled={props.readOnly}
          onCommit={frame().onCommit}
          checked={value() === true}
        />
      </Match>
      <Match when={is('money')}>
        <MoneyField {...typed()} value={number()} currency={props.currency} />
      </Match>
      <Match when={is('decimal')}>
        <AddedNumber {...typed()} field={props.field} value={number()} />
      </Match>
      <Match when={is('integer', 'quantity', 'percent')}>
        <NumberField {...typed()} value={number()} decimals={DECIMALS[props.field.type]} min={props.field.least} />
      </Match>
      <Match when={is('date')}>
        <DateField {...typed()} value={text()} />
      </Match>
      <Match when={is('instant')}>
        <MomentField {...typed()} value={number()} />
      </Match>
      <Match when={is('hue')}>
        <HuePick {...frame()} value={number()} />
      </Match>
      <Match when={is('choice')}>
        <Select {...frame()} value={text()} options={options()} clearable={props.field.added !== undefined} />
      </Match>
      <Match when={props.field.offers}>
        {(from) => <OfferedField {...typed()} value={text()} from={from() as CollectionName} />}
      </Match>
      <Match when={is('reference') && props.field.to}>
        {(to) => <ReferenceField {...frame()} value={text()} to={to() as CollectionName} />}
      </Match>
    </Switch>
  )
}

interface FormEndProps {
  readonly form: TextForm | undefined
  readonly text: string | null
  readonly label: string
}

/** What can be done with a text of such a form: a number dialled, an address opened. */
function FormEnd(props: FormEndProps) {
  const { t } = useWords()
  return (
    <>
      {props.form === 'phone' && props.text && <DialButton number={props.text} />}
      {props.form === 'link' && (
        <WebLinkButton text={props.text} label={t('common.openLink', { label: props.label })} />
      )}
    </>
  )
}

/** A set of words as one line, and back: each once, without outer spaces. */
function joinWords(value: Json): string | null {
  return Array.isArray(value) && value.length > 0 ? value.join(', ') : null
}

function splitWords(line: string | null): readonly string[] {
  const words = (line ?? '').split(',').map((word) => word.trim())
  return [...new Set(words.filter(Boolean))]
}
