import { Show } from 'solid-js'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { COMPACT, createMedia } from '../../../ui/look/media.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import { BY } from '../view/address/address.ts'

/** Whose measures are shown: of all orders, or of each customer, manager or department. Phones have no room for all in a row. */
export function VariantPick() {
  const { t } = useWords()
  const funnel = useFunnel()
  const isCompact = createMedia(COMPACT)
  const options = () => BY.map((value) => ({ value, label: t(`funnel.by.${value}`) }))
  const choose = (value: string | null) => funnel.change({ by: BY.find((by) => by === value) ?? 'order', open: [] })
  return (
    <Show
      when={isCompact()}
      fallback={
        <Segmented label={t('funnel.variant')} bare value={funnel.view().by} options={options()} onCommit={choose} />
      }
    >
      <Select
        label={t('funnel.variant')}
        class="variant-pick"
        bare
        value={funnel.view().by}
        options={options()}
        onCommit={choose}
      />
    </Show>
  )
}
