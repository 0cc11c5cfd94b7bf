import { IconOf } from '../../ui/actions/button.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { choiceLabel } from '../words/labels.ts'
import { kindIcon } from './kinds.ts'
import './events.css'

/** The sign of an event's kind, which says its name. */
export function KindSign(props: { readonly kind: string | null }) {
  const { t } = useWords()
  const name = () => t(choiceLabel('events', 'kind', props.kind ?? 'otherEvent'))
  return (
    <span class="event-kind" role="img" aria-label={name()} title={name()}>
      <IconOf icon={kindIcon(props.kind)} />
    </span>
  )
}
