import { createMemo, Show } from 'solid-js'
import type { Filter } from '../../../../shared/filters/filter.ts'
import { mailingRecipients } from '../../../../shared/mailings/collections.ts'
import { isUnsubscribed } from '../../../../shared/mailings/deeds.ts'
import { readerId } from '../../../../shared/mailings/reader-id.ts'
import { createRecord } from '../../../data/page/solid.tsx'
import type { Item } from '../../../data/queries/query.ts'
import { ListBar } from '../../../records/list/bar/list-bar.tsx'
import type { ListDefinition } from '../../../records/list/definition.ts'
import { createListing } from '../../../records/list/listing.ts'
import { namedScopes } from '../../../records/list/named-scopes.ts'
import { createDeclaredColumns } from '../../../records/list/table/declared-columns.tsx'
import { ListTable } from '../../../records/list/table/list-table.tsx'
import { fieldLabel } from '../../../records/words/labels.ts'
import { useWhy } from '../../../records/words/why.ts'
import { EmptyState } from '../../../ui/signs/empty-state.tsx'
import type { Column } from '../../../ui/table/table.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { ReaderStateChip } from '../list/state-chip.tsx'

const FIRST = ['to', 'name', 'state', 'sent', 'why', 'opened', 'clicked', 'unsubscribed', 'because'] as const

/** The sets of readers that are offered side by side. */
const SCOPES = {
  all: [],
  waiting: [{ field: 'state', is: 'in', values: ['waiting'] }],
  sent: [{ field: 'state', is: 'in', values: ['sent'] }],
  bounced: [{ field: 'state', is: 'in', values: ['softBounced', 'hardBounced', 'failed'] }],
  leftOut: [{ field: 'state', is: 'in', values: ['leftOut'] }],
  unsubscribed: [{ field: 'unsubscribed', is: 'filled', values: [] }],
  doubtful: [{ field: 'state', is: 'in', values: ['doubtful'] }],
} as const satisfies { readonly [id: string]: Filter }

/** What became of each reader: a list with filters, which goes into a file as any list does. */
export function Readers(props: { readonly id: string }) {
  const { t } = useWords()
  // Its document stays open as long as one looks.
  createRecord(mailingRecipients, () => readerId(props.id, ''))
  const listing = createListing(createReadersList(props.id))
  return (
    <div class="mailing-readers">
      <div class="page-bar">
        <ListBar listing={listing} title={t('mailings.readers.tab')} />
      </div>
      <ListTable<Item>
        listing={listing}
        label={t('mailings.readers.tab')}
        countOf={(n) => t('lists.count', { n })}
        selected={null}
        onOpen={() => undefined}
        onClose={() => undefined}
        compact={(row) => <Compact row={row} />}
        empty={<EmptyState title={t('mailings.readers.empty')} text={t('mailings.readers.emptyText')} />}
      />
    </div>
  )
}

function createReadersList(mailing: string): ListDefinition<Item> {
  const { t } = useWords()
  const whyIn = useWhy()
  const declared = createDeclaredColumns('mailingRecipients', FIRST)
  const cells: { readonly [field: string]: Column<Item>['cell'] } = {
    state: (row) => <ReaderStateChip state={String(row.state)} />,
    why: (row) => {
      const said = () => whyIn(row.why === null ? null : String(row.why))
      return (
        <span class="cut" title={said()}>
          {said()}
        </span>
      )
    },
  }
  const columns = createMemo(() => declared().map((column) => ({ ...column, cell: cells[column.id] ?? column.cell })))
  return {
    id: 'mailingRecipients',
    collection: 'mailingRecipients',
    always: [{ field: 'mailing', is: 'in', values: [mailing] }],
    scopes: namedScopes(SCOPES, (id) => t(`mailings.readers.scopes.${id}`)),
    quick: ['state'],
    isWithin: true,
    columns,
    acts: [],
    first: {
      filter: [],
      search: '',
      sort: [],
      group: [],
      columns: FIRST.map((field) => ({ field })),
    },
  }
}

/** What somebody did last with a letter, the latest that there is to say first. */
const DEEDS = ['clicked', 'opened', 'sent'] as const

/** Who and how it stands; below why it does or why he is among them, and what he did last. */
function Compact(props: { readonly row: Item }) {
  const { t, format } = useWords()
  const whyIn = useWhy()
  const momentOf = (field: string) => (props.row[field] == null ? null : Number(props.row[field]))
  const isOut = () =>
    isUnsubscribed({ unsubscribed: momentOf('unsubscribed'), subscribedAgain: momentOf('subscribedAgain') })
  const deed = () => (isOut() ? 'unsubscribed' : DEEDS.find((field) => Number(props.row[field] ?? 0) > 0))
  /** What a mail server said to a letter that it took tells nobody anything. */
  const said = () => (props.row.why === null || props.row.state === 'sent' ? '' : whyIn(String(props.row.why)))
  const why = () => said() || String(props.row.because ?? '')
  return (
    <>
      <p class="compact-line">
        <span class="cut">
          {String(props.row.name ?? '')} <span class="dim">{String(props.row.to ?? '')}</span>
        </span>
        <ReaderStateChip state={String(props.row.state)} />
      </p>
      <p class="compact-line dim">
        <span class="cut" title={why()}>
          {why()}
        </span>
        <Show when={deed()}>
          {(field) => (
            <span class="n">
              {field() === 'sent' ? '' : t(fieldLabel('mailingRecipients', field()))}{' '}
              {format.when(Number(props.row[field()]))}
            </span>
          )}
        </Show>
      </p>
    </>
  )
}
