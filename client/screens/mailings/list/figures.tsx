import { Show } from 'solid-js'
import type { Item } from '../../../data/queries/query.ts'
import { useWords } from '../../../ui/words/words.tsx'

/** Figures stand close together, so that one sees at once what mailings came to. */
const WIDTHS = {
  sent: 110,
  opened: 110,
  clicked: 110,
  unsubscribed: 130,
  bounced: 110,
  orders: 100,
  ordersTotal: 130,
} as const
/** Figures that are told as a share of what was sent, too. */
const SHARES = ['opened', 'clicked', 'unsubscribed', 'bounced'] as const
type Shared = (typeof SHARES)[number]
/** Those that are counted only where the mailing asks for it. */
const COUNTED: { readonly [S in Shared]?: string } = { opened: 'countsOpened', clicked: 'countsClicked' }

/** How the list of mailings shows their figures, by column. */
export function figureCells() {
  const widths = Object.fromEntries(Object.entries(WIDTHS).map(([field, width]) => [field, { width }]))
  const shares = SHARES.map(
    (figure) => [figure, { width: WIDTHS[figure], cell: (row: Item) => <Share row={row} figure={figure} /> }] as const,
  )
  return { ...widths, ...Object.fromEntries(shares) }
}

function Share(props: { readonly row: Item; readonly figure: Shared }) {
  const { format } = useWords()
  const sent = () => Number(props.row.sent ?? 0)
  const came = () => Number(props.row[props.figure] ?? 0)
  const isCounted = () => {
    const counted = COUNTED[props.figure]
    return counted === undefined || props.row[counted] === true
  }
  return (
    <Show when={sent() > 0 && isCounted()}>
      {format.integer(came())} <span class="dim">{format.percent(Math.round((came() * 1000) / sent()), 1)}</span>
    </Show>
  )
}
