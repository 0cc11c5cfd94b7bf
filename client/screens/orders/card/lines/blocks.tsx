import { type Accessor, createMemo, createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js'

/** So many rows are drawn, or not, together. */
const SIZE = 25
/** A row's height (px) as long as none was measured. */
const ROW = 86
/** How far (px) beyond what is seen rows are drawn already. */
const AHEAD = '800px 0px'
/** What is typed and not saved, or could not be read: a row that has it stays. */
const TYPED = '[data-draft], [aria-invalid="true"], :focus'

/** What a long run of rows is given. */
export interface BlocksProps {
  readonly label: string
  readonly ids: readonly string[]
  readonly ref: (list: HTMLElement) => void
  readonly children: (id: string, position: Accessor<number>) => JSX.Element
}

/**
 * Rows of any height, of which only those near to what is seen are drawn, a block of them at once, each a list of that name;
 * and the last ones, where new rows come. A block that is not drawn keeps its height.
 */
export function Blocks(props: BlocksProps) {
  const [height, setHeight] = createSignal(ROW)
  const blocks = createMemo(() => Array.from({ length: Math.ceil(props.ids.length / SIZE) }, (_, at) => at))
  return (
    <div class="lines" ref={(element) => props.ref(element)}>
      <For each={blocks()}>
        {(at) => (
          <Block {...props} at={at} isLast={at === blocks().length - 1} height={height()} onHeight={setHeight} />
        )}
      </For>
    </div>
  )
}

interface BlockProps extends BlocksProps {
  readonly at: number
  readonly isLast: boolean
  /** Of a row as it was measured last, px. */
  readonly height: number
  readonly onHeight: (height: number) => void
}

function Block(props: BlockProps) {
  const ids = createMemo(() => props.ids.slice(props.at * SIZE, (props.at + 1) * SIZE), undefined, { equals: sameList })
  const [isNear, setNear] = createSignal(props.at === 0)
  const [left, setLeft] = createSignal<number>()
  let block: HTMLDivElement | undefined
  const look = (near: boolean) => {
    if (!block || near === isNear() || (!near && block.querySelector(TYPED))) return
    if (!near) {
      setLeft(block.offsetHeight)
      props.onHeight(block.offsetHeight / ids().length)
    }
    setNear(near)
  }
  onMount(() => block && onCleanup(watch(block, look)))
  const isDrawn = () => isNear() || props.isLast
  const room = () => (isDrawn() ? undefined : `${left() ?? props.height * ids().length}px`)
  return (
    <div ref={block} class="line-block" style={{ height: room() }}>
      <Show when={isDrawn()}>
        <ul aria-label={props.label}>
          <For each={ids()}>{(id, at) => props.children(id, () => props.at * SIZE + at())}</For>
        </ul>
      </Show>
    </div>
  )
}

/** Tells whether an element is near to what is seen of the place that scrolls it. */
function watch(element: HTMLElement, tell: (isNear: boolean) => void): () => void {
  const observer = new IntersectionObserver((seen) => tell(seen.at(-1)?.isIntersecting ?? false), {
    root: element.closest('.side-card-body'),
    rootMargin: AHEAD,
  })
  observer.observe(element)
  return () => observer.disconnect()
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, at) => id === b[at])
}
