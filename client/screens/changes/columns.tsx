import { type Accessor, createMemo, Show } from 'solid-js'
import type { TrailRow } from '../../../shared/trail/search.ts'
import type { Column } from '../../ui/table/columns/columns.ts'
import { useWords } from '../../ui/words/words.tsx'
import type { Told } from './told.ts'

type TellRow = (row: TrailRow) => Told

export function createChangeColumns(told: TellRow): Accessor<readonly Column<TrailRow>[]> {
  const { t, format } = useWords()
  const cell = (name: keyof Told) => (row: TrailRow) => <Cell told={told(row)} name={name} />
  return createMemo((): readonly Column<TrailRow>[] => [
    { id: 'when', title: t('changes.columns.when'), width: 140, cell: (row) => format.when(row.at) },
    { id: 'who', title: t('changes.columns.who'), width: 150, cell: cell('who') },
    { id: 'device', title: t('changes.columns.device'), width: 150, yields: 2, cell: cell('device') },
    { id: 'kind', title: t('changes.columns.kind'), width: 170, yields: 1, cell: cell('kind') },
    { id: 'record', title: t('changes.columns.record'), width: 140, cell: cell('record') },
    { id: 'field', title: t('changes.columns.field'), width: 130, cell: cell('field') },
    { id: 'before', title: t('changes.columns.before'), width: 120, grow: true, cell: cell('before') },
    { id: 'after', title: t('changes.columns.after'), width: 160, grow: true, cell: cell('after') },
  ])
}

function Cell(props: { readonly told: Told; readonly name: keyof Told }) {
  return <span title={props.told[props.name]}>{props.told[props.name]}</span>
}

/** A write in two lines, with what stood before where it is known. */
export function CompactChange(props: { readonly row: TrailRow; readonly told: TellRow }) {
  const { format } = useWords()
  const told = createMemo(() => props.told(props.row))
  const about = () => [told().record || told().kind, told().field].filter(Boolean).join(' · ')
  return (
    <>
      <div>
        <span class="cut">
          {about()}:{' '}
          <Show when={told().before}>
            <s class="dim">{told().before}</s>{' '}
          </Show>
          {told().after}
        </span>
      </div>
      <div class="dim">
        <span class="cut">{told().who}</span>
        <span>{format.when(props.row.at)}</span>
      </div>
    </>
  )
}
