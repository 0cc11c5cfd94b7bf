import ListOrdered from 'lucide-solid/icons/list-ordered'
import { createSignal, Show } from 'solid-js'
import { useWords } from '../../../ui/words/words.tsx'
import { ScreenAct } from '../screen-act.tsx'
import { PriceListDialog } from './price-list-dialog.tsx'

/** «Прайс-лист»: for the screen, as PDF, for spreadsheets. */
export function PriceListButton() {
  const { t } = useWords()
  const [isOpen, setOpen] = createSignal(false)
  return (
    <>
      <ScreenAct icon={ListOrdered} label={t('goods.list.title')} onClick={() => setOpen(true)} />
      <Show when={isOpen()}>
        <PriceListDialog onClose={() => setOpen(false)} />
      </Show>
    </>
  )
}
