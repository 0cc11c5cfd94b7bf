import type { CalendarRecord } from '../../../../shared/calendar/collections.ts'
import { people } from '../../../../shared/company/collections.ts'
import { cleanName } from '../../../../shared/files/name.ts'
import { createEvery } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { download } from '../../../records/list/sheet/download.ts'
import { useNow } from '../../../records/now.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** Saves a record of the calendar for other programs: as an invitation, or as what a participant answers to one. */
export function useSaving() {
  const { t, zone } = useWords()
  const acts = useActs()
  const now = useNow()
  const named = createEvery(people)
  const company = () => ({ zone: zone(), person: (id: string | null) => named().find((one) => one.id === id) ?? null })
  const keep = (text: string, ...words: readonly string[]) =>
    download(new Blob([text], { type: 'text/calendar;charset=utf-8' }), cleanName(`${words.join(', ')}.ics`))
  const nameOf = ({ subject }: CalendarRecord) => subject ?? t('calendar.files.unnamed')
  const writing = () => import('../../../../shared/calendar/ical/writing/file.ts')
  return {
    invitation: (record: CalendarRecord) =>
      acts.attempt(async () => keep((await writing()).invitationText(record, company(), now()), nameOf(record))),
    /** `participant`: the id of his entry. */
    reply: (record: CalendarRecord, participant: string) =>
      acts.attempt(async () => {
        const { replyText } = await writing()
        keep(replyText(record, participant, company(), now()), nameOf(record), t('calendar.files.reply'))
      }),
  }
}
