import Check from 'lucide-solid/icons/check'
import { Show } from 'solid-js'

/** A box with a tick, for the eye: whether a row is chosen is said by the row. */
export function Mark(props: { readonly isOn: boolean; readonly isPart?: boolean }) {
  return (
    <span class="table-mark" classList={{ on: props.isOn, part: props.isPart ?? false }} aria-hidden="true">
      <Show when={props.isOn}>
        <Check />
      </Show>
    </span>
  )
}
