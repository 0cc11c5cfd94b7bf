import { Show } from 'solid-js'
import type { UnderWay } from '../../../../shared/under-way.ts'
import { useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { Skeleton } from '../../../ui/signs/waiting.tsx'
import { useToasts } from '../../../ui/toasts/use-toasts.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { createPriceTypes } from './price-types.ts'
import { createSetting } from './setting.ts'
import { SettingForm } from './setting-form.tsx'
import { SettingPreview } from './setting-preview.tsx'

/** «Установка цен»: many prices by one rule, seen before they are set. */
export function SetPricesDialog(props: { readonly onClose: () => void }) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const toasts = useToasts()
  const types = createPriceTypes()
  const setting = createSetting(types)
  const apply = () => {
    const present = setting.setting()
    if (!present) return
    const asked = setting.ids()
    props.onClose()
    void acts.attempt(async () => {
      const ids = await asked
      const deed = (underWay: UnderWay) => data.run('setPrices', { ...present, ids }, underWay)
      const { act, result } = await toasts.during(t('goods.setting.working'), deed, 'change-stopped')
      acts.said(t('goods.setting.done', { set: result.set, left: result.left }), act)
    })
  }
  return (
    <Dialog
      open
      size="wide"
      title={t('goods.setting.title')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button look="primary" disabled={!setting.answer()?.counts.set} onClick={apply}>
            {t('goods.setting.apply')}
          </Button>
        </>
      }
    >
      <Show when={types.all().length > 0} fallback={<p>{t('goods.prices.noTypes')}</p>}>
        <SettingForm setting={setting} types={types} />
        <Show when={setting.answer()} fallback={<Skeleton lines={6} />}>
          {(answer) => <SettingPreview answer={answer()} currency={types.currencyOf(setting.priceType())} />}
        </Show>
      </Show>
    </Dialog>
  )
}
