import type { ActTold, Undid } from '../../data/protocol.ts'
import { useWords } from '../../ui/words/words.tsx'
import { nameOf } from '../address.ts'
import { manyLabel, oneLabel, pathTitle } from './labels.ts'

/** Writes that say what an act was about, whatever else it wrote. */
const MAIN: readonly string[] = ['', 'moves']

/** Says in words what was undone, or repeated, and what of it somebody has changed since. */
export function useActWords(): (way: 'undo' | 'redo', undid: Undid) => string {
  const { t } = useWords()

  const recordOf = ({ collection, item, records, isMixed }: ActTold) => {
    if (records > 1) return t('acts.many', { kind: t(isMixed ? 'acts.mixed' : manyLabel(collection)), n: records })
    const kind = t(oneLabel(collection))
    return item ? t('acts.one', { kind, name: nameOf(item) }) : kind
  }
  const deedOf = ({ collection, deeds }: ActTold) => {
    const deed = MAIN.find((main) => deeds.includes(main)) ?? deeds[0] ?? ''
    const isOne = deeds.length === 1 || MAIN.includes(deed)
    return isOne ? t('acts.deed', { label: pathTitle(t, collection, deed) }) : t('acts.several', { n: deeds.length })
  }
  return (way, { what, undone, kept }) => {
    if (what === null) return t(way === 'undo' ? 'acts.nothing' : 'acts.nothingToRedo')
    const told = { what: t('acts.what', { deed: deedOf(what), record: recordOf(what) }) }
    if (undone === 0) return t(way === 'undo' ? 'acts.notUndone' : 'acts.notRedone', told)
    if (kept === 0) return t(way === 'undo' ? 'acts.undone' : 'acts.redone', told)
    return t(way === 'undo' ? 'acts.undonePart' : 'acts.redonePart', { ...told, done: undone, n: kept })
  }
}
