import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { createEffect, onCleanup, onMount } from 'solid-js'
import type { JobItem } from '../../../../shared/jobs/job-item.ts'
import { Due } from '../../../records/jobs/due.tsx'
import { Subject } from '../../../records/jobs/subject.tsx'
import { TileFace } from '../../../ui/board/tile-face.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useBoard } from './context.ts'

/** What a card on the board is given. */
export interface TileProps {
  readonly job: JobItem
  readonly lane: string | null
  readonly index: number
}

/** A job's card: a link, so that it opens beside the board, in another tab, and by Enter. */
export function Tile(props: TileProps) {
  const board = useBoard()
  const { t, format } = useWords()
  let tile: HTMLAnchorElement | undefined
  const spot = () => ({ lane: props.lane, state: props.job.state, index: props.index })
  onMount(() => {
    if (!tile || !board.mayWrite) return
    onCleanup(draggable({ element: tile, onDragStart: () => board.carry.take(props.job, spot(), 'mouse') }))
  })
  // A card that was put elsewhere leaves the page first: the focus waits until it stands there.
  createEffect(() => {
    const wanted = board.wanted()
    if (wanted?.id !== props.job.id || wanted.at.lane !== props.lane || wanted.at.state !== props.job.state) return
    tile?.focus()
    board.want(null)
  })
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    board.onOpen(props.job.id)
  }
  const hours = () => {
    const { planned, spent } = props.job
    if (planned === null && spent === 0) return ''
    const text = planned === null ? format.quantity(spent) : `${format.quantity(spent)} / ${format.quantity(planned)}`
    return t('jobs.board.hours', { n: text })
  }
  return (
    <li class="job-tile">
      <a
        ref={tile}
        class="tile"
        classList={{ carried: board.carry.isCarried(props.job.id), selected: board.selected() === props.job.id }}
        href={board.addressOf(props.job.id)}
        data-card={props.job.id}
        tabIndex={props.index === 0 ? 0 : -1}
        aria-current={board.selected() === props.job.id ? 'true' : undefined}
        aria-describedby={board.mayWrite ? 'jobs-board-hint' : undefined}
        onClick={open}
      >
        <TileFace
          title={props.job.subject ?? t('common.nameless')}
          marks={<Subject item={{ ...props.job, subject: '' }} />}
          number={[props.job.customerName, props.job.orderName].filter(Boolean).join(' · ')}
          sum={hours()}
          person={props.job.performerName}
          end={
            <span class="n">
              <Due item={props.job} />
            </span>
          }
        />
      </a>
    </li>
  )
}
