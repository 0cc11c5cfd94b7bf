import { For, Show } from 'solid-js'
import './filters.css'

/** One of the kinds of what is found. */
export interface FinderKind {
  readonly id: string
  readonly label: string
  /** How many were found; null: not known. */
  readonly count: number | null
}

export interface FinderFiltersProps {
  /** Where there is nothing to be held to, their place is empty. */
  readonly isShown: boolean
  readonly label: string
  /** What stands for no kind. */
  readonly every: string
  readonly kinds: readonly FinderKind[]
  readonly kind: string | null
  readonly onKind: (kind: string | null) => void
  /** Whose it is to be, as the chip says it; whether that is somebody; and asking for another. */
  readonly whose: string
  readonly isSomebody: boolean
  readonly onWhose: () => void
  /** One was set: whoever did it types on. */
  readonly onDone: () => void
}

/** What a finder is held to: a kind, and somebody. Tab leads here from the field, arrows from chip to chip. */
export function FinderFilters(props: FinderFiltersProps) {
  const done = (act: () => void) => () => {
    act()
    props.onDone()
  }
  let own: HTMLDivElement | undefined
  const step = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const chips = [...(own?.querySelectorAll('button') ?? [])]
    const at = chips.indexOf(document.activeElement as HTMLButtonElement)
    if (by === 0 || at < 0) return
    event.preventDefault()
    chips[(at + by + chips.length) % chips.length]?.focus()
  }
  return (
    <div
      ref={own}
      class="finder-filters"
      role="toolbar"
      aria-label={props.label}
      tabIndex={-1}
      hidden={!props.isShown}
      onKeyDown={step}
    >
      <Chip label={props.every} isOn={props.kind === null} onPick={done(() => props.onKind(null))} />
      <For each={props.kinds}>
        {(kind) => (
          <Chip
            label={kind.label}
            count={kind.count}
            isOn={props.kind === kind.id}
            onPick={done(() => props.onKind(props.kind === kind.id ? null : kind.id))}
          />
        )}
      </For>
      <Chip label={props.whose} isOn={props.isSomebody} onPick={done(() => props.onWhose())} />
    </div>
  )
}

interface ChipProps {
  readonly label: string
  readonly count?: number | null
  readonly isOn: boolean
  readonly onPick: () => void
}

function Chip(props: ChipProps) {
  return (
    <button
      type="button"
      class="finder-chip"
      aria-pressed={props.isOn}
      data-on={props.isOn ? '' : undefined}
      onClick={() => props.onPick()}
    >
      {props.label}
      <Show when={props.count}>{(count) => <span class="finder-count">{count()}</span>}</Show>
    </button>
  )
}
