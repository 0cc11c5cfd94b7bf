import { createSignal, For, onCleanup, onMount } from 'solid-js'
import { createGlide } from '../../../../ui/board/glide.ts'
import { Dot } from '../../../../ui/state/state-chip.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import { useBoard } from '../context.ts'

/** On a phone one column is in view: the states to go to, the one in view marked. `board` is what scrolls. */
export function StateStrip(props: { readonly scroller: HTMLElement }) {
  const { t, format } = useWords()
  const { board, columns } = useBoard()
  const [shown, setShown] = createSignal(0)
  let strip: HTMLElement | undefined
  onMount(() => {
    const { scroller } = props
    const follow = () => {
      const index = Math.round((scroller.scrollLeft / Math.max(1, scroller.scrollWidth)) * columns().length)
      setShown(index)
      strip?.children[index]?.scrollIntoView({ block: 'nearest', inline: 'center' })
    }
    scroller.addEventListener('scroll', follow, { passive: true })
    onCleanup(() => scroller.removeEventListener('scroll', follow))
  })
  const glide = createGlide(props.scroller)
  const goTo = (index: number) => {
    const heads = props.scroller.querySelectorAll<HTMLElement>('.column-head')
    const [first, wanted] = [heads[0], heads[index]]
    if (first && wanted) glide(wanted.offsetLeft - first.offsetLeft)
  }
  return (
    <nav ref={strip} class="state-strip" aria-label={t('board.states')}>
      <For each={columns()}>
        {(column, index) => (
          <button type="button" aria-current={shown() === index() ? 'true' : undefined} onClick={() => goTo(index())}>
            <Dot hue={column.hue} />
            <span class="cut">{column.name}</span>
            <span class="dim">{format.integer(board.total(column.id).count)}</span>
          </button>
        )}
      </For>
    </nav>
  )
}
