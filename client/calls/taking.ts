import { useNavigate } from '@solidjs/router'
import { asideId } from '../../shared/calls/acts/taking.ts'
import { useData } from '../data/page/solid.tsx'
import type { Caller, CallWindow } from '../data/queries/calls/windows/query.ts'
import { useActs } from '../records/acts/use-acts.ts'
import { createCallDeeds, type Whom } from '../records/calls/call-deeds.ts'
import { createDialling } from '../records/calls/dialling.ts'
import { useOwnSettings } from '../records/own-settings.ts'
import { createTakenHere } from './taken-here.ts'

/** What a person does about a call, by his settings (shared/calls/SPEC CD16, CD17). */
export function createTaking() {
  const acts = useActs()
  const data = useData()
  const go = useNavigate()
  const settings = useOwnSettings()
  const here = createTakenHere()
  const { dial } = createDialling()

  const deeds = createCallDeeds()
  const openEvent = (window: CallWindow, caller?: Caller) => deeds.openEvent(window, caller && whomOf(caller))

  const openKnown = async (window: CallWindow, caller: Caller) => {
    const how = settings.row()?.knownCaller ?? 'cardThenEvent'
    if (how === 'openEvent') return openEvent(window, caller)
    const whom = whomOf(caller)
    const bind = () => acts.run('bindCalls', { ids: [window.id], ...whom })
    const isDone = how === 'openCard' ? await bind() : await deeds.makeEvent(window, whom)
    if (isDone) go(`/customers/${caller.id}`)
  }

  const openUnknown = async (window: CallWindow) => {
    const how = settings.row()?.unknownCaller ?? 'askFirst'
    if (how === 'makeCallEvent') await openEvent(window)
    if (how === 'makeCustomer' && window.spaced !== null) await deeds.name(window, { name: window.spaced })
  }

  const putAside = ({ id }: CallWindow) => acts.run('putCallAside', { id: asideId(data.account.user, id) })

  return {
    here,
    deeds,
    openEvent,
    openKnown,
    take: async (window: CallWindow, caller = window.callers[0]) => {
      if (window.taken === null && !(await acts.run('takeCall', { id: window.id, order: caller?.likely ?? null })))
        return
      here.add(window.id)
      await (caller ? openKnown(window, caller) : openUnknown(window))
    },
    putAside: (window: CallWindow) => void putAside(window),
    /** Asks the same phone once more for a call that failed, in whose place the new one stands. */
    redial: async (window: CallWindow, phone: string) => {
      const { number, extension, event, callers } = window
      const whom = callers[0] && whomOf(callers[0])
      if (await dial({ number, extension, event: event ?? undefined, ...whom }, phone)) await putAside(window)
    },
  }
}

function whomOf({ id, contact }: Caller): Whom {
  return { customer: id, contact: contact?.id ?? null }
}

export type Taking = ReturnType<typeof createTaking>
