import { Show } from 'solid-js'
import { COMPANY, company } from '../../../../shared/company/collections.ts'
import type { Json } from '../../../../shared/records/declarations/value.ts'
import { createQuery, createRecord, useData } from '../../../data/page/solid.tsx'
import { Combobox } from '../../../ui/inputs/choice/combobox.tsx'
import { Fields } from '../../../ui/inputs/field/field.tsx'
import { useWords } from '../../../ui/words/words.tsx'

const ZONES = Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value.replaceAll('_', ' ') }))
/** The usual ones first. */
const USUAL = ['RUB', 'BYN', 'KZT', 'USD', 'EUR', 'CNY']
const CURRENCIES = [...new Set([...USUAL, ...Intl.supportedValuesOf('currency')])]

/** The zone in which the company's days begin, and the currency of its books. */
export function MoneyStep() {
  const { t, language } = useWords()
  const data = useData()
  const record = createRecord(company, () => COMPANY)
  const orders = createQuery(
    () =>
      ({ what: 'list', collection: 'orders', filter: [], search: '', sort: [], group: [], from: 0, to: 1 }) as const,
  )
  const isFixed = () => (orders()?.count ?? 0) > 0
  const put = (values: { readonly [field: string]: Json }) =>
    data.run('setRecord', { collection: 'company', id: COMPANY, values })
  const currencies = () => {
    const names = new Intl.DisplayNames(language(), { type: 'currency' })
    return CURRENCIES.map((value) => ({ value, label: `${value} · ${names.of(value) ?? value}` }))
  }
  return (
    <Show when={record()?.row}>
      {(row) => (
        <Fields side>
          <Combobox
            required
            label={t('firstSteps.steps.money.currency')}
            hint={isFixed() ? t('firstSteps.steps.money.fixed') : undefined}
            readOnly={isFixed()}
            value={row().currency}
            options={currencies()}
            onCommit={(currency) => put({ currency })}
          />
          <Combobox
            required
            label={t('firstSteps.steps.money.zone')}
            value={row().zone}
            options={ZONES}
            onCommit={(zone) => put({ zone })}
          />
        </Fields>
      )}
    </Show>
  )
}
