import { createSignal } from 'solid-js'
import type { When } from '../../../../shared/calendar/slots/when.ts'
import { offeredAt } from '../../../../shared/features/places.ts'
import { useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { COLLECTION_OF, MAKINGS, type Made, type Making, makeArgs } from './made.ts'
import { type QuickRepeat, repeatFor } from './quick-repeats.ts'

/** What is filled in of something new at a time, and making it. */
export function createQuick(given: When) {
  const { t, zone } = useWords()
  const data = useData()
  const acts = useActs()
  const [subject, setSubject] = createSignal<string | null>(null)
  const [making, setMaking] = createSignal<Making>('calendarRecord')
  const [customer, setCustomer] = createSignal<string | null>(null)
  const [person, setPerson] = createSignal(data.account.person)
  const [repeat, setRepeat] = createSignal<QuickRepeat>('none')
  const [start, setStart] = createSignal(given.start)
  const [end, setEnd] = createSignal(given.end)
  const isWrong = () => (start() ?? 0) > (end() ?? start() ?? 0)
  const when = () => ({ ...given, start: start(), end: end() }) as When
  /** Moved, it lasts as long. */
  const begin = (at: number | null) => {
    setEnd((end() ?? 0) + (at ?? 0) - (start() ?? 0))
    setStart(at)
  }
  /** Null where it was refused. */
  const make = async (): Promise<Made | null> => {
    const collection = COLLECTION_OF[making()]
    const id = await data.newId(collection)
    const rule = making() === 'calendarRecord' ? repeatFor(repeat(), when(), zone()) : null
    const filled = { subject: subject() ?? '', when: when(), customer: customer(), person: person(), repeat: rule }
    const values = makeArgs(making(), filled)
    return (await acts.run('createRecord', { collection, id, values }, t('calendar.made'))) ? { collection, id } : null
  }
  return {
    ...{ subject, setSubject, making, setMaking, customer, setCustomer, person, setPerson, repeat, setRepeat },
    ...{ start, begin, end, setEnd, isWrong, make },
    /** Events take no whole days: such a time makes a record or a job. */
    makings: offeredAt('makings', MAKINGS).filter((one) => given.day === null || COLLECTION_OF[one] !== 'events'),
  }
}
