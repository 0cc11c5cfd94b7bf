import type { FunnelBlock, FunnelReasonShare, FunnelRow } from '../types.ts'

/** What may be compared: figures by name. */
type Figures<K extends string> = Readonly<Record<K, number | null>>

/** The figures of a row that two periods are compared by. */
export const COMPARED = [
  'reached',
  'fromFirst',
  'fromPrevious',
  'hours',
  'sum',
  'losses',
  'lossesShare',
  'lossesSum',
  'staying',
  'stayingSum',
] as const satisfies readonly (keyof FunnelRow)[]
export type Compared = (typeof COMPARED)[number]

/** The row of the same kind, group and state in another period; undefined where that had none. */
export function sameRow(blocks: readonly FunnelBlock[], { kind, group }: FunnelBlock, state: string) {
  return blocks.find((block) => block.kind === kind && block.group === group)?.rows.find((row) => row.state === state)
}

/**
 * By how much a figure is greater than in the other period (SPEC F35): counts, sums and hours as they are, shares in percentage
 * points; null where either period has none. Counts and sums of a period without orders are noughts.
 */
export function difference<K extends string>(now: Figures<K>, before: Figures<K> | undefined, of: K): number | null {
  const [present, past] = [now[of], before ? before[of] : beforeNothing(of)]
  return present === null || past === null ? null : Math.round((present - past) * 100) / 100
}

/** Figures that are there with no order at all. */
const COUNTED: readonly string[] = ['reached', 'sum', 'losses', 'lossesSum', 'staying', 'stayingSum', 'reentered']

function beforeNothing(of: string): number | null {
  return COUNTED.includes(of) ? 0 : null
}

/** A reason of losses in two periods; what one of them has not is of noughts there. */
export interface ReasonBeside {
  readonly reason: string | null
  readonly now: FunnelReasonShare
  readonly before: FunnelReasonShare
}

/** The reasons of a block and of the same one in another period: its own in their order, then those that only the other has (SPEC F35). */
export function reasonsBeside(block: FunnelBlock, beside: readonly FunnelBlock[]): ReasonBeside[] {
  const { reasons = [] } = beside.find(({ kind, group }) => kind === block.kind && group === block.group) ?? {}
  const of = (all: readonly FunnelReasonShare[], reason: string | null) =>
    all.find((one) => one.reason === reason) ?? { reason, count: 0, sum: 0, share: null }
  const all = new Set([...block.reasons, ...reasons].map(({ reason }) => reason))
  return [...all].map((reason) => ({ reason, now: of(block.reasons, reason), before: of(reasons, reason) }))
}
