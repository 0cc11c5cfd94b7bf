import { phones } from '../../../../shared/calls/collections.ts'
import { createAll, useData } from '../../../data/page/solid.tsx'
import type { MissedCall } from '../../../data/queries/calls/query.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { useToasts } from '../../../ui/toasts/use-toasts.ts'
import { useWords } from '../../../ui/words/words.tsx'

/** What is done about missed calls. */
export function useMissedDeeds() {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const toasts = useToasts()
  const all = createAll(phones)
  /** The own phone that dials, else a line of the company; undefined: there is none. */
  const dialler = () => {
    const able = all().filter(({ dials, isOff }) => dials && !isOff)
    return able.find(({ owner }) => owner === data.account.user) ?? able.find(({ owner }) => owner === null)
  }
  const me = data.account.person
  return {
    me,
    dialler,
    /** Says that whoever looks calls back, or does not any more. */
    callBack: ({ id, callsBack }: MissedCall) =>
      void acts.run('setRecord', { collection: 'calls', id, values: { callsBack: callsBack === me ? null : me } }),
    dial: ({ number, customer }: MissedCall) =>
      void acts.attempt(async () => {
        const phone = dialler()
        if (!phone || number === null) return
        const id = await data.newId('calls')
        await data.run('dialNumber', { id, number, phone: phone.id, customer })
        toasts.show({ text: t('missedCalls.dialled') })
      }),
    close: (id: string, note: string) => acts.run('closeMissed', { id, note }, t('missedCalls.closed')),
  }
}

export type MissedDeeds = ReturnType<typeof useMissedDeeds>
