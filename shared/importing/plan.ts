import type { CollectionName } from '../collections.ts'
import type { Known } from './planning/book.ts'
import { planOrders } from './planning/orders.ts'
import { planRecords } from './planning/records.ts'
import { newSetting, type Setting } from './planning/setting.ts'
import { planSetup } from './planning/setup.ts'
import type { ImportStep } from './planning/step.ts'
import { checkMapping } from './reading/check.ts'
import type { Mapping, MappingProblem } from './reading/mapping.ts'
import type { Sheet } from './reading/sheet.ts'
import type { ImportReport, RowOutcome } from './report.ts'
import type { RowsTaken } from './tally.ts'

/** The commands that an import comes to, in order, and what it says of itself. */
export interface ImportPlan {
  readonly commands: readonly ImportStep[]
  /** What becomes of each row, for a preview. */
  readonly rows: readonly RowOutcome[]
  readonly report: ImportReport
}

export interface ImportOptions {
  /** Rules hear of the moves of the orders that are made; usually they do not: these lie in the past, in another program. */
  readonly isHeard?: boolean
}

/**
 * Plans an import: pure, and the same for the same files and company but for the rows that `now` (ms) puts out of range.
 * `sheets` are the files by name. A mapping that does not fit the files or the collections gives its problems instead.
 */
export function planImport(
  mapping: Mapping,
  sheets: ReadonlyMap<string, Sheet>,
  known: Known,
  now: number,
  { isHeard = false }: ImportOptions = {},
): ImportPlan | { readonly problems: readonly MappingProblem[] } {
  const problems = checkMapping(mapping, sheets)
  if (problems.length > 0) return { problems }
  const setting = newSetting(mapping, known, now, isHeard)
  const kinds = planSetup(setting, known)
  const taken: RowsTaken[] = []
  for (const source of mapping.sources) {
    const sheet = sheets.get(source.file)
    if (!sheet) continue
    if (source.what !== 'orders') taken.push(planRecords(setting, source, sheet))
    else {
      const kind = kinds.get(source.stage.kind)
      if (kind) taken.push(planOrders(setting, source, sheet, kind))
    }
  }
  return {
    commands: setting.commands,
    rows: taken.flatMap((one) => one.outcomes()),
    report: reportOf(setting, taken),
  }
}

function reportOf({ mapping, commands }: Setting, taken: readonly RowsTaken[]): ImportReport {
  const made: Partial<Record<CollectionName, number>> = {}
  for (const { command, args } of commands) {
    if (command === 'createRecord') made[args.collection] = (made[args.collection] ?? 0) + 1
  }
  return {
    name: mapping.name,
    sources: taken.map((one) => one.count()),
    made,
    problems: taken.flatMap((one) => one.problems),
    notes: taken.flatMap((one) => [...one.notes()]),
  }
}
