import { useNavigate } from '@solidjs/router'
import { eventOfCall } from '../../shared/calls/acts/call-event.ts'
import { asideId } from '../../shared/calls/acts/taking.ts'
import { useData } from '../data/page/solid.tsx'
import type { Caller, CallWindow } from '../data/queries/calls/windows/query.ts'
import { useActs } from '../records/acts/use-acts.ts'
import { useOwnSettings } from '../records/own-settings.ts'
import { useWords } from '../ui/words/words.tsx'
import { createTakenHere } from './taken-here.ts'

/** What a person does about a call, by his settings (shared/calls/SPEC CD16, CD17). */
export function createTaking() {
  const { t } = useWords()
  const acts = useActs()
  const data = useData()
  const go = useNavigate()
  const settings = useOwnSettings()
  const here = createTakenHere()

  const makeEvent = ({ id, direction }: CallWindow, caller?: Caller) =>
    acts.run('makeCallEvent', {
      ...{ id, subject: t(`calling.rings.${direction === 'out' ? 'out' : 'in'}`) },
      ...(caller && { customer: caller.id, contact: caller.contact?.id ?? null }),
    })

  /** The event of a call, made unless it is there. */
  const openEvent = async (window: CallWindow, caller?: Caller) => {
    if (await makeEvent(window, caller)) go(`/events/${eventOfCall(window.id)}`)
  }

  const openKnown = async (window: CallWindow, caller: Caller) => {
    const how = settings.row()?.knownCaller ?? 'cardThenEvent'
    if (how === 'openEvent') return openEvent(window, caller)
    const whom = { ids: [window.id], customer: caller.id, contact: caller.contact?.id ?? null }
    const isDone = how === 'openCard' ? await acts.run('bindCalls', whom) : await makeEvent(window, caller)
    if (isDone) go(`/customers/${caller.id}`)
  }

  /** Says who calls: a customer, or the name of a new one. The number is theirs from now on. */
  const name = async (
    { id, number, spaced }: CallWindow,
    who: { readonly customer?: string; readonly name: string | null },
  ) => {
    const others = number === null ? [] : (await data.once({ what: 'unknownCalls', number })).ids
    const customer = who.customer ?? (await data.newId('customers'))
    const ids = [...new Set([id, ...others])]
    const isDone = await acts.run('makeCaller', { ids, customer, name: who.name, number: spaced }, t('calling.known'))
    if (isDone) go(`/customers/${customer}`)
  }

  const openUnknown = async (window: CallWindow) => {
    const how = settings.row()?.unknownCaller ?? 'askFirst'
    if (how === 'makeCallEvent') await openEvent(window)
    if (how === 'makeCustomer' && window.spaced !== null) await name(window, { name: window.spaced })
  }

  return {
    here,
    openEvent,
    openKnown,
    name,
    take: async (window: CallWindow, caller = window.callers[0]) => {
      if (window.taken === null && !(await acts.run('takeCall', { id: window.id }))) return
      here.add(window.id)
      await (caller ? openKnown(window, caller) : openUnknown(window))
    },
    putAside: ({ id }: CallWindow) => void acts.run('putCallAside', { id: asideId(data.account.user, id) }),
    ignore: async ({ number, spaced }: CallWindow) => {
      const id = await data.newId('ignoredNumbers')
      const values = { number: spaced ?? number }
      await acts.run(
        'createRecord',
        { collection: 'ignoredNumbers', id, values },
        t('calling.ignored', { number: spaced ?? '' }),
      )
    },
  }
}

export type Taking = ReturnType<typeof createTaking>
