import type { Planned } from '../importing/planning/planned.ts'
import type { WorkerId } from './staff.ts'

/** A command of the demo company: what it is, in whose name, and as of when (ms), since much of it lies in the past. */
export type DemoCommand = Planned & { readonly person: WorkerId | null; readonly at: number }
