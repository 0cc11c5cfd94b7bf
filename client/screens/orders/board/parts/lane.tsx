import { createSignal, For, onCleanup, onMount, Show } from 'solid-js'
import type { BoardLane } from '../../../../data/queries/board/query.ts'
import { Avatar } from '../../../../ui/signs/avatar.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import { useBoard } from '../context.ts'
import { Cell } from './cell.tsx'

/** How far (px) beyond the screen lanes are drawn. */
const MARGIN = '600px'

/** The cells of a lane beside each other; with lanes, under the name of whom they are of. */
export function Lane(props: { readonly lane: BoardLane }) {
  const { t } = useWords()
  const { board, columns, hasLanes } = useBoard()
  const name = () => props.lane.name || t('board.nobody')
  const label = (state: string) => (hasLanes() ? t('board.cell', { state, lane: name() }) : state)
  const [isNear, setNear] = createSignal(!hasLanes())
  const watch = (element: HTMLElement) => {
    if (!hasLanes()) return
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      rootMargin: MARGIN,
    })
    onMount(() => observer.observe(element))
    onCleanup(() => observer.disconnect())
  }
  return (
    <section ref={watch} class="lane" aria-label={hasLanes() ? name() : undefined}>
      <Show when={hasLanes()}>
        <h3 class="lane-head">
          <Avatar name={name()} size="small" />
          {name()}
          <span class="dim">{t('orders.count', { n: board.inLane(props.lane.id) })}</span>
        </h3>
      </Show>
      <div class="lane-cells" style={{ '--most': board.most(props.lane.id) }}>
        <Show when={isNear()}>
          <For each={columns()}>
            {(column) => <Cell column={column} lane={props.lane.id} label={label(column.name)} />}
          </For>
        </Show>
      </div>
    </section>
  )
}
