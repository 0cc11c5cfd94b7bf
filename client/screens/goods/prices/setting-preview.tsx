import { Show } from 'solid-js'
import { Section } from '../../../ui/layout/section.tsx'
import { SimpleTable } from '../../../ui/table/simple-table.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { type ChangeOf, countsOf } from './setting.ts'

/** So many are shown; the rest is counted. */
const SHOWN = 50

/** What becomes of each price, before it is set. */
export function SettingPreview(props: { readonly changes: readonly ChangeOf[]; readonly currency: string }) {
  const { t, format } = useWords()
  const money = (sum: number | null) => (sum === null ? '' : format.money(sum, props.currency))
  const rest = () => props.changes.length - SHOWN
  const becomes = ({ change }: ChangeOf) => {
    if ('not' in change) return <span class="dim">{t(`goods.setting.not.${change.not}`)}</span>
    return change.isSame ? <span class="dim">{t('goods.setting.same')}</span> : money(change.price)
  }
  return (
    <Section title={t('goods.setting.preview')}>
      <p role="status">{t('goods.setting.counts', countsOf(props.changes))}</p>
      <SimpleTable
        label={t('goods.setting.preview')}
        rows={props.changes.slice(0, SHOWN)}
        columns={[
          { id: 'name', title: t('records.products.fields.name'), grow: true, cell: ({ product }) => product.name },
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
