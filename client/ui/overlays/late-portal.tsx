import { type ParentProps, Show } from 'solid-js'
import { Portal } from 'solid-js/web'

/**
 * A portal that stands in the page while it is needed. One that stood there before a dialog opened would be hidden from
 * screen readers by it, together with the page behind.
 */
export function LatePortal(props: ParentProps<{ readonly open: boolean }>) {
  return (
    <Show when={props.open}>
      <Portal>{props.children}</Portal>
    </Show>
  )
}
