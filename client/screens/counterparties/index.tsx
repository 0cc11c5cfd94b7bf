import { useNavigate, useParams } from '@solidjs/router'
import ShieldCheck from 'lucide-solid/icons/shield-check'
import { createSignal, Show } from 'solid-js'
import { mayManageAccounts } from '../../../shared/accounts/rights.ts'
import type { RiskLevel } from '../../../shared/counterparties/risk.ts'
import { useData } from '../../data/page/solid.tsx'
import type { Item } from '../../data/queries/query.ts'
import { RiskSign } from '../../records/counterparties/risk-sign.tsx'
import { ListBar } from '../../records/list/bar/list-bar.tsx'
import { createListing } from '../../records/list/listing.ts'
import { ListTable } from '../../records/list/table/list-table.tsx'
import { manyLabel } from '../../records/words/labels.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Page } from '../../ui/layout/page.tsx'
import { ListAndCard } from '../../ui/layout/side-card.tsx'
import { EmptyState } from '../../ui/signs/empty-state.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { CounterpartyCard } from './card.tsx'
import { createCounterpartyList } from './definition.tsx'
import { ServiceDialog } from './service/service-dialog.tsx'

/** «Риски контрагентов»: what is known of customers’ companies, and which service says so. */
export default function CounterpartiesScreen() {
  const { t } = useWords()
  const navigate = useNavigate()
  const params = useParams<{ id?: string }>()
  const [isSetting, setSetting] = createSignal(false)
  const listing = createListing(createCounterpartyList())
  const open = (id: string | null) =>
    navigate(`/counterparties${id === null ? '' : `/${id}`}${location.search}`, { scroll: false })
  const title = () => t(manyLabel('counterparties'))
  const mayKeep = mayManageAccounts(useData().account.role)
  const serviceButton = () => (
    <Show when={mayKeep}>
      <Button icon={ShieldCheck} onClick={() => setSetting(true)}>
        {t('risks.service.open')}
      </Button>
    </Show>
  )
  return (
    <Page title={title()} actions={serviceButton()} bar={<ListBar listing={listing} title={title()} />}>
      <ListAndCard
        list={
          <ListTable<Item>
            listing={listing}
            label={title()}
            countOf={(n) => t('lists.count', { n })}
            selected={params.id ?? null}
            onOpen={open}
            onClose={() => open(null)}
            compact={(row) => <Compact row={row} />}
            empty={
              <EmptyState title={t('risks.empty')} text={t('risks.emptyText')}>
                {serviceButton()}
              </EmptyState>
            }
          />
        }
        card={
          <Show when={params.id} keyed>
            {(id) => <CounterpartyCard id={id} onClose={() => open(null)} />}
          </Show>
        }
      />
      <Show when={isSetting()}>
        <ServiceDialog onClose={() => setSetting(false)} />
      </Show>
    </Page>
  )
}

/** A company in two lines. */
function Compact(props: { readonly row: Item }) {
  return (
    <>
      <p class="cut">{String(props.row.name ?? props.row.inn ?? '')}</p>
      <p class="compact-line">
        <RiskSign level={props.row.risk as RiskLevel} />
        <span class="dim n">{String(props.row.inn ?? '')}</span>
      </p>
    </>
  )
}
