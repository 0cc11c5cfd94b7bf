import { createResource, Show } from 'solid-js'
import './qr.css'

/** A text as a picture that a phone's camera reads; dark upon white in both themes, as cameras want it. */
export function Qr(props: { readonly text: string; readonly label: string }) {
  const [code] = createResource(
    () => props.text,
    async (text) => (await import('uqr')).encode(text, { border: 2, ecc: 'L' }),
  )
  return (
    <div class="qr" role="img" aria-label={props.label}>
      <Show when={code()}>
        {(found) => (
          <svg viewBox={`0 0 ${found().size} ${found().size}`} shape-rendering="crispEdges" aria-hidden="true">
            <path d={pathOf(found().data)} />
          </svg>
        )}
      </Show>
    </div>
  )
}

function pathOf(data: readonly (readonly boolean[])[]): string {
  return data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
}
