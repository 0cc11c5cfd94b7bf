import type { SheetTable } from '../../../../shared/lists/sheet.ts'
import { shownPart } from '../../../../shared/lists/view.ts'
import { useData } from '../../../data/page/solid.tsx'
import { type Item, isHead } from '../../../data/queries/query.ts'
import { useToasts } from '../../../ui/overlays/toast.tsx'
import { todayIn } from '../../../ui/words/parse-date.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useActs } from '../../use-acts.ts'
import { createFieldLabel } from '../field-label.ts'
import type { Listing } from '../listing.ts'
import { createSheetValues } from './values.ts'

export type SheetFile = 'csv' | 'xlsx'

/** So many records are fetched at a time, so that the page stays lively. */
const PART = 2000

/** What is done with a list's records outside of the program; `ids` null takes all that the list has. */
export interface Sheet {
  readonly copy: (ids: readonly string[]) => void
  readonly save: (file: SheetFile, ids: readonly string[] | null) => void
}

/** Copies records of a list for a spreadsheet, and saves them as files: in its order, with its columns. */
export function useSheet<R extends { readonly id: string }>(listing: Listing<R>, title: () => string): Sheet {
  const { definition, state, query } = listing
  const { t, language, zone } = useWords()
  const data = useData()
  const toasts = useToasts()
  const acts = useActs()
  const labelOf = createFieldLabel(() => definition.collection)
  const cellOf = createSheetValues(definition.collection)

  /** All of the list's ids, in its order; of those that are chosen, such as have left the list come last. */
  const inOrder = async (ids: readonly string[] | null) => {
    const all = (await data.once({ what: 'ids', list: query(0, 0), between: null })).ids
    if (ids === null) return all
    const chosen = new Set(ids)
    const here = all.filter((id) => chosen.delete(id))
    return [...here, ...chosen]
  }
  const itemsOf = async (ids: readonly string[]) => {
    const byId = new Map<string, Item>()
    for (let from = 0; from < ids.length; from += PART) {
      const part = ids.slice(from, from + PART)
      const some = { ...query(0, part.length), filter: [], search: '', group: [], ids: part }
      for (const row of (await data.once(some)).rows) if (!isHead(row)) byId.set(row.id, row)
    }
    return ids.flatMap((id) => byId.get(id) ?? [])
  }
  const tableOf = async (ids: readonly string[] | null): Promise<SheetTable> => {
    const fields = shownPart(state.view(), definition.collection).columns.map(({ field }) => field)
    const items = await itemsOf(await inOrder(ids))
    return { heads: fields.map(labelOf), rows: items.map((item) => fields.map((field) => cellOf(item, field))) }
  }

  const copy = async (ids: readonly string[]) => {
    const made = Promise.all([import('../../../../shared/lists/sheet.ts'), tableOf(ids)])
    const text = made.then(([{ asTsv }, table]) => asTsv(table, language()))
    const html = made.then(([{ asHtml }, table]) => asHtml(table, language()))
    const typed = (type: string, content: Promise<string>) => content.then((one) => new Blob([one], { type }))
    // Given at once as promises: a browser lets a page write only in the moment of the press.
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/plain': typed('text/plain', text), 'text/html': typed('text/html', html) }),
    ])
    toasts.show({ text: t('lists.sheet.copied', { n: ids.length }) })
  }
  const fileOf = async (file: SheetFile, table: SheetTable): Promise<Blob> => {
    if (file === 'xlsx') return (await import('./workbook.ts')).asWorkbook(table, title())
    const { asCsv } = await import('../../../../shared/lists/sheet.ts')
    return new Blob([asCsv(table, language())], { type: 'text/csv;charset=utf-8' })
  }
  const save = async (file: SheetFile, ids: readonly string[] | null) => {
    const table = await tableOf(ids)
    download(await fileOf(file, table), `${title()} ${todayIn(zone())}.${file}`)
    toasts.show({ text: t('lists.sheet.saved', { n: table.rows.length }) })
  }
  return {
    copy: (ids) => void acts.attempt(() => copy(ids)),
    save: (file, ids) => void acts.attempt(() => save(file, ids)),
  }
}

function download(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
