import type { TimelineRow } from '../../data/queries/timeline/query.ts'
import { useWords } from '../../ui/words/words.tsx'
import { choiceLabel } from '../words/labels.ts'

/** What is to be known of a call besides its number. */
export function createCallTelling() {
  const { t } = useWords()
  return (item: TimelineRow['item']): readonly (string | undefined)[] => {
    const { state, contact, note } = item ?? {}
    return [
      t(`calling.rings.${item?.direction === 'out' ? 'out' : 'in'}`),
      ...[state ? t(choiceLabel('calls', 'state', String(state))) : undefined],
      ...[contact, note].map((text) => (text ? String(text) : undefined)),
    ]
  }
}
