import Download from 'lucide-solid/icons/download'
import { Show } from 'solid-js'
import { takenOf } from '../../../../shared/basis/taken.ts'
import type { CalendarRecord } from '../../../../shared/calendar/collections.ts'
import { BasisMenu } from '../../../records/making/basis-menu.tsx'
import { RemindMe } from '../../../records/reminding/remind-me.tsx'
import { oneLabel } from '../../../records/words/labels.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useSaving } from '../files/use-saving.ts'

interface RecordActsProps {
  readonly record: CalendarRecord
  /** Others may be made on its basis. */
  readonly mayMake: boolean
}

/** What can be done with a record of the calendar. */
export function RecordActs(props: RecordActsProps) {
  return (
    <>
      <RemindMe about={{ collection: 'calendarRecords', id: props.record.id }} />
      <Show when={!props.record.newer}>
        <RecordMenu {...props} />
      </Show>
    </>
  )
}

function RecordMenu(props: RecordActsProps) {
  const { t } = useWords()
  const saving = useSaving()
  const ground = () => ({
    basis: { collection: 'calendarRecords', id: props.record.id } as const,
    taken: takenOf('calendarRecords', props.record),
    name: props.record.subject ?? t(oneLabel('calendarRecords')),
  })
  const save = () => ({
    id: 'calendar-save',
    label: t('calendar.files.save'),
    icon: Download,
    run: () => void saving.invitation(props.record),
  })
  return <BasisMenu label={t('calendar.cardMenu')} ground={ground()} mayMake={props.mayMake} acts={[save()]} />
}
