import ChevronRight from 'lucide-solid/icons/chevron-right'
import type { ParentProps } from 'solid-js'
import './fold.css'

export interface FoldProps {
  readonly title: string
  /** What stands in it, in a few words: read without unfolding it. */
  readonly summary: string
  /** Unfolded at first. */
  readonly open?: boolean | undefined
  /** It was unfolded, or folded. */
  readonly onToggle?: (isOpen: boolean) => void
}

/** A part of a form that is seldom needed: folded away behind its heading and what stands in it. */
export function Fold(props: ParentProps<FoldProps>) {
  return (
    <details class="fold" open={props.open ?? false} onToggle={(event) => props.onToggle?.(event.currentTarget.open)}>
      <summary>
        <ChevronRight class="icon" aria-hidden="true" />
        <strong>{props.title}</strong>
        <span class="fold-summary cut">{props.summary}</span>
      </summary>
      {props.children}
    </details>
  )
}
