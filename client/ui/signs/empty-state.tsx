import { type ParentProps, Show } from 'solid-js'
import { type Icon, IconOf } from '../actions/button.tsx'
import './waiting.css'

/** What stands where there is nothing yet: why, and as its children the next step. */
export function EmptyState(
  props: ParentProps<{ readonly title: string; readonly text?: string | undefined; readonly icon?: Icon | undefined }>,
) {
  return (
    <div class="empty">
      <IconOf icon={props.icon} />
      <p class="empty-title">{props.title}</p>
      <Show when={props.text}>
        <p class="empty-text">{props.text}</p>
      </Show>
      <div class="empty-next">{props.children}</div>
    </div>
  )
}
