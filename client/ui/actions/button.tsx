import { type JSX, type ParentProps, Show, splitProps } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import './button.css'

/** An icon of lucide-solid, taken by its path: `lucide-solid/icons/plus`. */
export type Icon = (props: { class?: string; size?: string | number; 'aria-hidden'?: 'true' }) => JSX.Element

type Native = Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'type'>

export interface ButtonProps extends ParentProps<Native> {
  /**
   * `primary`: the act of the screen, one at most; `ghost`: without an edge; `risk`: leads to the question whether to destroy;
   * `loss`: destroys.
   */
  readonly look?: 'plain' | 'primary' | 'ghost' | 'risk' | 'loss' | undefined
  readonly size?: 'normal' | 'small' | undefined
  readonly icon?: Icon | undefined
  /** Under way: cannot be pressed again, says so by a spinner. */
  readonly busy?: boolean | undefined
  readonly type?: 'button' | 'submit'
}

/** A button with words. */
export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(props, ['look', 'size', 'icon', 'busy', 'type', 'class', 'children', 'disabled'])
  const clicks = { 'oncapture:click': (event: MouseEvent) => own.look === 'primary' && hearOnce(event) }
  return (
    <button
      {...rest}
      {...clicks}
      type={own.type ?? 'button'}
      class={`button ${own.look ?? 'plain'} ${own.size ?? ''} ${own.class ?? ''}`}
      disabled={own.disabled || own.busy}
      aria-busy={own.busy}
    >
      <Show when={own.busy} fallback={<IconOf icon={own.icon} />}>
        <span class="spinner" aria-hidden="true" />
      </Show>
      {own.children}
    </button>
  )
}

/** The act of the screen is never meant twice: the second click of a double click is none. */
function hearOnce(event: MouseEvent): void {
  if (event.detail < 2) return
  event.preventDefault()
  event.stopPropagation()
}

export interface IconButtonProps extends Native {
  readonly icon: Icon
  /** What it does: said to screen readers and shown as its tooltip. */
  readonly label: string
  readonly look?: 'plain' | 'ghost' | undefined
  /** Pressed in, for buttons that switch something on. */
  readonly on?: boolean | undefined
}

/** A button with an icon alone. */
export function IconButton(props: IconButtonProps) {
  const [own, rest] = splitProps(props, ['icon', 'label', 'look', 'on', 'class'])
  return (
    <button
      title={own.label}
      {...rest}
      type="button"
      class={`icon-button ${own.look ?? 'ghost'} ${own.class ?? ''}`}
      aria-label={own.label}
      aria-pressed={own.on}
    >
      <IconOf icon={own.icon} />
    </button>
  )
}

/** An icon beside words, or nothing. */
export function IconOf(props: { readonly icon?: Icon | undefined }) {
  return (
    <Show when={props.icon}>
      <Dynamic component={props.icon} aria-hidden="true" size="1em" class="icon" />
    </Show>
  )
}
