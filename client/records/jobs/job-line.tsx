import { createSignal } from 'solid-js'
import type { JsonObject } from '../../../shared/records/declarations/value.ts'
import { useData } from '../../data/page/solid.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useActs } from '../acts/use-acts.ts'
import './jobs.css'

/** What a line for new jobs is given. */
export interface JobLineProps {
  readonly label: string
  readonly placeholder: string
  /** What a job that is added here has besides its subject. */
  readonly fresh: () => JsonObject
}

/** A line that becomes a job at Enter, and is empty again for the next one. */
export function JobLine(props: JobLineProps) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const [text, setText] = createSignal('')
  const add = async () => {
    const subject = text().trim()
    if (subject === '') return
    const id = await data.newId('jobs')
    const values = { ...props.fresh(), subject }
    const said = t('jobs.of.made', { subject })
    if (await acts.run('createRecord', { collection: 'jobs', id, values }, said)) setText('')
  }
  return (
    <input
      class="job-add"
      type="text"
      maxLength={500}
      placeholder={props.placeholder}
      aria-label={props.label}
      value={text()}
      onInput={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && !event.isComposing && void add()}
    />
  )
}
