import Ellipsis from 'lucide-solid/icons/ellipsis'
import X from 'lucide-solid/icons/x'
import { createSignal, For, Show } from 'solid-js'
import { summedFields } from '../../../../shared/lists/fields.ts'
import { createQuery } from '../../../data/page/solid.tsx'
import type { ListQuery } from '../../../data/queries/query.ts'
import { Button, IconButton } from '../../../ui/actions/button.tsx'
import { COMPACT, createMedia } from '../../../ui/look/media.ts'
import { Menu, type MenuItem } from '../../../ui/overlays/panes/menu.tsx'
import type { ChosenRows } from '../../../ui/table/handling/create-selection.ts'
import { useWords } from '../../../ui/words/words.tsx'
import type { BulkAct } from '../bulk/act.ts'
import { BulkDialog } from '../bulk/bulk-dialog.tsx'
import type { ListDefinition } from '../definition.ts'
import { createTotals } from '../table/totals.ts'

/** What the bar of a selection is given. */
export interface SelectionBarProps<R extends { readonly id: string }> {
  readonly definition: ListDefinition<R>
  readonly selection: ChosenRows
  /** The list as it stands. */
  readonly query: ListQuery
  readonly acts: readonly BulkAct[]
  /** Acts that change nothing: copying, exporting. */
  readonly more: readonly MenuItem[]
  readonly currency: string
  readonly countOf: (n: number) => string
}

/** Acts that stand in the bar itself; the others are behind «Еще». */
const IN_BAR = 3
const IN_NARROW_BAR = 2

/** How many records are chosen, their sums, and what can be done with them. */
export function SelectionBar<R extends { readonly id: string }>(props: SelectionBarProps<R>) {
  const { t } = useWords()
  const isCompact = createMedia(COMPACT)
  const [act, setAct] = createSignal<BulkAct | null>(null)
  // Closing a menu and opening a dialog restyle the page, each of them: in one task it would be held up for too long.
  const openNext = (one: BulkAct) => setTimeout(() => setAct(one))
  const inBar = () => props.acts.slice(0, isCompact() ? IN_NARROW_BAR : IN_BAR)
  const behind = (): MenuItem[] => [
    ...props.acts
      .filter((one) => !inBar().includes(one) && !one.destroys)
      .map((one) => ({ label: one.label, icon: one.icon, onSelect: () => openNext(one) })),
    ...props.more,
    ...props.acts
      .filter((one) => one.destroys)
      .map((one) => ({ label: one.label, icon: one.icon, destroys: true, onSelect: () => openNext(one) })),
  ]
  return (
    <div class="selection-bar" role="toolbar" aria-label={t('lists.selection.title')}>
      <Said {...props} />
      <div class="selection-acts">
        <For each={inBar()}>
          {(one) => (
            <Button size="small" icon={one.icon} onClick={() => setAct(one)}>
              {one.label}
            </Button>
          )}
        </For>
        <Menu
          label={t('common.more')}
          placement="top-end"
          items={behind()}
          trigger={(attributes) => (
            <Show
              when={isCompact()}
              fallback={
                <Button {...attributes} size="small" icon={Ellipsis}>
                  {t('common.more')}
                </Button>
              }
            >
              <IconButton {...attributes} look="plain" icon={Ellipsis} label={t('common.more')} />
            </Show>
          )}
        />
        <IconButton icon={X} label={t('lists.selection.clear')} onClick={props.selection.clear} />
      </div>
      <Show keyed when={act()}>
        {(one) => (
          <BulkDialog
            act={one}
            collection={props.definition.collection}
            ids={props.selection.ids()}
            countOf={props.countOf}
            onDone={() => {
              setAct(null)
              if (one.destroys) props.selection.clear()
            }}
            onClose={() => setAct(null)}
          />
        )}
      </Show>
    </div>
  )
}

/** Counts what is chosen as it stands now: some of it may have left the list, or been removed. */
function Said<R extends { readonly id: string }>(props: SelectionBarProps<R>) {
  const { t } = useWords()
  const totalOf = createTotals(props.definition.collection, () => props.currency)
  const counted = (part: Partial<ListQuery>) =>
    createQuery(() => ({ ...props.query, group: [], from: 0, to: 0, ids: props.selection.ids(), ...part }))
  const here = counted({ filter: props.definition.always, search: '', found: null })
  const inList = counted({})
  const outside = () => Math.max(0, (here()?.count ?? 0) - (inList()?.count ?? 0))
  return (
    <p class="selection-said" role="status">
      <strong>{t('lists.selection.count', { count: props.countOf(here()?.count ?? props.selection.count) })}</strong>
      <For each={summedFields(props.definition.collection)}>
        {({ field }) => <span>{totalOf(field, here()?.totals ?? {})}</span>}
      </For>
      <Show when={inList() && outside() > 0}>
        <span class="dim">{t('lists.selection.outside', { n: outside() })}</span>
      </Show>
    </p>
  )
}
