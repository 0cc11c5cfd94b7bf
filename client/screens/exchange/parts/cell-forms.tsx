import { DATES } from '../../../../shared/importing/layout/form-of.ts'
import type { CellForms, Layout } from '../../../../shared/importing/layout/layout.ts'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { useWords } from '../../../ui/words/words.tsx'

const DECIMALS = ['.', ','] as const

/** How the file writes numbers and dates, where the guess is wrong. */
export function CellFormsFields(props: {
  readonly guess: CellForms
  readonly layout: Layout
  readonly isBusy: boolean
  readonly onLayout: (layout: Layout) => void
}) {
  const { t } = useWords()
  const said = () => ({ ...props.guess, ...props.layout.form })
  const say = (form: Partial<CellForms>) => props.onLayout({ ...props.layout, form: { ...props.layout.form, ...form } })
  return (
    <>
      <Select
        label={t('exchange.layout.decimal')}
        value={said().decimal}
        disabled={props.isBusy}
        options={DECIMALS.map((sign) => ({
          value: sign,
          label: t(`exchange.layout.decimals.${sign === '.' ? 'dot' : 'comma'}`),
        }))}
        onCommit={(sign) => say({ decimal: DECIMALS.find((one) => one === sign) ?? '.' })}
      />
      <Select
        label={t('exchange.layout.dates')}
        value={said().dates}
        disabled={props.isBusy}
        options={DATES.map((form) => ({ value: form, label: dateLike(form) }))}
        onCommit={(form) => form !== null && say({ dates: form })}
      />
    </>
  )
}

/** A date in that form, one that no other form can be taken for: «31.12.2026 09:30». */
function dateLike(form: string): string {
  const parts: Readonly<Record<string, string>> = { D: '31', M: '12', Y: '2026', h: '09', m: '30', s: '15' }
  return form.replace(/[DMYhms]/g, (letter) => parts[letter] ?? letter)
}
