import Check from 'lucide-solid/icons/check'
import { Show } from 'solid-js'
import { Dot } from '../../state/state-chip.tsx'

/** One thing to choose. */
export interface Option {
  readonly value: string
  readonly label: string
  /** Second text, at the right. */
  readonly hint?: string | undefined
  /** A coloured dot before the label; null is the neutral one. */
  readonly hue?: number | null | undefined
  readonly disabled?: boolean | undefined
}

/** What stands in an option's row. */
export function OptionRow(props: { readonly option: Option; readonly isChosen: boolean }) {
  return (
    <>
      <Show when={props.option.hue !== undefined}>
        <Dot hue={props.option.hue ?? null} />
      </Show>
      <span class="item-text cut">{props.option.label}</span>
      <Show when={props.option.hint}>
        <span class="item-hint">{props.option.hint}</span>
      </Show>
      <span class="item-check">
        <Show when={props.isChosen}>
          <Check class="icon" aria-hidden="true" />
        </Show>
      </span>
    </>
  )
}
