import BadgePercent from 'lucide-solid/icons/badge-percent'
import ListOrdered from 'lucide-solid/icons/list-ordered'
import Tags from 'lucide-solid/icons/tags'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { useMayWrite } from '../../records/rights.ts'
import { Button, IconButton } from '../../ui/actions/button.tsx'
import { Menu } from '../../ui/overlays/panes/menu.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { PriceListDialog } from './lists/price-list-dialog.tsx'
import { SetPricesDialog } from './prices/set-prices-dialog.tsx'

/** «Прайс-лист» and «Установка цен»: in words in the top bar, or, where that has no room for them, behind one button. */
export function PriceActs(props: { readonly folded?: boolean }) {
  const { t } = useWords()
  const mayWrite = useMayWrite('products')
  const [open, setOpen] = createSignal<'list' | 'setting' | null>(null)
  const list = () => ({ icon: ListOrdered, label: t('goods.list.title'), onSelect: () => setOpen('list') })
  const setting = () => ({ icon: BadgePercent, label: t('goods.setting.title'), onSelect: () => setOpen('setting') })
  const acts = () => (mayWrite ? [list(), setting()] : [list()])
  const close = () => setOpen(null)
  return (
    <>
      <Show
        when={props.folded}
        fallback={
          <For each={acts()}>
            {(act) => (
              <Button icon={act.icon} onClick={act.onSelect}>
                {act.label}
              </Button>
            )}
          </For>
        }
      >
        <Menu
          label={t('goods.prices.title')}
          placement="bottom-end"
          items={acts()}
          trigger={(attributes) => <IconButton {...attributes} icon={Tags} label={t('goods.prices.title')} />}
        />
      </Show>
      <Switch>
        <Match when={open() === 'list'}>
          <PriceListDialog onClose={close} />
        </Match>
        <Match when={open() === 'setting'}>
          <SetPricesDialog onClose={close} />
        </Match>
      </Switch>
    </>
  )
}
