import ExternalLink from 'lucide-solid/icons/external-link'
import { Show } from 'solid-js'
import { webAddressOf } from '../../../shared/records/forms/link.ts'

/** What opens an address of the web in a tab of its own, which learns nothing of this one. */
const APART = { target: '_blank', rel: 'noopener noreferrer' } as const

/** A text as the link that it is; what leads nowhere on the web, a `javascript:` among it, stays text. */
export function WebLink(props: { readonly text: string }) {
  return (
    <Show when={webAddressOf(props.text)} fallback={<span class="cut">{props.text}</span>}>
      {(address) => (
        <a {...APART} class="link cut" href={address()} tabIndex={-1}>
          {props.text}
        </a>
      )}
    </Show>
  )
}

/** Behind the text of an input: opens the address that it holds; nothing where it holds none. */
export function WebLinkButton(props: { readonly text: string | null; readonly label: string }) {
  return (
    <Show when={webAddressOf(props.text ?? '')}>
      {(address) => (
        <a {...APART} class="icon-button ghost stays" href={address()} aria-label={props.label} title={props.label}>
          <ExternalLink class="icon" aria-hidden="true" />
        </a>
      )}
    </Show>
  )
}
