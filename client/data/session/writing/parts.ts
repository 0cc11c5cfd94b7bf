import type { CommandArgs, CommandName, CommandResult } from '../../../../shared/commands.ts'
import type { Changed } from '../../../../shared/lists/change-records.ts'

/** So many records are written without a pause: less than a tenth of a second. */
const PART = 500
/** Rows of a plan come with their cells. */
const ROWS = 50

/** How a command over many is done part by part, and what came of its parts put together. */
interface InParts<N extends CommandName> {
  /** The records that it is about. */
  readonly about: (args: CommandArgs<N>) => readonly string[]
  readonly cut: (args: CommandArgs<N>) => readonly CommandArgs<N>[]
  readonly join: (results: readonly CommandResult<N>[]) => CommandResult<N>
}

const changeRecords: InParts<'changeRecords'> = {
  about: ({ ids }) => ids,
  cut: ({ ids, ...rest }) => cut([...new Set(ids)]).map((part) => ({ ...rest, ids: part })),
  join: (results): Changed => ({
    changed: results.flatMap((one) => one.changed),
    same: results.flatMap((one) => one.same),
    left: results.flatMap((one) => one.left),
  }),
}

const restoreRecords: InParts<'restoreRecords'> = {
  about: ({ records }) => records.map(nameOf),
  cut: ({ records }) => cut(records).map((part) => ({ records: part })),
  join: () => undefined,
}

/** An act is undone from its end: so are its parts. */
const undoAct: InParts<'undoAct'> = {
  about: ({ act }) => act.map(nameOf),
  cut: ({ act, ...rest }) => cut([...act].reverse()).map((part) => ({ ...rest, act: part.reverse() })),
  join: (results) => ({
    undone: results.flatMap((one) => one.undone),
    kept: results.flatMap((one) => one.kept),
    absent: results.flatMap((one) => one.absent ?? []),
  }),
}

const setPrices: InParts<'setPrices'> = {
  about: ({ ids }) => ids,
  cut: ({ ids, ...rest }) => cut([...new Set(ids)]).map((part) => ({ ...rest, ids: part })),
  join: (results) => ({
    set: results.reduce((sum, one) => sum + one.set, 0),
    same: results.reduce((sum, one) => sum + one.same, 0),
    left: results.reduce((sum, one) => sum + one.left, 0),
  }),
}

/** Its steps stand for records: one row of a file, mostly. */
const importRecords: InParts<'importRecords'> = {
  about: ({ imported }) =>
    imported.flatMap(({ from, count }) => Array.from({ length: count }, (_, i) => `${from + i}`)),
  cut: ({ imported }) => (imported.length === 0 ? [{ imported }] : imported.map((part) => ({ imported: [part] }))),
  join: () => undefined,
}

const retag: InParts<'retag'> = {
  about: ({ records }) => records.map(nameOf),
  cut: ({ records, ...rest }) => cut(records).map((part) => ({ ...rest, records: part })),
  join: (results) => ({
    changed: results.reduce((sum, one) => sum + one.changed, 0),
    left: results.flatMap((one) => one.left),
  }),
}

const takeStatement: InParts<'takeStatement'> = {
  about: ({ payments }) => payments.map(({ payment, order, invoice }) => `${payment} ${order} ${invoice ?? ''}`),
  cut: ({ payments }) => cut(payments).map((part) => ({ payments: part })),
  join: (results) => ({ taken: results.reduce((sum, one) => sum + one.taken, 0) }),
}

const addPlanRows: InParts<'addPlanRows'> = {
  about: ({ rows }) => rows.map(({ first, second }) => JSON.stringify([first, second])),
  cut: ({ rows, ...rest }) => cut(rows, ROWS).map((part) => ({ ...rest, rows: part })),
  join: () => undefined,
}

const setPlanCells: InParts<'setPlanCells'> = {
  about: ({ cells }) => cells.map(({ row, period }) => `${row} ${period}`),
  cut: ({ cells, ...rest }) => cut(cells).map((part) => ({ ...rest, cells: part })),
  join: () => undefined,
}

const IN_PARTS: { readonly [N in CommandName]?: InParts<N> } = {
  changeRecords,
  restoreRecords,
  undoAct,
  setPrices,
  importRecords,
  retag,
  takeStatement,
  addPlanRows,
  setPlanCells,
}

/** Whether a command is one over many. */
export function isOverMany(name: CommandName): boolean {
  return IN_PARTS[name] !== undefined
}

/** The arguments of a command part by part: of nearly all commands, one part. */
export function partsOf<N extends CommandName>(name: N, args: CommandArgs<N>): readonly CommandArgs<N>[] {
  return IN_PARTS[name]?.cut(args) ?? [args]
}

/** The records that a command over many is about, each of them named once; none of any other. */
export function recordsOf<N extends CommandName>(name: N, args: CommandArgs<N>): ReadonlySet<string> {
  return new Set(IN_PARTS[name]?.about(args))
}

/** What came of the parts as the command itself would tell it. */
export function joined<N extends CommandName>(name: N, results: readonly CommandResult<N>[]): CommandResult<N> {
  // Every command has a part, and those with several stand in the table.
  return (results.length === 1 ? results[0] : IN_PARTS[name]?.join(results)) as CommandResult<N>
}

function nameOf({ collection, id }: { readonly collection: string; readonly id: string }): string {
  return `${collection} ${id}`
}

/** An empty list is one part. */
function cut<T>(all: readonly T[], part = PART): T[][] {
  const count = Math.max(1, Math.ceil(all.length / part))
  return Array.from({ length: count }, (_, i) => all.slice(i * part, (i + 1) * part))
}
