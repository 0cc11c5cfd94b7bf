import ArrowDown from 'lucide-solid/icons/arrow-down'
import ArrowUp from 'lucide-solid/icons/arrow-up'
import Columns3 from 'lucide-solid/icons/columns-3'
import { createMemo, For, Show } from 'solid-js'
import { Button, IconButton } from '../../actions/button.tsx'
import { Checkbox } from '../../inputs/toggles/checkbox.tsx'
import { Popover } from '../../overlays/panes/popover.tsx'
import { useWords } from '../../words/words.tsx'
import './columns-menu.css'

interface Named {
  readonly id: string
  readonly title: string
}

export interface ColumnsMenuProps {
  /** All that can be shown, in their order. */
  readonly columns: readonly Named[]
  readonly shown: readonly string[]
  /** Those of them that the table has no room for now. */
  readonly noRoom: readonly string[]
  /** What is shown at first. */
  readonly first: readonly string[]
  readonly onChange: (shown: readonly string[]) => void
}

/** Which columns a table shows, and in what order; at least one stays. */
export function ColumnsMenu(props: ColumnsMenuProps) {
  const { t } = useWords()
  const byId = createMemo(() => new Map(props.columns.map((column) => [column.id, column])))
  /** By their ids: a row stays itself, and keeps the focus, while its column is made anew. */
  const ordered = () => [
    ...props.shown.filter((id) => byId().has(id)),
    ...[...byId().keys()].filter((id) => !props.shown.includes(id)),
  ]
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
          <For each={ordered()}>
            {(id) => <Show when={byId().get(id)}>{(column) => <ColumnRow {...props} column={column()} />}</Show>}
          </For>
          <Button look="ghost" size="small" onClick={() => props.onChange(props.first)}>
            {t('common.table.resetColumns')}
          </Button>
        </>
      )}
    </Popover>
  )
}

/** A column in the menu: shown or not, and, by arrows or Alt with the keys, earlier or later. */
function ColumnRow(props: ColumnsMenuProps & { readonly column: Named }) {
  const { t } = useWords()
  const at = () => props.shown.indexOf(props.column.id)
  const isShown = () => at() >= 0
  const toggle = (isOn: boolean) =>
    props.onChange(isOn ? [...props.shown, props.column.id] : props.shown.filter((id) => id !== props.column.id))
  let row: HTMLDivElement | undefined
  const move = (step: 1 | -1) => {
    const to = at() + step
    if (!isShown() || to < 0 || to >= props.shown.length) return
    const had = document.activeElement
    props.onChange(props.shown.toSpliced(at(), 1).toSpliced(to, 0, props.column.id))
    // An element that changes its place loses the focus.
    if (had instanceof HTMLElement && row?.contains(had)) had.focus()
  }
  const keyDown = (event: KeyboardEvent) => {
    const step = event.altKey && ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key as 'ArrowUp']
    if (!step) return
    event.preventDefault()
    move(step)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the checkbox and buttons in it
    <div class="columns-row" ref={row} onKeyDown={keyDown}>
      <Checkbox
        label={props.column.title}
        checked={isShown()}
        disabled={isShown() && props.shown.length === 1}
        hint={isShown() && props.noRoom.includes(props.column.id) ? t('common.table.noRoom') : undefined}
        onCommit={toggle}
      />
      <Show when={isShown()}>
        <IconButton
          icon={ArrowUp}
          label={t('common.table.earlier', { column: props.column.title })}
          disabled={at() === 0}
          onClick={() => move(-1)}
        />
        <IconButton
          icon={ArrowDown}
          label={t('common.table.later', { column: props.column.title })}
          disabled={at() === props.shown.length - 1}
          onClick={() => move(1)}
        />
      </Show>
    </div>
  )
}
