import PenLine from 'lucide-solid/icons/pen-line'
import Trash from 'lucide-solid/icons/trash'
import type { CollectionName } from '../../../../shared/collections.ts'
import type { Icon } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { fieldTitle } from '../../words/labels.ts'
import type { BulkAct } from './act.ts'
import { FieldEditor } from './field-editor.tsx'

/** Acts on many that fit every collection: a field of its own, any field, removing. */
export function createCommonActs(collection: CollectionName, without: readonly string[] = []) {
  const { t } = useWords()
  return {
    /** Writes the field called `field`. */
    field: (field: string, icon: Icon): BulkAct => ({
      get label() {
        return fieldTitle(t, collection, field)
      },
      icon,
      editor: (props) => <FieldEditor {...props} collection={collection} field={field} without={without} />,
    }),
    anyField: (): BulkAct => ({
      get label() {
        return t('lists.bulk.anyField')
      },
      icon: PenLine,
      editor: (props) => <FieldEditor {...props} collection={collection} without={without} />,
    }),
    remove: (): BulkAct => ({
      get label() {
        return t('common.remove')
      },
      icon: Trash,
      destroys: true,
      change: { what: 'remove' },
    }),
  }
}
