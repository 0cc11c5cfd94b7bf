import { Show } from 'solid-js'
import type { FilledRow } from '../../../../shared/plans/filling/fill.ts'
import { createCurrency } from '../../../records/company.ts'
import { Skeleton } from '../../../ui/signs/waiting.tsx'
import { SimpleTable } from '../../../ui/table/simple-table.tsx'
import { useWords } from '../../../ui/words/words.tsx'

interface PreviewProps {
  /** Undefined while it is asked for. */
  readonly rows: readonly FilledRow[] | undefined
  readonly nameOf: (row: FilledRow) => string
}

/** So many rows are shown; the totals are of all. */
const SHOWN = 100

/** What filling would change, row by row, before it is done. */
export function Preview(props: PreviewProps) {
  const { t, format } = useWords()
  const currency = createCurrency()
  const money = (sum: number) => format.money(sum, currency(), { bare: true })
  const total = (of: 'before' | 'after') => money((props.rows ?? []).reduce((all, row) => all + row[of], 0))
  const more = () => Math.max(0, (props.rows?.length ?? 0) - SHOWN)
  return (
    <Show when={props.rows} fallback={<Skeleton lines={4} />}>
      {(rows) => (
        <div>
          <SimpleTable
            label={t('plans.filling.preview')}
            rows={rows().slice(0, SHOWN)}
            empty={<p class="dim">{t('plans.filling.nothing')}</p>}
            columns={[
              {
                id: 'name',
                title: t('plans.row'),
                grow: true,
                cell: (row) => (
                  <>
                    {props.nameOf(row)}
                    <Show when={row.isNew}>
                      {' '}
                      <span class="dim">{t('plans.filling.isNew')}</span>
                    </Show>
                  </>
                ),
              },
              { id: 'before', title: t('plans.filling.before'), align: 'end', cell: (row) => money(row.before) },
              { id: 'after', title: t('plans.filling.after'), align: 'end', cell: (row) => money(row.after) },
            ]}
            footer={(column) => (column === 'name' ? t('plans.total') : total(column as 'before' | 'after'))}
          />
          <Show when={more() > 0}>
            <p class="dim">{t('plans.filling.more', { n: more() })}</p>
          </Show>
        </div>
      )}
    </Show>
  )
}
