import { people } from '../../../../shared/company/collections.ts'
import { messageTemplates } from '../../../../shared/messages/collections.ts'
import { states } from '../../../../shared/orders/collections.ts'
import { COMPLETED } from '../../../../shared/orders/moves/completed.ts'
import type { Action } from '../../../../shared/rules/collections.ts'
import { createEvery } from '../../../data/page/solid.tsx'
import { choiceLabel } from '../../../records/words/labels.ts'
import { useWords } from '../../../ui/words/words.tsx'

type Named = () => readonly { readonly id: string; readonly name: string | null }[]

/** Says what an action does, in a line: «Контактное лицо · Уведомление · через 30 мин». */
export function createSummary(): (action: Action) => string {
  const { t } = useWords()
  const [allTemplates, allPeople, allStates]: Named[] = [
    createEvery(messageTemplates),
    createEvery(people),
    createEvery(states),
  ]
  const nameIn = (of: Named | undefined, id: string | null) => (id === null ? null : nameOf(of?.() ?? [], id))
  const state = ({ state }: Action) => (state === COMPLETED ? t('orders.completed') : nameIn(allStates, state))
  const toWhom = ({ to, person, address }: Action) => {
    if (to === 'toPerson') return nameIn(allPeople, person)
    return to === 'toAddress' ? address : to && t(choiceLabel('rules', 'to', to))
  }
  const about = (action: Action): readonly (string | null)[] => {
    switch (action.does) {
      case 'letter':
      case 'sms':
        return [toWhom(action), nameIn(allTemplates, action.template)]
      case 'setState':
        return [state(action)]
      case 'setResponsible':
        return [nameIn(allPeople, action.person)]
      default:
        return [action.subject ?? action.text, nameIn(allPeople, action.person)]
    }
  }
  const later = ({ delay }: Action) => (delay ? t('rules.actions.later', { n: delay }) : null)
  return (action) => [...about(action), later(action)].filter(Boolean).join(' · ')
}

function nameOf(rows: ReturnType<Named>, id: string): string | null {
  return rows.find((row) => row.id === id)?.name ?? null
}
