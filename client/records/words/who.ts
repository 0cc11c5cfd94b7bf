import { type Accessor, createMemo } from 'solid-js'
import { devices, people } from '../../../shared/company/collections.ts'
import { createEvery } from '../../data/page/solid.tsx'
import { useWords } from '../../ui/words/words.tsx'

/** Names of people, by their id and by the replica that wrote. */
export interface Names {
  person(id: string | null): string
  /** Whoever holds the device; the device's own name where nobody is known to. */
  replica(name: string): string
}

/** The replica under which the server writes: numbers, people, devices. */
const SERVER = 'server'

/** Says who wrote what, people who were removed too. */
export function createNames(): Accessor<Names> {
  const { t } = useWords()
  const allPeople = createEvery(people)
  const allDevices = createEvery(devices)
  return createMemo(() => {
    const names = new Map(allPeople().map((person) => [person.id, person.name ?? '']))
    const known = new Map(allDevices().map((device) => [device.id, device]))
    const person = (id: string | null) => (id === null ? '' : (names.get(id) ?? id))
    const replica = (name: string) => person(known.get(name)?.person ?? null) || known.get(name)?.label || name
    return { person, replica: (name) => (name === SERVER ? t('history.server') : replica(name)) }
  })
}
