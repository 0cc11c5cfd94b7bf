import { Index, Show } from 'solid-js'
import { totalsOf } from '../../../../shared/plans/sheet/totals.ts'
import { createPlanSheet, type PlanSheet } from '../../../data/page/plan-sheet.ts'
import { useData } from '../../../data/page/solid.tsx'
import { createCurrency } from '../../../records/company.ts'
import { useMayWrite } from '../../../records/rights.ts'
import { MoneyField } from '../../../ui/inputs/typed/money-field.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createTitles } from '../titles.ts'

/** The table of a plan: its rows by its periods, with totals. */
export function PlanGrid(props: { readonly plan: string }) {
  const sheet = createPlanSheet(() => props.plan)
  return <Show when={sheet()}>{(found) => <Table sheet={found()} />}</Show>
}

function Table(props: { readonly sheet: PlanSheet }) {
  const { t, format } = useWords()
  const titles = createTitles()
  const currency = createCurrency()
  const data = useData()
  const mayWrite = useMayWrite('plans')
  const count = () => props.sheet.periods.length
  const totals = () => totalsOf(props.sheet.cells, 'sum', props.sheet.rows.length, count())
  const sumAt = (at: number) => {
    const sum = props.sheet.cells.sum[at] ?? Number.NaN
    return Number.isNaN(sum) ? null : sum
  }
  const money = (sum: number) => format.money(sum, currency(), { bare: true })
  const write = (row: string, period: string, sum: number | null) =>
    data.run('setPlanCells', { id: props.sheet.plan?.id ?? '', cells: [{ row, period, sum }] })
  return (
    <div class="plan-table">
      <table aria-label={t('records.plans.one')}>
        <thead>
          <tr>
            <th scope="col">{t('plans.row')}</th>
            <Index each={props.sheet.periods}>
              {(period) => <th scope="col">{titles(period(), props.sheet.plan?.periodicity ?? null)}</th>}
            </Index>
            <th scope="col">{t('plans.total')}</th>
          </tr>
        </thead>
        <tbody>
          <Index each={props.sheet.rows}>
            {(row, at) => (
              <tr>
                <th scope="row">{row().names.filter(Boolean).join(' · ') || t('plans.unnamed')}</th>
                <Index each={props.sheet.periods}>
                  {(period, column) => (
                    <td>
                      <MoneyField
                        label={`${row().names[0]} ${period().from}`}
                        bare
                        value={sumAt(at * count() + column)}
                        currency={currency()}
                        readOnly={!mayWrite}
                        onCommit={(sum) => write(row().id, period().id, sum)}
                      />
                    </td>
                  )}
                </Index>
                <td class="n">{money(totals().rows[at] ?? 0)}</td>
              </tr>
            )}
          </Index>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('plans.total')}</th>
            <Index each={props.sheet.periods}>
              {(_, column) => <td class="n">{money(totals().columns[column] ?? 0)}</td>}
            </Index>
            <td class="n">{money(totals().all)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
