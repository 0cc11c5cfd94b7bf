import { createKeyNotes } from '../../keys/offers.ts'
import { useWords } from '../../words/words.tsx'

/** What a table can, as far as its keys depend on it. */
interface NotedProps {
  readonly onOpen?: ((id: string) => void) | undefined
  readonly onCopy?: (() => void) | undefined
  readonly selection?: object | undefined
}

/** What the table's keys do, for the map of keys. */
export function createTableNotes(props: NotedProps): void {
  const { t } = useWords()
  createKeyNotes(() => ({
    heading: t('keys.groups.list'),
    rows: [
      { keys: 'ArrowUp|ArrowDown', label: t('keys.rows') },
      { keys: 'PageUp|PageDown', label: t('keys.page') },
      { keys: 'Home|End', label: t('keys.ends') },
      ...(props.onOpen ? [{ keys: 'Enter', label: t('keys.open') }] : []),
      ...(props.selection
        ? [
            { keys: 'space', label: t('keys.choose') },
            { keys: 'Shift+ArrowUp|Shift+ArrowDown', label: t('keys.reach') },
            { keys: 'mod+a', label: t('keys.chooseAll') },
          ]
        : []),
      ...(props.onCopy ? [{ keys: 'mod+c', label: t('keys.copy') }] : []),
    ],
  }))
}
