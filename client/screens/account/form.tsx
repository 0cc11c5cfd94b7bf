import { createSignal, type ParentProps, Show } from 'solid-js'
import { Button } from '../../ui/actions/button.tsx'
import { useWords } from '../../ui/words/words.tsx'

/** What a form before the program is given. */
export interface GateFormProps {
  readonly submit: string
  /** Whether fields do not fit and say so; then nothing is sent, and the first of them has the focus. */
  readonly isWrong?: () => boolean
  /** Rejects with a Failure, whose sentence then stands above the button. */
  readonly onSubmit: () => Promise<unknown>
}

/** A form that is sent as a whole: the button says that it is under way, a failure says why and loses nothing. */
export function GateForm(props: ParentProps<GateFormProps>) {
  const { sentence } = useWords()
  const [busy, setBusy] = createSignal(false)
  const [wrong, setWrong] = createSignal<string>()
  let form: HTMLFormElement | undefined
  const send = async (event: SubmitEvent) => {
    event.preventDefault()
    if (props.isWrong?.()) {
      form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
      return
    }
    setBusy(true)
    setWrong(undefined)
    try {
      await props.onSubmit()
    } catch (error) {
      setWrong(sentence(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form ref={form} class="gate-form" onSubmit={(event) => void send(event)} novalidate>
      {props.children}
      <Show when={wrong()}>
        <p class="gate-error" role="alert">
          {wrong()}
        </p>
      </Show>
      <Button look="primary" type="submit" busy={busy()}>
        {props.submit}
      </Button>
    </form>
  )
}
