import Info from 'lucide-solid/icons/info'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { type ParentProps, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import './banner.css'

export interface BannerProps extends ParentProps {
  readonly look?: 'info' | 'warn' | 'loss' | undefined
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
}

/** Something that has to be known here, with what can be done about it. */
export function Banner(props: BannerProps) {
  return (
    <div class={`banner ${props.look ?? 'info'}`} role={props.look === 'loss' ? 'alert' : 'status'}>
      <Dynamic component={props.look && props.look !== 'info' ? TriangleAlert : Info} class="icon" aria-hidden="true" />
      <div class="banner-text">{props.children}</div>
      <Show when={props.action}>
        {(action) => (
          <button type="button" class="banner-act" onClick={() => action().run()}>
            {action().label}
          </button>
        )}
      </Show>
    </div>
  )
}
