import type { ParentProps } from 'solid-js'
import './facts.css'

/** One of the facts of a `<dl class="facts">`, by its name. */
export function Fact(props: ParentProps<{ readonly name: string }>) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}
