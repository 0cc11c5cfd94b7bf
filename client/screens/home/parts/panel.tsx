import { A } from '@solidjs/router'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { createUniqueId, type JSX, type ParentProps, Show } from 'solid-js'
import { type Icon, IconOf } from '../../../ui/actions/button.tsx'

export interface PanelProps extends ParentProps {
  readonly title: string
  readonly icon?: Icon
  /** Where all of it is to be seen, and what that is called. */
  readonly to?: string | undefined
  /** What stands at its head's end. */
  readonly aside?: JSX.Element
  readonly wide?: boolean
}

/** A part of the page under its own head. */
export function Panel(props: PanelProps) {
  const id = createUniqueId()
  return (
    <section class="home-panel" classList={{ wide: props.wide ?? false }} aria-labelledby={id}>
      <header>
        <IconOf icon={props.icon} />
        <h2 id={id}>
          <Show when={props.to} fallback={props.title}>
            {(to) => (
              <A href={to()} class="home-more">
                {props.title}
                <ChevronRight class="icon" aria-hidden="true" />
              </A>
            )}
          </Show>
        </h2>
        {props.aside}
      </header>
      {props.children}
    </section>
  )
}
