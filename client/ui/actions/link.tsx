import type { JSX, ParentProps } from 'solid-js'

/** A link to an address of the program or outside; the router takes up addresses of the program by itself. */
export function Link(props: ParentProps<{ readonly href: string; readonly quiet?: boolean; readonly title?: string }>) {
  return (
    <a class="link" classList={{ quiet: props.quiet ?? false }} href={props.href} title={props.title}>
      {props.children}
    </a>
  )
}

/** A button that reads as a link: for acts inside of sentences. */
export function LinkButton(props: ParentProps<{ readonly quiet?: boolean; readonly onClick: () => void }>) {
  return (
    <button type="button" class="link" classList={{ quiet: props.quiet ?? false }} onClick={() => props.onClick()}>
      {props.children}
    </button>
  )
}

/** A key's cap. */
export function Kbd(props: { readonly children: JSX.Element }) {
  return <kbd class="kbd">{props.children}</kbd>
}
