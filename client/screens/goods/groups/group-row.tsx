import ChevronRight from 'lucide-solid/icons/chevron-right'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import { Show } from 'solid-js'
import { IconButton } from '../../../ui/actions/button.tsx'
import { Menu } from '../../../ui/overlays/panes/menu.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { carriable, createTaker } from './carrying.ts'
import type { TreeRow } from './tree-view.ts'
import type { Groups } from './use-groups.ts'

interface GroupRowProps {
  readonly groups: Groups
  readonly row: TreeRow
  readonly mayWrite: boolean
  /** Tab stops here. */
  readonly stop: boolean
  readonly onShow: () => void
  readonly onAdd: () => void
  readonly onName: () => void
  readonly onPlace: () => void
}

/** A group in the tree: shows its goods, is carried, takes what is carried to it, and has all that in its menu, too. */
export function GroupRow(props: GroupRowProps) {
  const { t } = useWords()
  const id = () => props.row.group.id
  const name = () => props.row.group.name ?? ''
  const isShown = () => props.groups.shown() === id()
  const taker = createTaker({
    takes: (carried) => props.mayWrite && props.groups.takes(carried, id()),
    onTake: (carried) => props.groups.put(carried, id()),
  })
  const watch = (element: HTMLElement) => {
    taker.watch(element)
    carriable(element, { carried: () => (props.mayWrite ? { group: id() } : null), label: name })
  }
  const below = () => t(props.row.isOpen ? 'goods.groups.close' : 'goods.groups.open', { name: name() })
  return (
    <li
      ref={watch}
      class="group"
      classList={{ shown: isShown(), over: taker.isOver() }}
      style={{ '--depth': props.row.depth }}
    >
      <Show when={props.row.hasBelow} fallback={<span class="group-turn" />}>
        <button
          type="button"
          class="group-turn"
          classList={{ open: props.row.isOpen }}
          aria-label={below()}
          aria-expanded={props.row.isOpen}
          tabIndex={-1}
          onClick={() => props.groups.toggle(id())}
        >
          <ChevronRight aria-hidden="true" />
        </button>
      </Show>
      <button
        type="button"
        class="group-name"
        data-group={id()}
        tabIndex={props.stop ? 0 : -1}
        aria-current={isShown() ? 'true' : undefined}
        onClick={() => props.onShow()}
      >
        <span class="cut">{name()}</span>
        <span class="n dim">{props.row.count}</span>
      </button>
      <Show when={props.mayWrite}>
        <Menu
          label={t('goods.groups.acts', { name: name() })}
          items={[
            { label: t('goods.groups.addBelow'), onSelect: props.onAdd },
            { label: t('goods.groups.rename'), onSelect: props.onName },
            { label: t('goods.groups.place'), onSelect: props.onPlace },
            'line',
            { label: t('common.remove'), destroys: true, onSelect: () => props.groups.remove(id()) },
          ]}
          trigger={(attributes) => (
            <IconButton
              {...attributes}
              tabIndex={props.stop ? 0 : -1}
              class="group-acts"
              icon={Ellipsis}
              label={t('goods.groups.acts', { name: name() })}
            />
          )}
        />
      </Show>
    </li>
  )
}

interface PlainRowProps {
  readonly groups: Groups
  readonly label: string
  readonly count: number
  readonly isShown: boolean
  /** What put here leaves its group. */
  readonly takes: 'groups' | 'products'
  readonly stop: boolean
  readonly onShow: () => void
}

/** «Все товары» and «Без группы»: the first takes groups to the top of the tree, the second goods out of theirs. */
export function PlainRow(props: PlainRowProps) {
  const taker = createTaker({
    takes: (carried) => 'products' in carried === (props.takes === 'products'),
    onTake: (carried) => props.groups.put(carried, null),
  })
  return (
    <li ref={taker.watch} class="group" classList={{ shown: props.isShown, over: taker.isOver() }}>
      <span class="group-turn" />
      <button
        type="button"
        class="group-name"
        data-group={props.takes === 'groups' ? '' : 'none'}
        tabIndex={props.stop ? 0 : -1}
        aria-current={props.isShown ? 'true' : undefined}
        onClick={() => props.onShow()}
      >
        <span class="cut">{props.label}</span>
        <span class="n dim">{props.count}</span>
      </button>
    </li>
  )
}
