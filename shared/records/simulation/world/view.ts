import { COLLECTIONS } from '../../../collections.ts'
import type { Collection } from '../../declarations/collection.ts'
import { overwritten } from '../../reading/overwritten.ts'
import type { Device, Held } from './device.ts'

/** The collections that stand in a document. */
export function collectionsOf(document: string): Collection[] {
  return Object.values(COLLECTIONS).filter((collection) => collection.family === document.split('/')[1])
}

/** All that can be read in a document, as JSON: rows and overwritten values of each record. */
export function viewOf(held: Held): { readonly [record: string]: string } {
  const read: [record: string, view: string][] = []
  for (const collection of collectionsOf(held.name)) {
    const set = held.records<Collection>(collection)
    for (const { id } of set.rows()) {
      read.push([`${collection.name} ${id}`, JSON.stringify([set.get(id), overwritten(set.writes(id))])])
    }
  }
  return Object.fromEntries(read.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** All that can be read on a device, by document. Documents without a record are left out. */
export function viewsOf(device: Device): { readonly [document: string]: { readonly [record: string]: string } } {
  const views = [...device.documents()].map((held) => [held.name, viewOf(held)] as const)
  return Object.fromEntries(
    views.filter(([, view]) => Object.keys(view).length > 0).sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}
