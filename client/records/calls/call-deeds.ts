import { useNavigate } from '@solidjs/router'
import { eventOfCall } from '../../../shared/calls/acts/call-event.ts'
import type { Call } from '../../../shared/calls/collections.ts'
import { spacedNumber } from '../../../shared/phones/phone.ts'
import { useData } from '../../data/page/solid.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useActs } from '../acts/use-acts.ts'

/** A call, as far as what is done about it asks. */
export type ToldCall = Pick<Call, 'id' | 'direction' | 'number'>

/** Whose a call is said to be. */
export interface Whom {
  readonly customer: string
  /** The customer's contact, by the id of its entry. */
  readonly contact: string | null
}

/** What people do about a call, while it rings and later. */
export function createCallDeeds() {
  const { t } = useWords()
  const acts = useActs()
  const data = useData()
  const go = useNavigate()

  const makeEvent = ({ id, direction }: ToldCall, whom?: Whom) =>
    acts.run('makeCallEvent', { id, subject: t(`calling.rings.${direction === 'out' ? 'out' : 'in'}`), ...whom })

  return {
    makeEvent,
    /** The event of a call, made unless it is there. */
    openEvent: async (call: ToldCall, whom?: Whom) => {
      if (await makeEvent(call, whom)) go(`/events/${eventOfCall(call.id)}`)
    },
    /** Says who calls: a customer, or the name of a new one. The number is theirs from now on. */
    name: async ({ id, number }: ToldCall, who: { readonly customer?: string; readonly name: string | null }) => {
      const others = number === null ? [] : (await data.once({ what: 'unknownCalls', number })).ids
      const customer = who.customer ?? (await data.newId('customers'))
      const whose = { ids: [...new Set([id, ...others])], customer, name: who.name }
      const isDone = await acts.run(
        'makeCaller',
        { ...whose, number: number && spacedNumber(number) },
        t('calling.known'),
      )
      if (isDone) go(`/customers/${customer}`)
    },
    /** Calls of the number show no window from now on. */
    ignore: async (number: string) => {
      const id = await data.newId('ignoredNumbers')
      const values = { number: spacedNumber(number) }
      await acts.run('createRecord', { collection: 'ignoredNumbers', id, values }, t('calling.ignored', values))
    },
  }
}

export type CallDeeds = ReturnType<typeof createCallDeeds>
