import { createUniqueId, type JSX, type ParentProps } from 'solid-js'
import './section.css'

/** A part of a card or page under a heading of its own. */
export function Section(props: ParentProps<{ readonly title: string; readonly actions?: JSX.Element }>) {
  const id = createUniqueId()
  return (
    <section class="section" aria-labelledby={id}>
      <header>
        <h3 id={id}>{props.title}</h3>
        <div class="section-actions">{props.actions}</div>
      </header>
      {props.children}
    </section>
  )
}
