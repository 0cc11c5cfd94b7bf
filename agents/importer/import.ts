import { COLLECTIONS } from '../../shared/collections.ts'
import { customFields } from '../../shared/custom/collections.ts'
import { declaredOf } from '../../shared/custom/declared.ts'
import { takeCustomFieldsFrom } from '../../shared/custom/known.ts'
import { documentOf } from '../../shared/documents/documents.ts'
import { COMMON } from '../../shared/documents/families.ts'
import { shelves } from '../../shared/documents/shelves.ts'
import { type ImportPlan, planImport } from '../../shared/importing/plan.ts'
import type { Known } from '../../shared/importing/planning/book.ts'
import { type Planned, runPlanned } from '../../shared/importing/planning/planned.ts'
import type { Mapping } from '../../shared/importing/reading/mapping.ts'
import type { Sheet } from '../../shared/importing/reading/sheet.ts'
import type { ImportReport } from '../../shared/importing/report.ts'
import { orders } from '../../shared/orders/collections.ts'
import type { Replica } from '../runtime/replica.ts'
import { BadMapping } from './files.ts'
import { titled } from './titled.ts'

/** As many commands are written at once, and saved before the next. */
const BATCH = 400

export interface ImportRequest {
  readonly mapping: Mapping
  /** The mapping's file name, for what is said about it. */
  readonly file: string
  readonly sheets: ReadonlyMap<string, Sheet>
  /** Nothing is written. */
  readonly isDry: boolean
  /** Rules hear of the moves of the orders that are made. */
  readonly isHeard: boolean
  /** Told after each batch that is saved. */
  readonly onProgress: (done: number, all: number) => void
}

/** What was done. */
export interface Imported {
  readonly report: ImportReport
  /** Commands whose writes the server has said to be saved. */
  readonly saved: number
}

/**
 * Imports files through a replica. Failures are the server's refusals; BadMapping when the mapping does not fit the files,
 * and then nothing is written. Cut short, it goes on where it was when it is run again.
 */
export async function importFiles(replica: Replica, request: ImportRequest): Promise<Imported> {
  await openAll(replica)
  let plan = planNow(replica, request)
  // Orders of a quarter that shelves did not name yet may be here all the same.
  if (await openFor(replica, plan.commands)) plan = planNow(replica, request)
  const saved = request.isDry ? 0 : await write(replica, plan.commands, request.onProgress)
  return { report: plan.report, saved }
}

async function openAll(replica: Replica): Promise<void> {
  await replica.open('setup', 'goods', `customers/${COMMON}`, 'shelves')
  const documents = [...replica.rows(shelves)].flatMap((shelf) => shelf.document ?? [])
  await replica.openNamed(documents.filter((name) => name.split('/')[1] === orders.family))
}

function planNow(replica: Replica, { mapping, file, sheets, isHeard }: ImportRequest): ImportPlan {
  const known: Known = { rows: (collection) => replica.rows(collection), orderIds: () => replica.ids(orders) }
  const declared = declaredOf([...replica.rows(customFields)])
  takeCustomFieldsFrom(() => declared)
  const plan = planImport(titled(mapping), sheets, known, Date.now(), { isHeard })
  if ('problems' in plan) throw new BadMapping(file, plan.problems)
  return plan
}

/** Opens the documents that the commands write; false when all were open already. */
async function openFor(replica: Replica, commands: readonly Planned[]): Promise<boolean> {
  const names = new Set(commands.flatMap((command) => documentsOf(replica.pass.company, command)))
  const closed = [...names].filter((name) => !replica.isOpen(name))
  await replica.openNamed(closed)
  return closed.length > 0
}

function documentsOf(company: string, { command, args }: Planned): string[] {
  return command === 'createRecord' || command === 'setRecord'
    ? [documentOf(company, COLLECTIONS[args.collection].family, args.id)]
    : []
}

async function write(
  replica: Replica,
  commands: readonly Planned[],
  onProgress: ImportRequest['onProgress'],
): Promise<number> {
  for (let done = 0; done < commands.length; ) {
    const batch = commands.slice(done, done + BATCH)
    const written = replica.write((tx) => {
      for (const command of batch) runPlanned(tx, command)
    })
    await replica.saved(written.map((one) => one.document))
    done += batch.length
    onProgress(done, commands.length)
  }
  return commands.length
}
