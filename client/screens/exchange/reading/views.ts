import type { Claim, Matched } from '../../../../shared/bank/claims.ts'
import type { CustomFieldRow } from '../../../../shared/custom/collections.ts'
import type { ImportPart } from '../../../../shared/importing/import-records.ts'
import type { CellForms, Layout } from '../../../../shared/importing/layout/layout.ts'
import type { FileForm, OpenedFile } from '../../../../shared/importing/opening/open-file.ts'
import type { IntoKind } from '../../../../shared/importing/opening/orders/orders-mapping.ts'
import type { BankDocument, Statement } from '../../../../shared/importing/reading/bank/statement.ts'
import type { FileProblem } from '../../../../shared/importing/reading/problem.ts'
import type { FieldChange, Note, RowOutcome, RowProblem } from '../../../../shared/importing/report.ts'
import type { Language } from '../../../../shared/locales/index.ts'

/** A column, with some of what stands in it. */
export interface ColumnView {
  readonly name: string
  readonly samples: readonly string[]
}

/** One of a file's tables, as a screen shows it. */
export interface TableView {
  readonly title: string
  readonly rows: number
  readonly broken: number
  readonly columns: readonly ColumnView[]
  readonly guess: Layout
  /** How its cells write numbers and dates, as guessed; null where the file itself says it. */
  readonly form: CellForms | null
}

/** A file that could be opened. */
export interface FileView extends Pick<OpenedFile, 'encoding' | 'separator'> {
  readonly form: FileForm
  readonly tables: readonly TableView[]
  /** Of a bank; null: of any other file. */
  readonly statement: StatementView | null
  /** How many orders an exchange has. */
  readonly orders: number
  /** The first of them, and how many there are. */
  readonly problems: readonly FileProblem[]
  readonly problemCount: number
}

/** What a bank's statement says of itself. */
export interface StatementView extends Pick<Statement, 'from' | 'to' | 'accounts'> {
  readonly documents: number
}

/** A payment of a bank, and what was found for it. */
export interface PaymentView extends Omit<Matched, 'document'> {
  readonly document: Omit<BankDocument, 'fields'>
}

/** What becomes of a row, with what is wrong with it. */
export interface RowView {
  readonly line: number
  /** What stands where its name is looked for. */
  readonly name: string
  readonly changes: readonly FieldChange[]
  readonly problems: readonly RowProblem[]
}

export type Outcome = RowOutcome['outcome']
export const OUTCOMES = ['created', 'changed', 'same', 'refused'] as const satisfies readonly Outcome[]

/** What an import would come to: how many rows of each outcome, and the first of them. */
export interface PlanView {
  readonly counts: Readonly<Record<Outcome, number>>
  readonly first: Readonly<Record<Outcome, readonly RowView[]>>
  /** What was done to rows that go in, or is odd about them. */
  readonly notes: readonly Note[]
}

/** What the worker is asked. Each is answered once, in turn. */
export type Asked =
  | {
      readonly ask: 'open'
      readonly file: File
      /** Fields that the company added: columns go to them as to others. */
      readonly added: readonly CustomFieldRow[]
    }
  /** Records that the company has, part by part; the one that begins at 0 takes the place of what was told before. */
  | { readonly ask: 'know'; readonly collection: string; readonly from: number; readonly rows: readonly object[] }
  | { readonly ask: 'plan'; readonly table: number; readonly layout: Layout }
  /** Orders of the company: which of them those of the file may change. */
  | { readonly ask: 'meet'; readonly orders: readonly string[] }
  | { readonly ask: 'planOrders'; readonly into: IntoKind; readonly isHeard: boolean }
  /** The steps of the last plan. */
  | { readonly ask: 'parts' }
  /** The rows that the last plan refuses, as a file. */
  | { readonly ask: 'refused'; readonly language: Language }
  /** What waits for money, part by part, as `know`. */
  | { readonly ask: 'claims'; readonly from: number; readonly claims: readonly Claim[] }
  /** What the payments of the statement are for: `accounts` are the company's own, `entered` stands in its orders. */
  | { readonly ask: 'match'; readonly accounts: readonly string[]; readonly entered: readonly string[] }

/** What it answers. */
export interface Answers {
  readonly open: FileView | FileProblem
  readonly know: null
  readonly plan: PlanView
  readonly meet: readonly string[]
  readonly planOrders: PlanView
  readonly parts: readonly ImportPart[]
  readonly refused: string
  readonly claims: null
  readonly match: readonly PaymentView[]
}

export type FromReader = { readonly done: Answers[Asked['ask']] } | { readonly failed: unknown }
