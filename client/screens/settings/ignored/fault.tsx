import { Show } from 'solid-js'
import { ignoredNumbers } from '../../../../shared/calls/collections.ts'
import { faultOfMask } from '../../../../shared/calls/ignored/mask.ts'
import { createRecord } from '../../../data/page/solid.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** What numbers that are not handled mean, and why the one whose card is open does nothing, where it does not. */
export function MaskFault(props: { readonly id: string }) {
  const { t } = useWords()
  const record = createRecord(ignoredNumbers, () => props.id)
  const fault = () => {
    const number = record()?.row?.number
    return number ? faultOfMask(number) : null
  }
  return (
    <>
      <Show when={fault()}>{(one) => <Banner look="warn">{t(`calling.maskFaults.${one()}`)}</Banner>}</Show>
      <p class="dim">{t('calling.ignoredText')}</p>
    </>
  )
}
