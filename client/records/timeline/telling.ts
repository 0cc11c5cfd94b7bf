import { plainText } from '../../../shared/discussion/text/parts.ts'
import type { TimelineRow } from '../../data/queries/timeline/query.ts'
import { useWords } from '../../ui/words/words.tsx'
import { createCurrency } from '../company.ts'
import { choiceLabel } from '../words/labels.ts'
import { createNames } from '../words/who.ts'
import { createCallTelling } from './call-telling.ts'

/** Tells entries of a timeline in words. */
export function createTelling() {
  const { t, format } = useWords()
  const own = createCurrency()
  const call = createCallTelling()
  const names = createNames()
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  const money = (sum: unknown, { item }: TimelineRow) =>
    typeof sum === 'number' ? format.money(sum, text(item?.currency) ?? own()) : undefined
  const word = (
    collection: 'events' | 'jobs' | 'orders' | 'invoices' | 'messages' | 'calls',
    field: string,
    value: unknown,
  ) => text(value) && t(choiceLabel(collection, field, String(value)))
  const undelivered = (item: TimelineRow['item']) => (text(item?.undelivered) ? t('mail.undelivered.is') : undefined)
  const number = ({ item, kind }: TimelineRow) => {
    const what = kind === 'invoice' ? t('invoices.one') : t(`orders.one.${item?.sort === 'work' ? 'work' : 'customer'}`)
    return `${what} ${text(item?.number) ?? ''}`.trim()
  }
  const fact = (row: TimelineRow) =>
    [word('orders', 'kind', row.part?.kind ?? row.kind), money(row.part?.sum, row)].filter(Boolean).join(' ')

  /** What it was. */
  const title = (row: TimelineRow): string => {
    const { kind, item } = row
    if (kind === 'move') return text(item?.number) ?? number(row)
    if (kind === 'shipment' || kind === 'payment') return fact(row)
    if (kind === 'invoice' || kind === 'order') return [number(row), money(item?.total, row)].filter(Boolean).join(', ')
    if (kind === 'call') return text(item?.number) ?? t('calling.withheld')
    if (kind === 'comment') return plainText(text(item?.text) ?? '', (person) => names().person(person))
    return text(item?.subject) ?? text(item?.text) ?? text(item?.name) ?? t('common.nameless')
  }

  /** What else is to be known of it, in one line. */
  const details = (row: TimelineRow): readonly (string | undefined)[] => {
    const { kind, item, part } = row
    if (kind === 'event')
      return [word('events', 'kind', item?.kind), word('events', 'state', item?.state), text(item?.contact)]
    if (kind === 'message')
      return [
        word('messages', 'way', item?.way),
        word('messages', 'state', item?.state),
        undelivered(item),
        text(item?.to),
      ]
    if (kind === 'letter')
      return [
        t(`mail.directions.${item?.direction === 'out' ? 'out' : 'in'}`),
        undelivered(item),
        text(item?.fromName) ?? text(item?.fromAddress),
      ]
    if (kind === 'call') return call(item)
    if (kind === 'job') return [t('timeline.one.job'), word('jobs', 'state', item?.state)]
    if (kind === 'calendarRecord') return [t('timeline.one.calendarRecord'), text(item?.where)]
    if (kind === 'move') return [text(part?.comment)]
    if (kind === 'payment') return [number(row), word('orders', 'way', part?.way)]
    if (kind === 'shipment') return [number(row)]
    if (kind === 'invoice') return [word('invoices', 'how', item?.how)]
    return [kind === 'order' ? text(item?.note) : t(`timeline.one.${kind}`)]
  }

  return {
    title,
    more: (row: TimelineRow) => [...details(row), row.who ?? undefined].filter(Boolean).join(' · '),
    isDay,
  }
}

/** Whether it has a day and no time. */
function isDay({ kind, item, part }: TimelineRow): boolean {
  if (kind === 'job' || kind === 'calendarRecord') return (item?.start ?? null) === null
  return (kind === 'payment' || kind === 'shipment') && typeof part?.date === 'string' && part.date !== ''
}
