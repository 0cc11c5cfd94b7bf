import { createSignal, type JSX, type ParentProps, Show } from 'solid-js'
import { Button } from '../actions/button.tsx'
import { useWords } from '../words/words.tsx'
import type { Checked } from './checks.ts'
import './sent-form.css'

/** What a form that is sent as a whole is given. */
export interface SentFormProps {
  /** The word on its button. */
  readonly submit: string
  /** Fields that do not fit say so; then nothing is sent, and the first of them has the focus. */
  readonly checked?: Pick<Checked<never>, 'isWrong' | 'take'>
  /** `by`: the value of the button that sent it, none of its own. Rejects with a Failure, whose sentence then stands at its field, or above the button. */
  readonly onSubmit: (by: string) => Promise<unknown>
  /** Stands beside the button; another that sends the form is told by its value. */
  readonly beside?: JSX.Element
  /** The button is no wider than its word: in pages, where the form is not all that there is. */
  readonly narrow?: boolean
  /** What it does cannot be taken back. */
  readonly destroys?: boolean
}

/** A form that is sent as a whole: the button says that it is under way, a failure says why and loses nothing. */
export function SentForm(props: ParentProps<SentFormProps>) {
  const { sentence } = useWords()
  const [busy, setBusy] = createSignal(false)
  const [wrong, setWrong] = createSignal<string>()
  let form: HTMLFormElement | undefined
  const lead = () => queueMicrotask(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  const send = async (event: SubmitEvent) => {
    event.preventDefault()
    setWrong(undefined)
    // Text that a field could not read is not passed over for the value before it.
    if (props.checked?.isWrong() || form?.querySelector('[aria-invalid="true"]')) return lead()
    setBusy(true)
    try {
      await props.onSubmit(event.submitter instanceof HTMLButtonElement ? event.submitter.value : '')
    } catch (error) {
      if (props.checked?.take(error)) lead()
      else setWrong(sentence(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      ref={form}
      class="sent-form"
      classList={{ narrow: props.narrow ?? false }}
      onSubmit={(event) => void send(event)}
      novalidate
    >
      {props.children}
      <Show when={wrong()}>
        <p class="sent-form-error" role="alert">
          {wrong()}
        </p>
      </Show>
      <div class="sent-form-acts">
        <Button look={props.destroys ? 'loss' : 'primary'} type="submit" busy={busy()}>
          {props.submit}
        </Button>
        {props.beside}
      </div>
    </form>
  )
}
