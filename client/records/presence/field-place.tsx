import type { ParentProps } from 'solid-js'
import type { Look } from '../../../shared/presence/presence.ts'
import { FieldMarkContext } from '../../ui/inputs/field/field-mark.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { usePresence } from './presence.tsx'

/** Says which path of which record the field inside fills in: others see who is at it. */
export function FieldPlace(props: ParentProps<Look & { readonly path: string }>) {
  const { t } = useWords()
  const presence = usePresence()
  const by = () => {
    const other = presence.editing({ collection: props.collection, id: props.id, path: props.path })
    return other && { name: other.name, words: t('presence.edits', { name: other.name }) }
  }
  const onHere = (isHere: boolean) => presence.edit(props.path, isHere)
  return <FieldMarkContext.Provider value={{ by, onHere }}>{props.children}</FieldMarkContext.Provider>
}
