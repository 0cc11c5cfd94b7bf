import { type ParentProps, Show } from 'solid-js'
import { createDropped } from '../../../records/given.ts'
import { useWords } from '../../../ui/words/words.tsx'
import './files.css'
import type { Taking } from '../../../records/calendar/use-taking.ts'

interface FileDropProps extends ParentProps {
  readonly taking: Taking
  readonly mayWrite: boolean
  /** The input by which a file is chosen. */
  readonly input: (input: HTMLInputElement) => void
}

/** The calendar, on which files can be dropped. */
export function FileDrop(props: FileDropProps) {
  const { t } = useWords()
  const begin = (files: readonly File[]) => {
    if (props.mayWrite) void props.taking.begin(files)
  }
  const dropped = createDropped(begin)
  return (
    <div class="calendar-drop" {...dropped.handlers}>
      {props.children}
      <Show when={dropped.isOver() && props.mayWrite}>
        <p class="calendar-drop-over">{t('calendar.files.drop')}</p>
      </Show>
      <input
        ref={props.input}
        type="file"
        hidden
        multiple
        accept=".ics,text/calendar"
        aria-label={t('calendar.files.take')}
        onChange={({ currentTarget }) => {
          begin([...(currentTarget.files ?? [])])
          // The same file may be chosen once more.
          currentTarget.value = ''
        }}
      />
    </div>
  )
}
