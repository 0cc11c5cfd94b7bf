import { COLLECTIONS } from '../../../collections.ts'
import type { FailureCode } from '../../../errors.ts'
import { type Order, orders } from '../../../orders/collections.ts'
import type { Collection } from '../../declarations/collection.ts'
import { overwritten } from '../../reading/overwritten.ts'
import type { Written } from '../../writing/transaction.ts'
import type { Device } from '../world/device.ts'
import type { Deed, Want } from './deeds.ts'

/** A command that a device ran: what it wrote, or why it was refused. */
export interface Act {
  readonly device: Device
  readonly deed: Deed
  readonly written: readonly Written[]
  readonly result: unknown
  readonly refused: FailureCode | null
}

/** The command that a device runs when it is asked for something; null when it has nothing of the kind. */
export function deedFor(device: Device, want: Want, acts: readonly Act[]): Deed | null {
  if (want.what === 'deed') return want.deed
  if (want.what === 'line') return lineDeed(device, want)
  if (want.what === 'undo-move') return undoMoveDeed(device, want)
  if (want.what === 'decide') return decision(device, want)
  const act = nthOf(acts.toReversed(), want.nth)
  return act ? { command: 'undoAct', args: { act: act.written } } : null
}

function lineDeed(device: Device, { id, nth, fields }: Want & { readonly what: 'line' }): Deed | null {
  const line = nthOf(orderOn(device, id)?.lines ?? [], nth)
  if (!line) return null
  if (fields) return { command: 'setLine', args: { id, line: line.id, fields } }
  return { command: 'removeLine', args: { id, line: line.id } }
}

function undoMoveDeed(device: Device, { id, nth }: Want & { readonly what: 'undo-move' }): Deed | null {
  const move = nthOf(orderOn(device, id)?.moves.toReversed() ?? [], nth)
  return move ? { command: 'undoOneMove', args: { id, move: move.id } } : null
}

function decision(device: Device, { of, nth, back }: Want & { readonly what: 'decide' }): Deed | null {
  const collection = COLLECTIONS[of.collection]
  const one = nthOf(overwritten(device.open(collection, of.id).records<Collection>(collection).writes(of.id)), nth)
  if (!one) return null
  if (!back) return { command: 'keepValue', args: { ...of, path: one.path } }
  return { command: 'bringBack', args: { ...of, path: one.path, value: one.value } }
}

function orderOn(device: Device, id: string): Order | null {
  return device.open(orders, id).records(orders).get(id)
}

/** The nth item, counted around; undefined when there is none. */
export function nthOf<T>(items: readonly T[], nth: number): T | undefined {
  return items.length === 0 ? undefined : items[nth % items.length]
}
