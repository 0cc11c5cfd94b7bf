import Columns3 from 'lucide-solid/icons/columns-3'
import { For } from 'solid-js'
import { Button, IconButton } from '../../actions/button.tsx'
import { Checkbox } from '../../inputs/checkbox.tsx'
import { Popover } from '../../overlays/popover.tsx'
import { useWords } from '../../words/words.tsx'
import './columns-menu.css'

export interface ColumnsMenuProps {
  /** All that can be shown, in their order. */
  readonly columns: readonly { readonly id: string; readonly title: string }[]
  readonly shown: readonly string[]
  /** What is shown at first. */
  readonly first: readonly string[]
  readonly onChange: (shown: readonly string[]) => void
}

/** Which columns a table shows; at least one stays. */
export function ColumnsMenu(props: ColumnsMenuProps) {
  const { t } = useWords()
  const toggle = (id: string, isShown: boolean) => {
    const chosen = new Set(props.shown)
    if (isShown) chosen.add(id)
    else chosen.delete(id)
    props.onChange(props.columns.map((column) => column.id).filter((one) => chosen.has(one)))
  }
  return (
    <Popover
      label={t('common.table.columns')}
      class="columns-pop"
      trigger={(attributes) => (
        <IconButton {...attributes} icon={Columns3} look="plain" label={t('common.table.columns')} />
      )}
    >
      {() => (
        <>
          <For each={props.columns}>
            {(column) => (
              <Checkbox
                label={column.title}
                checked={props.shown.includes(column.id)}
                disabled={props.shown.length === 1 && props.shown[0] === column.id}
                onCommit={(isShown) => toggle(column.id, isShown)}
              />
            )}
          </For>
          <Button look="ghost" size="small" onClick={() => props.onChange(props.first)}>
            {t('common.table.resetColumns')}
          </Button>
        </>
      )}
    </Popover>
  )
}
