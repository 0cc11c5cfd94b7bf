import type { ParentProps } from 'solid-js'
import './gate.css'

/** The page before the program: one card, one thing to do. */
export function Gate(props: ParentProps<{ readonly title: string; readonly text?: string }>) {
  return (
    <main class="gate">
      <section class="gate-card" aria-labelledby="gate-title">
        <div class="gate-brand" aria-hidden="true" />
        <h1 id="gate-title">{props.title}</h1>
        {props.text && <p class="gate-text">{props.text}</p>}
        {props.children}
      </section>
    </main>
  )
}
