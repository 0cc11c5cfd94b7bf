import Plus from 'lucide-solid/icons/plus'
import { createSignal, Show } from 'solid-js'
import type { PlanItem } from '../../../../shared/plans/plan-item.ts'
import type { Item } from '../../../data/queries/query.ts'
import { createCurrency } from '../../../records/company.ts'
import { ListBar } from '../../../records/list/bar/list-bar.tsx'
import { createCommonActs } from '../../../records/list/bulk/common-acts.tsx'
import type { ListDefinition } from '../../../records/list/definition.ts'
import { createListing } from '../../../records/list/listing.ts'
import { createDeclaredColumns } from '../../../records/list/table/declared-columns.tsx'
import { ListTable } from '../../../records/list/table/list-table.tsx'
import { useMayWrite } from '../../../records/rights.ts'
import { manyLabel } from '../../../records/words/labels.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Page } from '../../../ui/layout/page.tsx'
import { EmptyState } from '../../../ui/signs/empty-state.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createDays } from '../titles.ts'
import { NewPlan } from './new-plan.tsx'

const COLUMNS = [
  'number',
  'scenario',
  'from',
  'until',
  'first',
  'total',
  'posted',
  'periodicity',
  'responsible',
] as const
/** Of columns whose words are short, px. */
const WIDTHS: { readonly [field: string]: number } = {
  ...{ number: 120, scenario: 140, from: 112, until: 112, total: 152, posted: 112, periodicity: 128, responsible: 140 },
}

/** All plans. */
export function PlanList(props: { readonly onOpen: (id: string) => void }) {
  const { t } = useWords()
  const listing = createListing(createDefinition())
  const mayWrite = useMayWrite('plans')
  const [isNew, setNew] = createSignal(false)
  const fresh = () => (
    <Show when={mayWrite}>
      <Button look="primary" icon={Plus} onClick={() => setNew(true)}>
        {t('plans.fresh')}
      </Button>
    </Show>
  )
  return (
    <Page
      title={t(manyLabel('plans'))}
      bar={<ListBar listing={listing} title={t(manyLabel('plans'))} />}
      actions={fresh()}
    >
      <ListTable<Item>
        listing={listing}
        label={t(manyLabel('plans'))}
        countOf={(n) => t('lists.count', { n })}
        selected={null}
        onOpen={props.onOpen}
        onClose={() => undefined}
        compact={(row) => <Compact row={row as unknown as PlanItem} />}
        empty={
          <EmptyState title={t('plans.empty')} text={t('plans.emptyText')}>
            {fresh()}
          </EmptyState>
        }
      />
      <NewPlan open={isNew()} onClose={() => setNew(false)} onMade={props.onOpen} />
    </Page>
  )
}

function createDefinition(): ListDefinition<Item> {
  const columns = createDeclaredColumns('plans', COLUMNS)
  return {
    id: 'plans',
    collection: 'plans',
    always: [],
    scopes: [],
    quick: ['scenario', 'posted', 'responsible'],
    columns: () => columns().map((column) => ({ ...column, width: WIDTHS[column.id] ?? column.width })),
    acts: [createCommonActs('plans').remove()],
    first: {
      filter: [],
      search: '',
      sort: [{ field: 'from', down: true }],
      group: [],
      columns: COLUMNS.map((field) => ({ field })),
    },
  }
}

/** A plan in two lines. */
function Compact(props: { readonly row: PlanItem }) {
  const { t, format } = useWords()
  const currency = createCurrency()
  const days = createDays()
  return (
    <>
      <p class="cut">
        {props.row.number ?? t('plans.noNumber')} · {props.row.scenarioName}
      </p>
      <p class="cut dim">
        {days(props.row.from, props.row.until)} · {format.money(props.row.total ?? 0, currency())}
      </p>
    </>
  )
}
