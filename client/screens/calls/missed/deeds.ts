import { useData } from '../../../data/page/solid.tsx'
import type { MissedCall } from '../../../data/queries/calls/query.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { createDialling } from '../../../records/calls/dialling.ts'
import { useWords } from '../../../ui/words/words.tsx'

/** What is done about missed calls. */
export function useMissedDeeds() {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const dialling = createDialling()
  const me = data.account.person
  return {
    me,
    /** The phone or line that dials; undefined: there is none. */
    dialler: dialling.diallers.usual,
    /** Says that whoever looks calls back, or does not any more. */
    callBack: ({ id, callsBack }: MissedCall) =>
      void acts.run('setRecord', { collection: 'calls', id, values: { callsBack: callsBack === me ? null : me } }),
    dial: (call: MissedCall) => {
      const phone = dialling.diallers.usual()
      if (phone) void dialling.dial(call, phone.id)
    },
    close: (id: string, note: string) => acts.run('closeMissed', { id, note }, t('missedCalls.closed')),
  }
}

export type MissedDeeds = ReturnType<typeof useMissedDeeds>
