import FolderPlus from 'lucide-solid/icons/folder-plus'
import { createMemo, createSignal, Index, Show } from 'solid-js'
import { useMayWrite } from '../../../records/rights.ts'
import { IconButton } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { GroupName, GroupPlace } from './group-dialogs.tsx'
import { GroupRow, PlainRow } from './group-row.tsx'
import './groups.css'
import { createRoving } from './roving.ts'
import type { TreeRow } from './tree-view.ts'
import type { Groups } from './use-groups.ts'

/** What is being asked about a group, or about a new one below it. */
type Asking =
  | { readonly what: 'new'; readonly parent: string | null }
  | { readonly what: 'name' | 'place'; readonly row: TreeRow }

/**
 * The groups of goods: each shows the goods that are in it and below it. Groups and goods are carried to a group, or put there
 * by its menu and theirs.
 */
export function GroupTree(props: { readonly groups: Groups; readonly onShow?: () => void }) {
  const { t } = useWords()
  const mayWrite = useMayWrite('productGroups')
  const [asking, ask] = createSignal<Asking | null>(null)
  const roving = createRoving({
    rows: () => props.groups.rows(),
    shown: () => props.groups.shown(),
    toggle: (id) => props.groups.toggle(id),
  })
  const show = (group: string | null | undefined) => {
    props.groups.show(group)
    props.onShow?.()
  }
  return (
    <nav class="groups" aria-label={t('goods.groups.title')} onKeyDown={roving.keyDown} onFocusIn={roving.focusIn}>
      <header>
        <h2>{t('goods.groups.title')}</h2>
        <Show when={mayWrite}>
          <IconButton
            icon={FolderPlus}
            label={t('goods.groups.add')}
            onClick={() => ask({ what: 'new', parent: null })}
          />
        </Show>
      </header>
      <ul>
        <PlainRow
          groups={props.groups}
          label={t('goods.groups.all')}
          count={props.groups.total()}
          isShown={props.groups.shown() === undefined}
          takes="groups"
          stop={roving.isStop('')}
          onShow={() => show(undefined)}
        />
        <Index each={props.groups.rows()}>
          {(row) => (
            <GroupRow
              groups={props.groups}
              row={row()}
              mayWrite={mayWrite}
              stop={roving.isStop(row().group.id)}
              onShow={() => show(row().group.id)}
              onAdd={() => ask({ what: 'new', parent: row().group.id })}
              onName={() => ask({ what: 'name', row: row() })}
              onPlace={() => ask({ what: 'place', row: row() })}
            />
          )}
        </Index>
        <PlainRow
          groups={props.groups}
          label={t('goods.groups.none')}
          count={props.groups.loose()}
          isShown={props.groups.shown() === null}
          takes="products"
          stop={false}
          onShow={() => show(null)}
        />
      </ul>
      <Asked groups={props.groups} asking={asking()} onClose={() => ask(null)} />
    </nav>
  )
}

interface AskedProps {
  readonly groups: Groups
  readonly asking: Asking | null
  readonly onClose: () => void
}

function Asked(props: AskedProps) {
  const { t } = useWords()
  const fresh = createMemo(() => (props.asking?.what === 'new' ? props.asking : null))
  const named = createMemo(() => (props.asking?.what === 'name' ? props.asking.row.group : null))
  const placed = createMemo(() => (props.asking?.what === 'place' ? props.asking.row.group : null))
  return (
    <>
      <Show when={fresh()}>
        {(one) => (
          <GroupName
            title={t('goods.groups.add')}
            name=""
            onName={(name) => props.groups.create(name, one().parent)}
            onClose={props.onClose}
          />
        )}
      </Show>
      <Show when={named()}>
        {(group) => (
          <GroupName
            title={t('goods.groups.rename')}
            name={group().name ?? ''}
            onName={(name) => props.groups.rename(group().id, name)}
            onClose={props.onClose}
          />
        )}
      </Show>
      <Show when={placed()}>
        {(group) => (
          <GroupPlace
            group={group()}
            all={props.groups.all()}
            onPut={(into) => props.groups.put({ group: group().id }, into)}
            onClose={props.onClose}
          />
        )}
      </Show>
    </>
  )
}
