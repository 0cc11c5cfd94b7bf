import type { CallWindow } from '../data/queries/calls/windows/query.ts'
import { choiceLabel } from '../records/words/labels.ts'
import { useWords } from '../ui/words/words.tsx'

/** How a call is told. */
export function createCallWords() {
  const { t } = useWords()
  const wayOf = ({ direction }: CallWindow) => (direction === 'out' ? 'out' : 'in')
  const who = ({ callers: [first], spaced }: CallWindow) => first?.name ?? spaced ?? t('calling.withheld')
  return {
    who,
    title: (window: CallWindow) => t('calling.told', { what: t(`calling.rings.${wayOf(window)}`), who: who(window) }),
    state: (window: CallWindow): string => {
      const { state, failure } = window
      if (state === 'ringing' || state === 'missed') return t(`calling.states.${state}.${wayOf(window)}`)
      const why = t(choiceLabel('calls', 'failure', failure ?? 'unsaid'))
      return state === 'failed' ? t('calling.states.failed', { why }) : t(`calling.states.${state ?? 'asked'}`)
    },
    /** What stands below the name: the number, where the name is none; of one that is withheld the name says it. */
    number: ({ callers, spaced }: CallWindow): string => {
      if (callers.length > 0) return spaced ?? t('calling.withheld')
      return spaced === null ? '' : t('calling.unknown')
    },
  }
}
