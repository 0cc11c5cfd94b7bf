import { type JSX, Show } from 'solid-js'
import type { Item } from '../../data/queries/query.ts'
import type { TimelineRow } from '../../data/queries/timeline/query.ts'
import { IconOf } from '../../ui/actions/button.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { addressOf } from '../address.ts'
import { useNow } from '../now.tsx'
import { MoveChip, type MoveEnd, type MoveNames } from '../process/move-chip.tsx'
import { iconOf } from './icons.ts'
import { createTelling } from './telling.ts'

/** What an entry of a timeline is given. */
export interface TimelineLineProps {
  readonly row: TimelineRow
  readonly names: MoveNames
}

/** An entry: its sign, what it was in two lines, and when; it leads to the card of its record. */
export function TimelineLine(props: TimelineLineProps) {
  const { t, format } = useWords()
  const now = useNow()
  const telling = createTelling()
  const kind = () => t(`timeline.one.${props.row.kind}`)
  const inside = () => (
    <>
      <span class="timeline-icon" role="img" aria-label={kind()} title={kind()}>
        <IconOf icon={iconOf(props.row)} />
      </span>
      <span class="timeline-text">
        <span class="timeline-title">
          <span class="cut">{telling.title(props.row)}</span>
          <Show when={props.row.kind === 'move'}>
            <MoveChip move={props.row.part as MoveEnd} names={props.names} />
          </Show>
        </span>
        <span class="dim cut">{telling.more(props.row)}</span>
      </span>
      <time class="dim n" classList={{ late: props.row.item?.overdue === true }}>
        {telling.isDay(props.row) ? format.day(props.row.at) : format.when(props.row.at, now())}
      </time>
    </>
  )
  return <Led row={props.row}>{inside()}</Led>
}

/** Leads to the record, where it has a card. */
function Led(props: { readonly row: TimelineRow; readonly children: JSX.Element }) {
  // The worker gives records as lists show them.
  const href = () => props.row.item && addressOf(props.row.collection, props.row.item as unknown as Item)
  return (
    <Show when={href()} fallback={<div class="timeline-line">{props.children}</div>}>
      {(to) => (
        <a class="timeline-line" href={to()}>
          {props.children}
        </a>
      )}
    </Show>
  )
}
