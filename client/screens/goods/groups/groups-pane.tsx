import FolderTree from 'lucide-solid/icons/folder-tree'
import { createSignal, Show } from 'solid-js'
import type { Item } from '../../../data/queries/query.ts'
import type { Pane } from '../../../records/catalog.tsx'
import type { Listing } from '../../../records/list/listing.ts'
import { useMayWrite } from '../../../records/rights.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { createMedia, MIDDLE } from '../../../ui/look/media.ts'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { PriceActs } from '../price-acts.tsx'
import { carriable } from './carrying.ts'
import { GroupTree } from './group-tree.tsx'
import { createGroups, type Groups } from './use-groups.ts'

/** The tree of groups beside the list of goods; where there is no room for it, behind a button over the list, with the acts of prices. */
export function createGroupsPane(listing: Listing<Item>): Pane {
  const isMiddle = createMedia(MIDDLE)
  const mayWrite = useMayWrite('products')
  const { t } = useWords()
  const groups = createGroups(listing)
  /** A product that is chosen is carried with all that are. */
  const carriedWith = (id: string) => (listing.selection.has(id) ? listing.selection.ids() : [id])
  return {
    content: () => (
      <Show when={isMiddle()} fallback={<GroupTree groups={groups} />}>
        <div class="groups-bar">
          <GroupsBar groups={groups} />
          <PriceActs folded />
        </div>
      </Show>
    ),
    watchRow: (element, idOf) =>
      carriable(element, {
        carried: () => {
          const id = mayWrite ? idOf() : null
          return id === null ? null : { products: carriedWith(id) }
        },
        label: () => t('goods.groups.carried', { n: carriedWith(idOf() ?? '').length }),
      }),
    fresh: () => {
      const group = groups.shown()
      return typeof group === 'string' ? { group } : {}
    },
  }
}

function GroupsBar(props: { readonly groups: Groups }) {
  const { t } = useWords()
  const [isOpen, setOpen] = createSignal(false)
  const shown = () => {
    const group = props.groups.shown()
    if (group === null) return t('goods.groups.none')
    return props.groups.all().find(({ id }) => id === group)?.name ?? t('goods.groups.all')
  }
  return (
    <nav aria-label={t('goods.groups.title')}>
      <Button look="ghost" icon={FolderTree} onClick={() => setOpen(true)}>
        <span class="cut">{shown()}</span>
      </Button>
      <Dialog open={isOpen()} title={t('goods.groups.title')} onClose={() => setOpen(false)}>
        <GroupTree groups={props.groups} onShow={() => setOpen(false)} />
      </Dialog>
    </nav>
  )
}
