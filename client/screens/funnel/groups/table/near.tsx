import { createSignal, onCleanup, onMount, type ParentProps, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'

export interface NearProps extends ParentProps {
  /** A part of a table, or of a list. */
  readonly tag: 'tbody' | 'ul'
  readonly class?: string
  /** The height that it probably has, in pixels, until it was drawn once. */
  readonly height: number
  /** Drawn from the start. */
  readonly first: boolean
}

/** How far from the view, in pixels, things are drawn. */
const NEAR = '900px 0px'

/** Draws what is near the view; what is far leaves its place. So lists of any length scroll as short ones do. */
export function Near(props: NearProps) {
  const [isNear, setNear] = createSignal(props.first)
  let height: number | undefined
  let element: HTMLElement | undefined
  onMount(() => {
    if (!element) return
    const observer = new IntersectionObserver((entries) => look(entries.at(-1)?.isIntersecting ?? false), {
      root: element.closest('.page-body'),
      rootMargin: NEAR,
    })
    observer.observe(element)
    onCleanup(() => observer.disconnect())
  })
  const look = (near: boolean) => {
    if (near === isNear() || (!near && element?.contains(document.activeElement))) return
    if (!near) height = element?.offsetHeight
    setNear(near)
  }
  return (
    <Dynamic component={props.tag} class={props.class} ref={(drawn: HTMLElement) => (element = drawn)}>
      <Show when={isNear()} fallback={<Place tag={props.tag} height={height ?? props.height} />}>
        {props.children}
      </Show>
    </Dynamic>
  )
}

function Place(props: { readonly tag: 'tbody' | 'ul'; readonly height: number }) {
  const style = () => ({ height: `${props.height}px`, padding: '0', border: '0' })
  return (
    <Show when={props.tag === 'tbody'} fallback={<li style={style()} />}>
      <tr>
        <td style={style()} />
      </tr>
    </Show>
  )
}
