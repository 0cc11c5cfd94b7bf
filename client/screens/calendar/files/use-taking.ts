import { createSignal } from 'solid-js'
import { dayAt } from '../../../../shared/time/days.ts'
import { useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { useWords } from '../../../ui/words/words.tsx'
import type { useCalendar } from '../context.tsx'
import { addressesOf } from './addresses.ts'
import { doing, type Plan, type Planned, planOf } from './plan.ts'

export type Taking = ReturnType<typeof useTaking>

/** Takes calendar files in: what they would come to is shown first; all of it is one act. */
export function useTaking({ people, show }: Pick<ReturnType<typeof useCalendar>, 'people' | 'show'>) {
  const { t, zone } = useWords()
  const data = useData()
  const acts = useActs()
  const [plan, setPlan] = createSignal<Plan | null>(null)
  const addresses = () => addressesOf(people())
  const begin = (files: readonly File[]) =>
    acts.attempt(async () => {
      const tried = await planOf(files, {
        home: zone(),
        tryOut: async (invited) => {
          const { outcomes } = await data.tryOut('takeInvitation', { invited, people: addresses() })
          return outcomes.map(({ outcome }) => outcome)
        },
      })
      setPlan(tried)
    })
  const take = async (): Promise<void> => {
    const taken = doing(plan() ?? { planned: [], notTaken: [] })
    const invited = taken.map(({ read }) => read)
    const text = t('calendar.files.taken', { n: invited.length })
    if (!(await acts.run('takeInvitation', { invited, people: addresses() }, text))) return
    setPlan(null)
    const date = firstDay(taken, zone())
    if (date !== undefined) show({ date })
  }
  return { plan, begin, take, close: () => setPlan(null) }
}

/** The day of the first one, so that it is seen. */
function firstDay(taken: readonly Planned[], zone: string): string | undefined {
  const days = taken.flatMap(({ event }) => (event === null ? [] : [event.when.day ?? dayAt(event.when.start, zone)]))
  return days.toSorted()[0]
}
