import { addStates } from '../orders/kinds/commands.ts'
import { type PackedJson, packJson, unpackJson } from '../packed-json.ts'
import { addEntry, createRecord, restoreRecord, setRecord } from '../plain-commands.ts'
import type { Transaction } from '../records/writing/transaction.ts'
import type { ImportStep } from './planning/step.ts'

/** So many steps are handed over as one piece, and written without a pause. */
const PART = 500

/**
 * Some steps of an import, as packed JSON: a hundred thousand records, or their texts, would stop the page that they pass on
 * their way from one thread to the next; packed they are a tenth of it.
 */
export interface ImportPart {
  /** The place of its first step among all. */
  readonly from: number
  readonly count: number
  readonly steps: PackedJson
}

/** The steps of a plan, part by part. */
export function partsOfImport(steps: readonly ImportStep[]): ImportPart[] {
  const count = Math.ceil(steps.length / PART)
  return Array.from({ length: count }, (_, i) => {
    const some = steps.slice(i * PART, (i + 1) * PART)
    return { from: i * PART, count: some.length, steps: packJson(some) }
  })
}

/** Takes in what an import has come to: one act, which is undone as a whole (SPEC X16). */
export function importRecords(tx: Transaction, { imported }: { readonly imported: readonly ImportPart[] }): void {
  for (const part of imported) {
    // What partsOfImport wrote.
    for (const step of unpackJson(part.steps) as unknown as ImportStep[]) take(tx, step)
  }
}

function take(tx: Transaction, step: ImportStep): void {
  if (step.command === 'addStates') addStates(tx, step.args)
  else if (step.command === 'createRecord') createRecord(tx, step.args)
  else if (step.command === 'addEntry') addEntry(tx, step.args)
  else if (step.command === 'restoreRecord') restoreRecord(tx, step.args)
  else setRecord(tx, step.args)
}
