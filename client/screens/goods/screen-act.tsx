import { Show } from 'solid-js'
import { Button, type Icon, IconButton } from '../../ui/actions/button.tsx'
import { COMPACT, createMedia } from '../../ui/look/media.ts'

/** An act of the screen beside the main one: in words, where the top bar has room for them. */
export function ScreenAct(props: { readonly icon: Icon; readonly label: string; readonly onClick: () => void }) {
  const isCompact = createMedia(COMPACT)
  return (
    <Show
      when={isCompact()}
      fallback={
        <Button icon={props.icon} onClick={() => props.onClick()}>
          {props.label}
        </Button>
      }
    >
      <IconButton icon={props.icon} label={props.label} onClick={() => props.onClick()} />
    </Show>
  )
}
