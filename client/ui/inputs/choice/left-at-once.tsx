import { useComboboxContext } from '@ark-ui/solid/combobox'
import { createEffect } from 'solid-js'

interface LeftAtOnceProps {
  readonly input: HTMLInputElement | undefined
  /** The focus has left the field while its list was open, or about to be. */
  readonly isLeft: boolean
  /** All is over that comes of that. */
  readonly over: () => void
}

/**
 * Closes the list of a field that was left. The library hears of a focus that leaves once its list is drawn, and gives its
 * input the focus in the frame after the list opens or closes: who had gone on before was taken back, and the list lay over
 * what he clicked next.
 */
export function LeftAtOnce(props: LeftAtOnceProps): null {
  const combobox = useComboboxContext()
  createEffect(() => {
    const { input, isLeft } = props
    if (!isLeft || !input) return
    const letGo = refuseFocus(input)
    void (async () => {
      await frame()
      if (document.activeElement !== input) combobox().setOpen(false)
      await frame()
      await frame()
      letGo()
      props.over()
    })()
  })
  return null
}

/** No script gives the element the focus any more; returns the undo. */
function refuseFocus(element: HTMLElement): () => void {
  const own: { focus?: HTMLElement['focus'] } = element
  own.focus = () => {}
  return () => delete own.focus
}

function frame(): Promise<unknown> {
  return new Promise(requestAnimationFrame)
}
