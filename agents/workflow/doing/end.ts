import * as v from 'valibot'
import { RUN_STATES } from '../../../shared/rules/collections.ts'
import type { StepEnd } from '../../../shared/rules/runs/commands.ts'

/** What came of a step. */
export type End = Pick<StepEnd, 'state' | 'why' | 'made'>

const written = v.object({
  state: v.picklist(RUN_STATES),
  why: v.optional(v.nullable(v.string())),
  made: v.optional(v.nullable(v.string())),
})

/** As the ledger keeps it. */
export function formatEnd(end: End): string {
  return JSON.stringify(end)
}

/** Reads what `formatEnd` wrote; of another text it is known that it was done, and nothing more. */
export function parseEnd(text: string): End {
  try {
    const { success, output } = v.safeParse(written, JSON.parse(text))
    if (success) return { state: output.state, why: output.why ?? null, made: output.made ?? null }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  return { state: 'done' }
}
