import { declaredOf } from '../../../../shared/custom/declared.ts'
import { takeCustomFieldsFrom } from '../../../../shared/custom/known.ts'
import { type ImportPart, partsOfImport } from '../../../../shared/importing/import-records.ts'
import { formOf } from '../../../../shared/importing/layout/form-of.ts'
import { guessLayout } from '../../../../shared/importing/layout/guess.ts'
import type { Layout } from '../../../../shared/importing/layout/layout.ts'
import { mappingOf } from '../../../../shared/importing/layout/mapping-of.ts'
import { CHOICES, TARGETS } from '../../../../shared/importing/layout/words.ts'
import { type FileForm, openFile } from '../../../../shared/importing/opening/open-file.ts'
import { type IntoKind, ordersMapping, ordersMet } from '../../../../shared/importing/opening/orders/orders-mapping.ts'
import { NAME, type OrdersTable } from '../../../../shared/importing/opening/orders/orders-table.ts'
import type { Table } from '../../../../shared/importing/opening/table.ts'
import { type ImportOptions, type ImportPlan, planImport } from '../../../../shared/importing/plan.ts'
import type { Known } from '../../../../shared/importing/planning/book.ts'
import { LARGEST } from '../../../../shared/importing/reading/bytes/decode.ts'
import type { Mapping } from '../../../../shared/importing/reading/mapping.ts'
import { type FileProblem, problemAt } from '../../../../shared/importing/reading/problem.ts'
import type { Sheet } from '../../../../shared/importing/reading/sheet.ts'
import { refusedRows } from '../../../../shared/importing/refused.ts'
import { asCsv } from '../../../../shared/lists/sheet.ts'
import { DICTIONARIES } from '../../../../shared/locales/dictionaries.ts'
import type { Language } from '../../../../shared/locales/index.ts'
import type { Collection, Row } from '../../../../shared/records/declarations/collection.ts'
import { Payments } from './payments.ts'
import { planView } from './plan-view.ts'
import type { Answers, Asked, FileView, PlanView, TableView } from './views.ts'

/** So many of a column's cells, and of a file's problems, are shown. */
const SAMPLES = 3
const PROBLEMS = 50

/** One file and what is done with it. */
export class Desk {
  #tables: readonly Table[] = []
  readonly #rows = new Map<string, object[]>()
  #plan: ImportPlan | null = null
  /** The sheet whose rows the plan is of. */
  #sheet: Sheet | null = null
  #orders: OrdersTable | null = null
  #orderIds: readonly string[] = []
  #payments = new Payments(null)

  answer(asked: Asked): Promise<Answers[Asked['ask']]> | Answers[Asked['ask']] {
    if (asked.ask === 'open') return this.#open(asked)
    if (asked.ask === 'know') return this.#know(asked)
    if (asked.ask === 'plan') return this.#makePlan(asked.table, asked.layout)
    if (asked.ask === 'meet') return this.#meet(asked.orders)
    if (asked.ask === 'planOrders') return this.#planOrders(asked.into, asked.isHeard)
    if (asked.ask === 'refused') return this.#refused(asked.language)
    if (asked.ask === 'claims') return this.#payments.know(asked)
    if (asked.ask === 'match') return this.#payments.match(asked)
    return this.#parts()
  }

  async #open({ file, added }: Asked & { readonly ask: 'open' }): Promise<FileView | FileProblem> {
    const declared = declaredOf(added)
    takeCustomFieldsFrom(() => declared)
    if (file.size > LARGEST) return problemAt(null, 'file-too-large', { megabytes: LARGEST / 1024 / 1024 })
    const opened = await openFile(file.name, new Uint8Array(await file.arrayBuffer()))
    if ('code' in opened) return opened
    this.#tables = opened.tables
    this.#payments = new Payments(opened.statement ?? null)
    this.#orders = opened.orders ?? null
    const { form, encoding, separator, problems } = opened
    return {
      ...{
        form,
        encoding,
        separator,
        statement: this.#payments.view(),
        orders: opened.orders?.orders.rows.length ?? 0,
      },
      tables: opened.tables.map((table) => tableView(table, form)),
      problems: problems.slice(0, PROBLEMS),
      problemCount: problems.length,
    }
  }

  #know({ collection, from, rows }: Asked & { readonly ask: 'know' }): null {
    const before = this.#rows.get(collection)
    if (before && from > 0) before.push(...rows)
    else this.#rows.set(collection, [...rows])
    return null
  }

  #makePlan(at: number, layout: Layout): PlanView {
    const table = this.#tables[at]
    if (!table) throw new Error(`no table ${at}`)
    const { sheet, known } = table
    const mapping = mappingOf({ layout, sheet, choices: CHOICES, ...(known && { source: known.source }) })
    const named = sheet.columns.find((column) => layout.targets[column] === 'name') ?? layout.key
    return planView(this.#planned(mapping, [sheet]), sheet, named)
  }

  /** Which orders of the company the file's own have become before. */
  #meet(ids: readonly string[]): string[] {
    this.#orderIds = ids
    return this.#orders ? ordersMet(this.#orders, ids) : []
  }

  #planOrders(into: IntoKind, isHeard: boolean): PlanView {
    if (!this.#orders) throw new Error('no orders')
    const { orders, buyers, goods } = this.#orders
    const plan = this.#planned(ordersMapping(this.#orders, into), [orders, buyers, goods], { isHeard })
    return planView(plan, orders, NAME)
  }

  #planned(mapping: Mapping, sheets: readonly Sheet[], options?: ImportOptions): ImportPlan {
    const files = new Map(sheets.map((sheet) => [sheet.file, sheet]))
    const plan = planImport(mapping, files, this.#known(), Date.now(), options)
    // The screen offers what fits the table and the collection, a name among it.
    if ('problems' in plan) throw new Error(`no mapping: ${JSON.stringify(plan.problems)}`)
    this.#plan = plan
    this.#sheet = sheets[0] ?? null
    return plan
  }

  #refused(language: Language): string {
    const [sheet, plan] = [this.#sheet, this.#plan]
    if (!sheet || !plan) throw new Error('nothing was planned')
    return asCsv(refusedRows(sheet, plan.report.problems, DICTIONARIES[language]), language)
  }

  #parts(): readonly ImportPart[] {
    return partsOfImport(this.#plan?.commands ?? [])
  }

  /** The page has handed over what rows of this layout may meet. */
  #known(): Known {
    return {
      rows: <C extends Collection>({ name }: C) => (this.#rows.get(name) ?? []) as Row<C>[],
      orderIds: () => this.#orderIds,
    }
  }
}

function tableView({ title, sheet, known }: Table, form: FileForm): TableView {
  const columns = sheet.columns.map((name) => ({ name, samples: samplesOf(sheet.rows, name) }))
  const guess = known?.layout ?? guessLayout(sheet, TARGETS)
  return {
    title,
    rows: sheet.rows.length,
    broken: sheet.broken.length,
    columns,
    guess,
    form: form === 'rows' ? formOf(sheet) : null,
  }
}

/** The first cells that are filled, each once. */
function samplesOf(rows: Table['sheet']['rows'], column: string): string[] {
  const found = new Set<string>()
  for (const { cells } of rows) {
    const text = cells[column] ?? ''
    if (text !== '') found.add(text)
    if (found.size === SAMPLES) break
  }
  return [...found]
}
