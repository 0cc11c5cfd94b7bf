import RotateCcw from 'lucide-solid/icons/rotate-ccw'
import { type Accessor, createMemo, Show } from 'solid-js'
import type { Removed } from '../../data/queries/query.ts'
import { nameOf } from '../../records/address.ts'
import { oneLabel } from '../../records/words/labels.ts'
import { Button, IconButton } from '../../ui/actions/button.tsx'
import type { Column } from '../../ui/table/columns/columns.ts'
import { useWords } from '../../ui/words/words.tsx'
import type { RefusalOf } from './refusals.ts'

/** What rows of the trash are shown with. */
interface Given {
  readonly refusalOf: RefusalOf
  /** Some are being restored. */
  readonly isBusy: Accessor<boolean>
  readonly onRestore: (row: Removed) => void
}
interface RowProps extends Given {
  readonly row: Removed
}

export function createTrashColumns(given: Given): Accessor<readonly Column<Removed>[]> {
  const { t, format } = useWords()
  return createMemo((): readonly Column<Removed>[] => [
    { id: 'name', title: t('trash.columns.name'), width: 200, grow: true, cell: (row) => <Name row={row} /> },
    { id: 'kind', title: t('trash.columns.kind'), width: 150, cell: ({ collection }) => t(oneLabel(collection)) },
    { id: 'who', title: t('trash.columns.who'), width: 170, cell: (row) => <Who row={row} /> },
    { id: 'when', title: t('trash.columns.when'), width: 150, cell: (row) => format.when(row.at) },
    { id: 'restore', title: '', width: 190, align: 'end', cell: (row) => <Restore {...given} row={row} /> },
  ])
}

/** A removed record in two lines. */
export function CompactRemoved(props: RowProps) {
  const { t, format } = useWords()
  const refusal = () => props.refusalOf(props.row)
  const by = () => t('trash.by', { who: props.row.by ?? t('trash.unknown'), when: format.when(props.row.at) })
  return (
    <div class="trash-row">
      <div>
        <p class="cut">
          <Name row={props.row} />
        </p>
        <p class="cut dim">
          {t(oneLabel(props.row.collection))} · {by()}
        </p>
        <Show when={refusal()}>{(why) => <p class="cut dim">{t(why())}</p>}</Show>
      </div>
      <Show when={!refusal()}>
        <RestoreButton {...props} />
      </Show>
    </div>
  )
}

/** An order is known by its number and its customer. */
function Name(props: { readonly row: Removed }) {
  const customer = () => props.row.item.customerName
  return (
    <>
      {nameOf(props.row.item)}
      <Show when={typeof customer() === 'string'}>
        <span class="dim"> · {String(customer())}</span>
      </Show>
    </>
  )
}

function Who(props: { readonly row: Removed }) {
  const { t } = useWords()
  return <>{props.row.by ?? <span class="dim">{t('trash.unknown')}</span>}</>
}

function Restore(props: RowProps) {
  const { t } = useWords()
  return (
    <Show when={props.refusalOf(props.row)} fallback={<RestoreInWords {...props} />}>
      {(why) => (
        <span class="dim cut" title={t(why())}>
          {t(why())}
        </span>
      )}
    </Show>
  )
}

function RestoreInWords(props: RowProps) {
  const { t } = useWords()
  return (
    <Button
      look="ghost"
      size="small"
      aria-label={t('trash.restoreOne', { name: nameOf(props.row.item) })}
      aria-disabled={props.isBusy()}
      onClick={() => props.onRestore(props.row)}
    >
      {t('common.restore')}
    </Button>
  )
}

/** Where there is no room for the word. */
function RestoreButton(props: RowProps) {
  const { t } = useWords()
  return (
    <IconButton
      icon={RotateCcw}
      label={t('trash.restoreOne', { name: nameOf(props.row.item) })}
      aria-disabled={props.isBusy()}
      onClick={() => props.onRestore(props.row)}
    />
  )
}
