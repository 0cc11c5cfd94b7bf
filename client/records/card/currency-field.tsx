import { createMemo, Show } from 'solid-js'
import type { CollectionName } from '../../../shared/collections.ts'
import { currencies } from '../../../shared/company/collections.ts'
import { isCurrencyCode } from '../../../shared/company/currency-code.ts'
import { createAll } from '../../data/page/solid.tsx'
import { Combobox } from '../../ui/inputs/choice/combobox.tsx'
import type { Option } from '../../ui/inputs/choice/option.tsx'
import type { FieldProps } from '../../ui/inputs/field/field.tsx'
import { TextField } from '../../ui/inputs/typed/text-field.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { createCurrency } from '../company.ts'

/** What a choice of currency is given. */
export interface CurrencyFieldProps extends FieldProps {
  /** ISO 4217; null: the company's own. */
  readonly value: string | null
  readonly placeholder?: string | undefined
  readonly autofocus?: boolean | undefined
  readonly onCommit: (code: string | null) => unknown
}

/** One of the company's currencies, its own among them, which stands where none was chosen. */
export function CurrencyField(props: CurrencyFieldProps) {
  const own = createCurrency()
  const all = createAll(currencies)
  const options = createMemo((): readonly Option[] => {
    const named = new Map<string, string | null>([[own(), null]])
    for (const { code, name } of all()) if (code) named.set(code, name)
    return [...named].map(([code, name]) => ({ value: code, label: name ? `${code} · ${name}` : code }))
  })
  const chosen = () => props.value ?? own()
  return (
    <Combobox
      {...props}
      value={chosen()}
      text={options().some(({ value }) => value === chosen()) ? undefined : chosen()}
      clearable={false}
      options={options()}
      onCommit={(code) => props.onCommit(code)}
    />
  )
}

/** A currency's own code, typed; of any other record one of the currencies that are named. */
export function CurrencyInput(props: CurrencyFieldProps & { readonly collection: CollectionName }) {
  const { t } = useWords()
  const isNoCode = (line: string) => (isCurrencyCode(line.toUpperCase()) ? undefined : t('common.fields.currency'))
  return (
    <Show when={props.collection === currencies.name} fallback={<CurrencyField {...props} />}>
      <TextField {...props} check={isNoCode} onCommit={(code) => props.onCommit(code?.toUpperCase() ?? null)} />
    </Show>
  )
}
