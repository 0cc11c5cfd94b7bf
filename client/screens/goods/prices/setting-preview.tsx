import { Show } from 'solid-js'
import type { PricingAnswer, ShownChange } from '../../../data/queries/goods/query.ts'
import { Section } from '../../../ui/layout/section.tsx'
import { SimpleTable } from '../../../ui/table/simple-table.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** What becomes of each price, before it is set. */
export function SettingPreview(props: { readonly answer: PricingAnswer; readonly currency: string }) {
  const { t, format } = useWords()
  const money = (sum: number | null) => (sum === null ? '' : format.money(sum, props.currency))
  const rest = () => props.answer.count - props.answer.rows.length
  const becomes = ({ change }: ShownChange) => {
    if ('not' in change) return <span class="dim">{t(`goods.setting.not.${change.not}`)}</span>
    return change.isSame ? <span class="dim">{t('goods.setting.same')}</span> : money(change.price)
  }
  return (
    <Section title={t('goods.setting.preview')}>
      <p role="status">{t('goods.setting.counts', { ...props.answer.counts })}</p>
      <SimpleTable
        label={t('goods.setting.preview')}
        rows={props.answer.rows}
        columns={[
          { id: 'name', title: t('records.products.fields.name'), grow: true, cell: ({ name }) => name },
          { id: 'was', title: t('goods.setting.was'), align: 'end', cell: ({ change }) => money(change.was) },
          { id: 'becomes', title: t('goods.setting.becomes'), align: 'end', cell: becomes },
        ]}
      />
      <Show when={rest() > 0}>
        <p class="dim">{t('goods.setting.more', { n: rest() })}</p>
      </Show>
    </Section>
  )
}
