import { createMemo, For, Show } from 'solid-js'
import type { Plan } from '../../../../shared/plans/collections.ts'
import type { Figures } from '../../../../shared/plans/sheet/sheet.ts'
import type { PlanSheet } from '../../../data/page/plan-sheet.ts'
import type { SheetRow } from '../../../data/queries/plans/query.ts'
import { createCurrency } from '../../../records/company.ts'
import { Link } from '../../../ui/actions/link.tsx'
import { Fold } from '../../../ui/layout/fold.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { SimpleTable } from '../../../ui/table/simple-table.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createDays } from '../titles.ts'

interface PlanNoticesProps {
  readonly plan: Plan
  readonly sheet: PlanSheet
}

/** What has to be known of a plan: who plans the same, and what stands in none of its periods or rows. */
export function PlanNotices(props: PlanNoticesProps) {
  const { t, format } = useWords()
  return (
    <>
      <Show when={props.sheet.periods.length === 0}>
        <Banner look="warn">{t('plans.noDays')}</Banner>
      </Show>
      <Lost {...props} />
      <Overlaps {...props} />
      <Kept
        title={t('plans.outside.title')}
        text={t('plans.outside.text')}
        rows={props.sheet.outside.map((one) => ({
          ...one,
          label: t('plans.outside.since', { date: format.date(one.period) }),
          name: nameOf([...props.sheet.rows, ...props.sheet.astray].find(({ id }) => id === one.row)),
        }))}
      />
      <Kept
        title={t('plans.astray.title')}
        text={t('plans.astray.text')}
        rows={props.sheet.astray.map((row) => ({
          ...row,
          label: row.firstBy === null ? '' : t(`records.choices.${row.firstBy}`),
          name: nameOf(row),
        }))}
      />
    </>
  )
}

function nameOf(row: SheetRow | undefined): string {
  return row?.names.filter((name) => name !== null).join(' · ') ?? ''
}

/** What rows are about and is not there any more. */
function Lost(props: PlanNoticesProps) {
  const { t } = useWords()
  const rows = () => props.sheet.rows.filter(({ lost }) => lost[0] || lost[1])
  const names = createMemo(
    () => new Set(rows().flatMap(({ names, lost }) => names.filter((name, at) => name !== null && lost[at]))),
  )
  return (
    <Show when={names().size > 0}>
      <Banner>{t('plans.lost', { names: [...names()].join(', ') })}</Banner>
    </Show>
  )
}

function Overlaps(props: PlanNoticesProps) {
  const { t } = useWords()
  const days = createDays()
  const said = (one: PlanSheet['overlaps'][number]) =>
    t('plans.overlapOther', { number: one.number ?? t('plans.noNumber'), days: days(one.from, one.until) })
  return (
    <Show when={props.sheet.overlaps.length > 0}>
      <Banner look="warn">
        {t('plans.overlap', { n: props.sheet.overlaps.length })}{' '}
        <For each={props.sheet.overlaps}>
          {(one, at) => (
            <>
              {at() > 0 && ', '}
              <Link href={`/plans/${one.id}`}>{said(one)}</Link>
            </>
          )}
        </For>
      </Banner>
    </Show>
  )
}

interface KeptRow extends Figures {
  readonly name: string
  readonly label: string
}

/** Sums that count in no total for now, with what they come to. */
function Kept(props: { readonly title: string; readonly text: string; readonly rows: readonly KeptRow[] }) {
  const { t, format } = useWords()
  const currency = createCurrency()
  const money = (sum: number) => format.money(sum, currency())
  const total = () => props.rows.reduce((all, { sum }) => all + (sum ?? 0), 0)
  return (
    <Show when={props.rows.length > 0}>
      <Fold title={props.title} summary={money(total())}>
        <p class="dim">{props.text}</p>
        <SimpleTable
          label={props.title}
          rows={props.rows}
          columns={[
            { id: 'name', title: t('plans.row'), grow: true, cell: (row) => row.name },
            { id: 'label', title: '', cell: (row) => row.label },
            {
              id: 'quantity',
              title: t('records.planRows.fields.quantity'),
              align: 'end',
              cell: (row) => (row.quantity === null ? '' : format.quantity(row.quantity)),
            },
            {
              id: 'sum',
              title: t('records.planRows.fields.sum'),
              align: 'end',
              cell: (row) => (row.sum === null ? '' : money(row.sum)),
            },
          ]}
        />
      </Fold>
    </Show>
  )
}
