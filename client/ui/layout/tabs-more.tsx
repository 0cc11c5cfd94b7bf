import Ellipsis from 'lucide-solid/icons/ellipsis'
import { createSignal, onCleanup, onMount, Show } from 'solid-js'
import { IconButton } from '../actions/button.tsx'
import { Menu } from '../overlays/panes/menu.tsx'
import { useWords } from '../words/words.tsx'

export interface TabsMoreProps {
  readonly row: () => HTMLElement | undefined
  readonly tabs: readonly { readonly id: string; readonly label: string }[]
  readonly onOpen: (id: string) => void
}

/** The tabs that have no room in the row, behind a button; nothing where all are in view. */
export function TabsMore(props: TabsMoreProps) {
  const { t } = useWords()
  const hidden = createHidden(props.row)
  const items = () =>
    props.tabs
      .filter((_, at) => hidden().includes(at))
      .map(({ id, label }) => ({ label, onSelect: () => props.onOpen(id) }))
  return (
    <Show when={hidden().length > 0}>
      <Menu
        label={t('common.more')}
        placement="bottom-end"
        items={items()}
        trigger={(attributes) => <IconButton {...attributes} icon={Ellipsis} label={t('common.more')} />}
      />
    </Show>
  )
}

/** A pixel is lost in rounding. */
const SLACK = 1

/** The places of those tabs of a row that cannot be seen whole. */
function createHidden(row: () => HTMLElement | undefined): () => readonly number[] {
  const [hidden, setHidden] = createSignal<readonly number[]>([], { equals: (a, b) => String(a) === String(b) })
  const look = () => {
    const { left, right } = row()?.getBoundingClientRect() ?? { left: 0, right: 0 }
    const tabs = [...(row()?.querySelectorAll('[role="tab"]') ?? [])].map((tab) => tab.getBoundingClientRect())
    setHidden(tabs.flatMap((tab, at) => (tab.left < left - SLACK || tab.right > right + SLACK ? [at] : [])))
  }
  const observer = new ResizeObserver(look)
  onMount(() => {
    const place = row()
    if (!place) return
    observer.observe(place)
    place.addEventListener('scroll', look, { passive: true })
  })
  onCleanup(() => observer.disconnect())
  return hidden
}
