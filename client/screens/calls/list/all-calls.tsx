import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import type { CallItem } from '../../../../shared/calls/call-item.ts'
import { ListBar } from '../../../records/list/bar/list-bar.tsx'
import { createListing } from '../../../records/list/listing.ts'
import { ListTable } from '../../../records/list/table/list-table.tsx'
import { manyLabel } from '../../../records/words/labels.ts'
import { Page } from '../../../ui/layout/page.tsx'
import { ListAndCard } from '../../../ui/layout/side-card.tsx'
import { EmptyState } from '../../../ui/signs/empty-state.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { CallCard } from '../card/card.tsx'
import { Looks } from '../looks.tsx'
import { CallSign } from './call-sign.tsx'
import { createCallList } from './definition.tsx'

/** Every call that a phone or a line has told of. */
export function AllCalls(props: { readonly id: string | null }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const listing = createListing(createCallList())
  const open = (id: string | null) =>
    navigate(`/calls/all${id === null ? '' : `/${id}`}${location.search}`, { scroll: false })
  const title = () => t(manyLabel('calls'))
  return (
    <Page title={title()} bar={<ListBar listing={listing} title={title()} ways={<Looks shown="all" />} />}>
      <ListAndCard
        list={
          <ListTable<CallItem>
            listing={listing}
            label={title()}
            countOf={(n) => t('lists.count', { n })}
            selected={props.id}
            onOpen={open}
            onClose={() => open(null)}
            compact={(row) => <Compact row={row} />}
            empty={<EmptyState title={t('missedCalls.empty')} text={t('missedCalls.emptyText')} />}
          />
        }
        card={
          <Show when={props.id} keyed>
            {(id) => <CallCard id={id} onClose={() => open(null)} />}
          </Show>
        }
      />
    </Page>
  )
}

/** A call in two lines. */
function Compact(props: { readonly row: CallItem }) {
  const { t, format } = useWords()
  return (
    <>
      <p class="compact-line">
        <CallSign call={props.row} />
        <span class="n">{format.when(props.row.at)}</span>
      </p>
      <p class="compact-line dim">
        <span class="cut">{props.row.customerName ?? props.row.responsibleName}</span>
        <span>{props.row.state && t(`records.choices.${props.row.state}`)}</span>
      </p>
    </>
  )
}
