import { useWords } from '../../../ui/words/words.tsx'
import type { HomeAround } from '../around.ts'
import { OrdersPanel } from './orders-rows.tsx'

const DAY = 86_400_000

/** Orders that stand longer in their state than it allows, the longest first. */
export function Standing(props: { readonly around: HomeAround; readonly of?: string }) {
  const { t } = useWords()
  const own = () => (props.of === undefined ? [] : [{ field: 'responsible', is: 'in', values: [props.of] } as const])
  return (
    <OrdersPanel
      title={t('home.standing')}
      nothing={t('home.noneStands')}
      filter={[{ field: 'tooLong', is: 'equal', values: [true] }, ...own()]}
      sort={{ field: 'since', down: false }}
      end={({ since }) => t('home.days', { n: since === null ? 0 : Math.floor((props.around.clock() - since) / DAY) })}
      isLate
    />
  )
}
