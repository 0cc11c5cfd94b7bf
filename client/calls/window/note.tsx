import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { CallWindow } from '../../data/queries/calls/windows/query.ts'
import { useActs } from '../../records/acts/use-acts.ts'
import { createFieldId, FieldFrame } from '../../ui/inputs/field/field.tsx'
import { useWords } from '../../ui/words/words.tsx'

/** So long (ms) the fingers rest before what was typed is kept. */
const REST = 400
/** Of the note, as of all longer texts. */
const LONGEST = 10_000

/** What is written down during the talk: kept while it is typed. */
export function CallNote(props: { readonly window: CallWindow }) {
  const { t } = useWords()
  const acts = useActs()
  const id = createFieldId()
  const [text, setText] = createSignal(props.window.note ?? '')
  let timer: ReturnType<typeof setTimeout> | undefined
  const keep = () => {
    clearTimeout(timer)
    timer = undefined
    const note = text().trim() === '' ? null : text()
    if (note !== props.window.note) void acts.run('noteCall', { id: props.window.id, note })
  }
  const type = (next: string) => {
    setText(next)
    clearTimeout(timer)
    timer = setTimeout(keep, REST)
  }
  // What somebody writes elsewhere is shown, unless something is being typed here.
  createEffect(
    on(
      () => props.window.note,
      (note) => timer === undefined && setText(note ?? ''),
      { defer: true },
    ),
  )
  onCleanup(() => timer !== undefined && keep())
  return (
    <FieldFrame label={t('calling.note')} id={id} bare>
      <div class="box">
        <textarea
          id={id}
          rows={2}
          maxLength={LONGEST}
          placeholder={t('calling.note')}
          value={text()}
          onInput={(event) => type(event.currentTarget.value)}
          onBlur={keep}
        />
      </div>
    </FieldFrame>
  )
}
