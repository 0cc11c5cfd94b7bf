import { type JSX, type ParentProps, Show } from 'solid-js'
import { LonePage } from '../../ui/layout/page.tsx'
import './gate.css'

/** A page before the program: one card, one thing to do. */
export function Gate(
  props: ParentProps<{ readonly title: string; readonly text?: string | undefined; readonly footer?: JSX.Element }>,
) {
  return (
    <LonePage title={props.title} footer={props.footer}>
      <Show when={props.text}>
        <p class="gate-text">{props.text}</p>
      </Show>
      {props.children}
    </LonePage>
  )
}
