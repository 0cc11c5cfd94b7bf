import type { Figure } from './figure.ts'

/** What ids are made of; a point divides them. */
const PART = /^[A-Za-z0-9_-]*$/

/** A figure as an address keeps it: `losses.<kind>.s<state>.r<reason>.g<group>`, what it has not left out. */
export function writeFigure(figure: Figure): string {
  const { of, kind, group } = figure
  const state = 'state' in figure ? figure.state : undefined
  return [
    of,
    kind,
    ...(state === undefined ? [] : [`s${state}`]),
    ...(figure.of === 'reason' ? [`r${figure.reason ?? ''}`] : []),
    ...(group === undefined ? [] : [`g${group ?? ''}`]),
  ].join('.')
}

/** The figure that an address names; null where it names none. */
export function readFigure(text: string): Figure | null {
  const parts = text.split('.')
  const [of, kind, ...rest] = parts
  if (kind === undefined || !parts.every((part) => PART.test(part))) return null
  const after = (letter: string) => rest.find((part) => part.startsWith(letter))?.slice(1)
  const group = after('g')
  const head = { kind, ...(group === undefined ? {} : { group: group === '' ? null : group }) }
  const state = after('s')
  const named = state === undefined ? {} : { state }
  if (of === 'block') return { of, ...head }
  if (of === 'losses' || of === 'staying' || of === 'reentered') return { of, ...head, ...named }
  if (of === 'reason') return { of, ...head, ...named, reason: after('r') || null }
  if (state === undefined) return null
  return of === 'reached' || of === 'hours' || of === 'orphan' ? { of, ...head, state } : null
}
