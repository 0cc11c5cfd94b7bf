import { createSignal, type ParentProps, Show } from 'solid-js'
import { Button } from '../../ui/actions/button.tsx'
import { useWords } from '../../ui/words/words.tsx'

/** What a form before the program is given. */
export interface GateFormProps {
  readonly submit: string
  /** Rejects with a Failure, whose sentence then stands above the button. */
  readonly onSubmit: () => Promise<unknown>
}

/** A form that is sent as a whole: the button says that it is under way, a failure says why and loses nothing. */
export function GateForm(props: ParentProps<GateFormProps>) {
  const { sentence } = useWords()
  const [busy, setBusy] = createSignal(false)
  const [wrong, setWrong] = createSignal<string>()
  const send = async (event: SubmitEvent) => {
    event.preventDefault()
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
    <form class="gate-form" onSubmit={(event) => void send(event)} novalidate>
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
