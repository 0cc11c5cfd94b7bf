import { useWords } from '../../../ui/words/words.tsx'
import type { HomeAround } from '../around.ts'
import { Tile } from '../parts/tile.tsx'
import { createTable, reportAt, totalOf, viewOver } from '../reporting.ts'

/** What customers owe, and what is owed to them, as of now. */
export function DebtsTile(props: { readonly around: HomeAround }) {
  const { t } = useWords()
  const view = () =>
    viewOver('debts', { from: null, to: props.around.today(), measures: ['theyOwe', 'weOwe'], rows: ['customer'] })
  const table = createTable(view, props.around)
  return (
    <Tile title={t('home.debtors')} figure={table() && props.around.money(totalOf(table()))} to={reportAt(view())}>
      <span class="home-tile-more">{table() && t('home.weOwe', { sum: props.around.money(totalOf(table(), 1)) })}</span>
    </Tile>
  )
}
