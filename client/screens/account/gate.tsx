import { type JSX, onMount, type ParentProps, Show } from 'solid-js'
import { endPicture } from '../../picture/place.ts'
import { LonePage } from '../../ui/layout/page.tsx'
import './gate.css'

/** A page before the program: one card, one thing to do. What a start showed of the program from memory makes way for it. */
export function Gate(
  props: ParentProps<{ readonly title: string; readonly text?: string | undefined; readonly footer?: JSX.Element }>,
) {
  onMount(endPicture)
  return (
    <LonePage title={props.title} footer={props.footer}>
      <Show when={props.text}>
        <p class="gate-text">{props.text}</p>
      </Show>
      {props.children}
    </LonePage>
  )
}
