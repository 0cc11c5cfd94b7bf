import PenLine from 'lucide-solid/icons/pen-line'
import Trash from 'lucide-solid/icons/trash'
import { Show } from 'solid-js'
import type { Job } from '../../../../../shared/jobs/collections.ts'
import { hoursOf, isOpen } from '../../../../../shared/jobs/spent.ts'
import { useActs } from '../../../../records/acts/use-acts.ts'
import { useTimer } from '../../../../records/jobs/timer/timer.tsx'
import { IconButton } from '../../../../ui/actions/button.tsx'
import { useWords } from '../../../../ui/words/words.tsx'

/** What an entry of time is given. */
export interface EntryRowProps {
  readonly job: Job
  readonly readOnly: boolean
  readonly id: string
  readonly nameOf: (person: string | null) => string
  readonly onEdit: () => void
}

/** An entry of time: whose, when, how long. */
export function EntryRow(props: EntryRowProps) {
  const { t, format } = useWords()
  const acts = useActs()
  const timer = useTimer()
  const entry = () => props.job.spent.find(({ id }) => id === props.id)
  const who = () => props.nameOf(entry()?.person ?? null)
  const hours = () => {
    const one = entry()
    return format.quantity(one ? hoursOf(one) : 0)
  }
  const runs = () => {
    const one = entry()
    return one !== undefined && isOpen(one)
  }
  const when = () => {
    const { from, until } = entry() ?? { from: null, until: null }
    if (from === null) return ''
    return until === null ? format.dateTime(from) : `${format.dateTime(from)} – ${format.time(until)}`
  }
  const remove = () => {
    const args = { collection: 'jobs', id: props.job.id, list: 'spent', entry: props.id } as const
    void acts.run('removeEntry', args, t('jobs.card.entryRemoved'))
  }
  const named = () => ({ who: who(), hours: hours() })
  return (
    <li>
      <div class="grow">
        <p class="cut">{who()}</p>
        <p class="cut dim">{[when(), entry()?.note].filter(Boolean).join(' · ')}</p>
      </div>
      <span class="n">
        {runs()
          ? t(timer.running()?.entry === props.id ? 'jobs.card.runs' : 'jobs.card.open')
          : t('jobs.card.hours', { n: hours() })}
      </span>
      <Show when={!props.readOnly}>
        <IconButton icon={PenLine} label={t('jobs.card.correct', named())} onClick={() => props.onEdit()} />
        <IconButton icon={Trash} label={t('jobs.card.removeEntry', named())} onClick={remove} />
      </Show>
    </li>
  )
}
