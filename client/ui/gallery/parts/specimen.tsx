import type { ParentProps } from 'solid-js'

/** A part of the gallery: the name of a part of the design system, and it in its states. */
export function Specimen(props: ParentProps<{ readonly name: string; readonly wide?: boolean }>) {
  return (
    <section class="specimen" classList={{ wide: props.wide ?? false }} id={props.name} aria-label={props.name}>
      <h2>{props.name}</h2>
      <div class="specimen-body">{props.children}</div>
    </section>
  )
}

export function Line(props: ParentProps) {
  return <div class="specimen-line">{props.children}</div>
}
