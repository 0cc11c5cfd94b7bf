import { createSignal } from 'solid-js'
import { people } from '../../../shared/company/collections.ts'
import { dayAt } from '../../../shared/time/days.ts'
import { createAll, useData } from '../../data/page/solid.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useActs } from '../acts/use-acts.ts'
import { addressesOf } from './addresses.ts'
import { doing, type Plan, type Planned, planOf } from './plan.ts'

export type Taking = ReturnType<typeof useTaking>

/**
 * Takes calendar files in: what they would come to is shown first; all of it is one act. `shows` is told the day of the first one, so
 * that it is seen.
 */
export function useTaking(shows?: (date: string) => void) {
  const { t, zone } = useWords()
  const data = useData()
  const acts = useActs()
  const [plan, setPlan] = createSignal<Plan | null>(null)
  const named = createAll(people)
  const addresses = () => addressesOf(named())
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
    if (date !== undefined) shows?.(date)
  }
  return { plan, begin, take, close: () => setPlan(null) }
}

/** The day of the first one, so that it is seen. */
function firstDay(taken: readonly Planned[], zone: string): string | undefined {
  const days = taken.flatMap(({ event }) => (event === null ? [] : [event.when.day ?? dayAt(event.when.start, zone)]))
  return days.toSorted()[0]
}
