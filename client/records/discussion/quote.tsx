import CornerDownRight from 'lucide-solid/icons/corner-down-right'
import { plainText } from '../../../shared/discussion/text/parts.ts'
import type { Answered } from '../../data/queries/discussion/query.ts'
import { useWords } from '../../ui/words/words.tsx'
import { speaker, useDiscussion } from './context.ts'

/** What a comment answers, in a line; leads there. */
export function Quote(props: { readonly answered: Answered }) {
  const { t } = useWords()
  const { names } = useDiscussion()
  const text = () => plainText(props.answered.text, (person) => names().person(person))
  const go = () => {
    const there = document.getElementById(`said-${props.answered.id}`)
    there?.scrollIntoView({ block: 'center' })
    there?.focus({ preventScroll: true })
  }
  return (
    <button type="button" class="said-quote" onClick={go}>
      <CornerDownRight class="icon" aria-hidden="true" />
      <strong>{speaker(names(), props.answered)}</strong> <span class="cut">{text() || t('discussion.away')}</span>
    </button>
  )
}
