import type { CollectionName } from '../../collections.ts'
import type { JsonObject } from '../../records/declarations/value.ts'
import type { FieldChange } from '../report.ts'
import { addedId } from './ids.ts'
import { signOf } from './sign.ts'
import type { ImportStep } from './step.ts'

/** Fields of a record that hold what its lists have more of. */
const FIRST: Readonly<Record<string, string>> = { phones: 'phone', emails: 'email', addresses: 'address' }

type Entries = { readonly [entry: string]: JsonObject }

/** What a row adds to the lists of a record that is there: what neither they nor its own fields have, however it is spelled. Nothing is taken out. */
export function addedEntries(
  { collection, id, record }: { readonly collection: CollectionName; readonly id: string; readonly record: JsonObject },
  lists: { readonly [list: string]: Entries },
): { readonly changes: readonly FieldChange[]; readonly steps: readonly ImportStep[] } {
  const changes: FieldChange[] = []
  const steps: ImportStep[] = []
  for (const [list, entries] of Object.entries(lists)) {
    const first = FIRST[list] ?? ''
    const known = new Set([signed(first, record[first] ?? null), ...entriesOf(record, list).map(signOfEntry)])
    for (const { place: _, ...values } of Object.values(entries)) {
      const sign = signOfEntry(values)
      if (known.has(sign)) continue
      known.add(sign)
      const entry = addedId(id, list, sign)
      steps.push({ command: 'addEntry', args: { collection, id, list, entry, values } })
      for (const [name, after] of Object.entries(values)) {
        changes.push({ field: `${list}/${entry}/${name}`, before: null, after })
      }
    }
  }
  return { changes, steps }
}

function entriesOf(record: JsonObject, list: string): readonly JsonObject[] {
  // Rows of a collection have an array for each list that it declares.
  return (record[list] ?? []) as unknown as readonly JsonObject[]
}

/** What an entry says first: the number, the address, the name. */
function signOfEntry(entry: JsonObject): string {
  const [name = '', value = null] = Object.entries(entry).find(([one]) => SAYING.includes(one)) ?? []
  return signed(name === 'number' ? 'phone' : name, value)
}

const SAYING = ['number', 'email', 'address', 'name']

function signed(field: string, value: JsonObject[string] | undefined): string {
  return signOf(field, value ?? null) ?? ''
}
