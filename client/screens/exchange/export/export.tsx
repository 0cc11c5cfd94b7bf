import Contact from 'lucide-solid/icons/contact'
import FileCode from 'lucide-solid/icons/file-code'
import Package from 'lucide-solid/icons/package'
import { useCards } from '../../../records/saving/use-cards.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useGoods } from './use-goods.ts'
import { useOrders } from './use-orders.ts'

/** What goes out of the program as a whole; lists save what they show themselves. */
export function Export() {
  const { t } = useWords()
  const [cards, goods, orders] = [useCards(), useGoods(), useOrders()]
  return (
    <Section title={t('exchange.export.title')}>
      <div class="exchange-acts">
        <Button icon={Contact} onClick={() => cards()}>
          {t('exchange.export.cards')}
        </Button>
        <Button icon={Package} onClick={goods}>
          {t('exchange.export.goods')}
        </Button>
        <Button icon={FileCode} onClick={orders}>
          {t('exchange.export.exchange')}
        </Button>
      </div>
      <p class="dim">{t('exchange.export.hint')}</p>
    </Section>
  )
}
