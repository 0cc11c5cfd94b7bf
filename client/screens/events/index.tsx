import { useNavigate, useParams } from '@solidjs/router'
import Plus from 'lucide-solid/icons/plus'
import { Show } from 'solid-js'
import type { EventKind } from '../../../shared/events/collections.ts'
import type { EventItem } from '../../../shared/events/event-item.ts'
import { KindSign } from '../../records/events/kind-sign.tsx'
import { kindAt, LISTS } from '../../records/events/kinds.ts'
import { useQuickEvent } from '../../records/events/quick/quick-event.tsx'
import { ListBar } from '../../records/list/bar/list-bar.tsx'
import { createListing } from '../../records/list/listing.ts'
import { ListTable } from '../../records/list/table/list-table.tsx'
import { useMayWrite } from '../../records/rights.ts'
import { manyLabel } from '../../records/words/labels.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Page } from '../../ui/layout/page.tsx'
import { ListAndCard } from '../../ui/layout/side-card.tsx'
import { EmptyState } from '../../ui/signs/empty-state.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { EventCard } from './card/card.tsx'
import { createEventList } from './list/definition.tsx'

/** «События»: all of them, or those of the kind that the address names first; then comes the one whose card is open. */
export default function EventsScreen() {
  const params = useParams<{ first?: string; second?: string }>()
  const kind = () => kindAt(params.first) ?? null
  const id = () => (kind() === null ? params.first : params.second) ?? null
  return (
    <Show keyed when={kind()} fallback={<EventsOf kind={null} id={id()} />}>
      {(shown) => <EventsOf kind={shown} id={id()} />}
    </Show>
  )
}

interface EventsOfProps {
  readonly kind: EventKind | null
  readonly id: string | null
}

function EventsOf(props: EventsOfProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  const listing = createListing(createEventList(props.kind))
  const home = props.kind === null ? '/events' : `/events/${LISTS[props.kind]}`
  const title = () => t(props.kind === null ? manyLabel('events') : `events.kinds.${props.kind}`)
  const open = (id: string | null) =>
    navigate(`${home}${id === null ? '' : `/${id}`}${location.search}`, { scroll: false })
  const createButton = () => <CreateButton kind={props.kind} />
  return (
    <Page title={title()} actions={createButton()} bar={<ListBar listing={listing} title={title()} />}>
      <ListAndCard
        list={
          <ListTable<EventItem>
            listing={listing}
            label={title()}
            countOf={(n) => t('lists.count', { n })}
            selected={props.id}
            onOpen={open}
            onClose={() => open(null)}
            compact={(row) => <Compact row={row} />}
            empty={
              <EmptyState title={t('events.empty')} text={t('events.emptyText')}>
                {createButton()}
              </EmptyState>
            }
          />
        }
        card={
          props.id && (
            <Show when={props.id} keyed>
              {(id) => <EventCard id={id} onClose={() => open(null)} />}
            </Show>
          )
        }
      />
    </Page>
  )
}

function CreateButton(props: { readonly kind: EventKind | null }) {
  const { t } = useWords()
  const quick = useQuickEvent()
  const mayWrite = useMayWrite('events')
  return (
    <Show when={mayWrite}>
      <Button look="primary" icon={Plus} onClick={() => quick.open({ kind: props.kind ?? 'call' })}>
        {t('common.create')}
      </Button>
    </Show>
  )
}

/** An event in two lines. */
function Compact(props: { readonly row: EventItem }) {
  const { t, format } = useWords()
  return (
    <>
      <p class="compact-line">
        <span class="table-pair">
          <KindSign kind={props.row.kind} />
          <span class="cut">{props.row.subject ?? t('common.nameless')}</span>
        </span>
        <span class="n" classList={{ late: props.row.overdue }}>
          {props.row.start === null ? '' : format.when(props.row.start)}
        </span>
      </p>
      <p class="compact-line dim">
        <span class="cut">{props.row.customerName}</span>
        <span>{props.row.state && t(`records.choices.${props.row.state}`)}</span>
      </p>
    </>
  )
}
