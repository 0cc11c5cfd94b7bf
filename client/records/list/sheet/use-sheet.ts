import { shownPart } from '../../../../shared/lists/view.ts'
import type { PlainPath } from '../../../../shared/locales/index.ts'
import type { UnderWay } from '../../../../shared/under-way.ts'
import { useData } from '../../../data/page/solid.tsx'
import { type Item, isHead } from '../../../data/queries/query.ts'
import { useToasts } from '../../../ui/overlays/toast.tsx'
import { todayIn } from '../../../ui/words/parse-date.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useActs } from '../../use-acts.ts'
import { createFieldLabel } from '../field-label.ts'
import type { Listing } from '../listing.ts'
import type { SheetForm } from './making/make.ts'
import { openMaker } from './making/maker.ts'
import { createSheetValues } from './values.ts'

export type SheetFile = 'csv' | 'xlsx'

/** So many records are fetched and written as cells at a time: a moment each, so that the page stays lively. */
const PART = 250

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
  /** The records of a part, in their order. */
  const itemsOf = async (ids: readonly string[]) => {
    const some = { ...query(0, ids.length), filter: [], search: '', group: [], ids }
    const rows = (await data.once(some)).rows.flatMap((row) => (isHead(row) ? [] : [[row.id, row] as const]))
    const byId = new Map<string, Item>(rows)
    return ids.flatMap((id) => byId.get(id) ?? [])
  }
  /** Gathers the table part by part, and makes it into the forms that are asked for, until it is stopped; how many rows it has. */
  const made = async (ids: readonly string[] | null, forms: readonly SheetForm[], { onProgress, signal }: UnderWay) => {
    const fields = shownPart(state.view(), definition.collection).columns.map(({ field }) => field)
    const maker = openMaker(fields.map(labelOf), signal)
    try {
      const ordered = await inOrder(ids)
      let count = 0
      for (let from = 0; from < ordered.length; from += PART) {
        onProgress({ done: from, total: ordered.length, way: 'forth' })
        const items = await itemsOf(ordered.slice(from, from + PART))
        signal.throwIfAborted()
        maker.add(items.map((item) => fields.map((field) => cellOf(item, field))))
        count += items.length
      }
      onProgress({ done: ordered.length, total: ordered.length, way: 'forth' })
      const how = { language: language(), name: title() }
      return { count, blobs: await Promise.all(forms.map((form) => maker.make({ ...how, form }))) }
    } finally {
      maker.end()
    }
  }

  const working = <T>(label: PlainPath, deed: (underWay: UnderWay) => Promise<T>) =>
    toasts.during(t(label), deed, 'file-stopped')
  const copy = async (ids: readonly string[]) => {
    const copied = working('lists.sheet.copying', (underWay) => made(ids, ['tsv', 'html'], underWay))
    const blob = async (at: number) => (await copied).blobs[at] ?? ''
    // Given at once as promises: a browser lets a page write only in the moment of the press.
    const written = navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob(0), 'text/html': blob(1) })])
    // What kept it from being made says more than the browser, which was given nothing.
    const [{ count }] = await Promise.all([copied, written])
    toasts.show({ text: t('lists.sheet.copied', { n: count }) })
  }
  const save = async (file: SheetFile, ids: readonly string[] | null) => {
    const { count, blobs } = await working('lists.sheet.saving', (underWay) => made(ids, [file], underWay))
    for (const blob of blobs) download(blob, `${title()} ${todayIn(zone())}.${file}`)
    toasts.show({ text: t('lists.sheet.saved', { n: count }) })
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
