import { type Accessor, createMemo } from 'solid-js'
import { devices, people } from '../../shared/company/collections.ts'
import { createAll } from '../data/page/solid.tsx'

/** Names of people, by their id and by the replica that wrote. */
export interface Names {
  person(id: string | null): string
  /** Whoever holds the device; the device's own name where nobody is known to. */
  replica(name: string): string
}

/** Says who wrote what. */
export function createNames(): Accessor<Names> {
  const allPeople = createAll(people)
  const allDevices = createAll(devices)
  return createMemo(() => {
    const names = new Map(allPeople().map((person) => [person.id, person.name ?? '']))
    const holders = new Map(allDevices().map((device) => [device.id, device.person]))
    const person = (id: string | null) => (id === null ? '' : (names.get(id) ?? id))
    return { person, replica: (name) => person(holders.get(name) ?? null) || name }
  })
}
