import { useNavigate, useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import type { MessageItem } from '../../../shared/messages/message-item.ts'
import { KindSign } from '../../records/events/kind-sign.tsx'
import { ListBar } from '../../records/list/bar/list-bar.tsx'
import { createListing } from '../../records/list/listing.ts'
import { ListTable } from '../../records/list/table/list-table.tsx'
import { MessageStateChip } from '../../records/messages/message-state.tsx'
import { useMayRead } from '../../records/rights.ts'
import { manyLabel } from '../../records/words/labels.ts'
import { Page } from '../../ui/layout/page.tsx'
import { ListAndCard } from '../../ui/layout/side-card.tsx'
import { EmptyState } from '../../ui/signs/empty-state.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { MessageCard } from './card/card.tsx'
import { createOutgoingList } from './list/definition.tsx'

/** «Исходящие»: letters and SMS that wait, have gone, or could not. */
export default function OutgoingScreen() {
  const { t } = useWords()
  const mayRead = useMayRead('messages')
  return (
    <Show
      when={mayRead}
      fallback={
        <Page title={t(manyLabel('messages'))}>
          <EmptyState title={t('messages.notForYou')} />
        </Page>
      }
    >
      <Outgoing />
    </Show>
  )
}

function Outgoing() {
  const { t } = useWords()
  const navigate = useNavigate()
  const params = useParams<{ id?: string }>()
  const listing = createListing(createOutgoingList())
  const open = (id: string | null) =>
    navigate(`/outgoing${id === null ? '' : `/${id}`}${location.search}`, { scroll: false })
  return (
    <Page title={t(manyLabel('messages'))} bar={<ListBar listing={listing} title={t(manyLabel('messages'))} />}>
      <ListAndCard
        list={
          <ListTable<MessageItem>
            listing={listing}
            label={t(manyLabel('messages'))}
            countOf={(n) => t('lists.count', { n })}
            selected={params.id ?? null}
            onOpen={open}
            onClose={() => open(null)}
            compact={(row) => <Compact row={row} />}
            empty={<EmptyState title={t('messages.empty.title')} text={t('messages.empty.text')} />}
          />
        }
        card={
          params.id && (
            <Show when={params.id} keyed>
              {(id) => <MessageCard id={id} onClose={() => open(null)} />}
            </Show>
          )
        }
      />
    </Page>
  )
}

/** A message in two lines. */
function Compact(props: { readonly row: MessageItem }) {
  const { format } = useWords()
  return (
    <>
      <p class="compact-line">
        <span class="table-pair">
          <KindSign kind={props.row.way} />
          <span class="cut">{props.row.subject}</span>
        </span>
        <span class="n">{format.when(props.row.at)}</span>
      </p>
      <p class="compact-line dim">
        <span class="cut">{props.row.customerName ?? props.row.to}</span>
        <MessageStateChip state={props.row.state} undelivered={props.row.undelivered} />
      </p>
    </>
  )
}
