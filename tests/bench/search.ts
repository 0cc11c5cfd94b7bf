import { deepStrictEqual } from 'node:assert'
import MiniSearch from 'minisearch'
import { IndexMaker } from '../../shared/search/index/block.ts'
import { IndexedDocument, type Shelved } from '../../shared/search/index/document.ts'
import { keptIndexOf } from '../../shared/search/index/kept.ts'
import { SearchIndex } from '../../shared/search/index/search-index.ts'
import { termsOf } from '../../shared/search/index/terms.ts'
import { wordsIn } from '../../shared/search/index/words.ts'
import { type BenchFigure, type BenchResult, below, median, megabytes, milliseconds } from './result.ts'
import { CUSTOMERS, EVENTS, ORDERS, QUARTERS, type SearchedDocument, searchedDocuments } from './search/company.ts'

export const name = 'Search over everything'

/** What is typed: word forms, parts of numbers, phones, names, a slip, the other layout. */
const TYPED = [
  'кухню',
  'столешница дуб',
  '12345',
  '916 555',
  'покупатель 777',
  'перезвонит',
  'витражное окно',
  'кухгя',
  'cnjktiybwf',
  'к',
]
const ROUNDS = 7
/** As the worker does it (client/data/queries/finding/indexing.ts). */
const SLICE = 6
const FEW = 20

const ANY = { kinds: null, concerns: null }
const MEANINGS = { meant: (id: string) => id, mergedInto: () => [] }

/** Our index and MiniSearch's over the same records in the same process. */
export async function run(): Promise<BenchResult> {
  const before = heap()
  const index = new SearchIndex(MEANINGS)
  const made = { took: 0, longest: 0, disk: 0 }
  const names: string[] = []
  for (const one of searchedDocuments()) {
    const { name, shelved } = one
    const { parts, document } = madeInSlices(one, made)
    made.disk += keptIndexOf(parts, shelved, { by: 'bench', upTo: 1 }).block.byteLength
    index.put(name, document)
    names.push(name)
  }
  const first = new Set(names.slice(0, 6))
  const ours = measured(index, first)
  const heapOfOurs = heap() - before
  const theirs = miniSearch()
  deepStrictEqual(index.has('customers'), true)
  const held = heapOfOurs < 400e6
  const figures: BenchFigure[] = [
    below(
      'first answers (customers, goods, the two newest quarters of orders and events), median',
      median(ours.first),
      'ms',
      50,
    ),
    below('the same, the slowest of what was typed', Math.max(...ours.first), 'ms', 50),
    below('all answers, median', median(ours.all), 'ms', 500),
    below('the same, the slowest of what was typed', Math.max(...ours.all), 'ms', 500),
    {
      what: 'MiniSearch: all answers, median, slowest',
      value: `${milliseconds(median(theirs.all))}, ${milliseconds(Math.max(...theirs.all))}`,
    },
    { what: 'all indexes made', value: `${(made.took / 1000).toFixed(1)} s` },
    { what: 'MiniSearch: the same, in one piece', value: `${(theirs.made / 1000).toFixed(1)} s` },
    { what: 'longest slice while they are made, in which nobody else is heard', value: milliseconds(made.longest) },
    { what: 'indexes on disk', value: megabytes(made.disk) },
    { what: 'MiniSearch: the same, as JSON', value: theirs.disk },
    {
      what: 'indexes in memory, with the ids of all records',
      value: megabytes(heapOfOurs),
      target: 'under 400 MB',
      held,
    },
    { what: 'MiniSearch: the same', value: megabytes(theirs.heap) },
  ]
  return { about: ABOUT, figures, details: details(ours.each) }
}

/** An index as the worker makes it; notes how long it took, and the longest that nobody else was heard. */
function madeInSlices({ shelved, row }: SearchedDocument, made: { took: number; longest: number }) {
  const making = steps(shelved, row)
  const began = performance.now()
  let since = began
  for (let step = making.next(); ; step = making.next()) {
    const now = performance.now()
    if (now - since >= SLICE || step.done) {
      made.longest = Math.max(made.longest, now - since)
      since = performance.now()
    }
    if (!step.done) continue
    made.took += now - began
    return step.value
  }
}

function* steps(shelved: readonly Shelved[], row: SearchedDocument['row']) {
  const maker = new IndexMaker()
  let count = 0
  for (const { collection, ids } of shelved) {
    for (const id of ids) {
      maker.add(termsOf(collection, row(collection, id)))
      if (++count % FEW === 0) yield
    }
  }
  const parts = yield* maker.making()
  return { parts, document: yield* IndexedDocument.making(shelved, parts) }
}

function measured(index: SearchIndex, first: ReadonlySet<string>) {
  const each = TYPED.map((text) => {
    const rounds = Array.from({ length: ROUNDS }, () => {
      const began = performance.now()
      const steps = index.search({ text, ...ANY }, first)
      let found = steps.next()
      const early = performance.now() - began
      let last = found
      while (!found.done) {
        last = found
        found = steps.next()
      }
      const counts = last.done ? [] : [...last.value.all.values()].map(({ count }) => count)
      return { early, all: performance.now() - began, count: counts.reduce((sum, one) => sum + one, 0) }
    }).slice(2)
    const [early, all] = [median(rounds.map((one) => one.early)), median(rounds.map((one) => one.all))]
    return { text, early, all, count: rounds[0]?.count ?? 0 }
  })
  return { each, first: each.map(({ early }) => early), all: each.map(({ all }) => all) }
}

/** The same words in one index of theirs: prefixes, and a slip. It knows no forms, no parts of numbers and no phones. */
function miniSearch() {
  const before = heap()
  const began = performance.now()
  const mini = new MiniSearch<{ id: number; title: string; text: string }>({
    fields: ['title', 'text'],
    tokenize: (text) => [...wordsIn(text)],
    processTerm: (term) => term,
  })
  let id = 0
  for (const { shelved, row } of searchedDocuments()) {
    for (const { collection, ids } of shelved) {
      mini.addAll(
        ids.map((one) => {
          const { titles, texts } = termsOf(collection, row(collection, one))
          return { id: id++, title: [...titles].join(' '), text: [...texts].join(' ') }
        }),
      )
    }
  }
  const made = performance.now() - began
  const own = heap() - before
  const all = TYPED.map((text) =>
    median(
      Array.from({ length: ROUNDS }, () => {
        const from = performance.now()
        mini.search(text, { prefix: true, fuzzy: (term) => (term.length >= 4 ? 1 : false), combineWith: 'AND' })
        return performance.now() - from
      }).slice(2),
    ),
  )
  return { made, heap: own, all, disk: diskOf(mini) }
}

function diskOf(mini: MiniSearch): string {
  try {
    return megabytes(Buffer.byteLength(JSON.stringify(mini)))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return 'more than a text can be'
  }
}

function heap(): number {
  global.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

function details(each: ReturnType<typeof measured>['each']): string {
  const rows = each.map(
    ({ text, early, all, count }) => `| ${text} | ${count} | ${milliseconds(early)} | ${milliseconds(all)} |`,
  )
  return ['| typed | found | first | all |', '| --- | ---: | ---: | ---: |', ...rows].join('\n')
}

const ABOUT = `${ORDERS} orders with lines and notes, ${CUSTOMERS} customers with contacts, phones, INN and e-mails, ${EVENTS} events with
subject and text, in ${QUARTERS} quarters: an index of each document, made in slices of ${SLICE} ms as the data worker makes it. What is
typed: forms of words, a part of a number, a phone, a customer's name, a slip, the other layout, one letter; medians of
${ROUNDS - 2} rounds each behind two for warming up. MiniSearch 7.2 has the same words in one index, finds their beginnings and forgives a slip in the same
process; it knows no forms of words, parts of numbers, phones or customers of orders. Memory is heap and typed arrays after a
forced collection.`
