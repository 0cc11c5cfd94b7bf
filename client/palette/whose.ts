import UserRound from 'lucide-solid/icons/user-round'
import UsersRound from 'lucide-solid/icons/users-round'
import { type Accessor, createMemo, createSignal } from 'solid-js'
import { folded } from '../../shared/filters/values/folded.ts'
import { fitTyped, readTyped } from '../../shared/search/rank.ts'
import { createQuery } from '../data/page/solid.tsx'
import type { FinderRow } from '../ui/overlays/finder/finding.ts'
import { useWords } from '../ui/words/words.tsx'
import type { RankedGroup } from './offer-groups.ts'

/** Of whom what is found is to be. */
export interface Whose {
  readonly person: Accessor<string | null>
  /** The person's name, or that it is anybody's. */
  readonly name: Accessor<string>
  /** The people to choose from while that is asked; null: it is not. */
  readonly groups: Accessor<readonly RankedGroup[] | null>
  readonly ask: () => void
  readonly release: () => void
}

/** Asks for a person in the palette's own list: what was typed is put aside meanwhile. */
export function createWhose(isOpen: Accessor<boolean>, text: Accessor<string>, setText: (text: string) => void): Whose {
  const { t } = useWords()
  const [person, setPerson] = createSignal<string | null>(null)
  const [aside, setAside] = createSignal<string | null>(null)
  const people = createQuery(() => (isOpen() ? ({ what: 'all', collection: 'people' } as const) : null))
  const named = createMemo(() => {
    const rows = (people()?.rows ?? []).flatMap(({ id, name, gone }) =>
      gone || typeof name !== 'string' ? [] : [{ id: String(id), name }],
    )
    return rows.sort((a, b) => a.name.localeCompare(b.name))
  })
  const take = (id: string | null) => {
    setPerson(id)
    setText(aside() ?? '')
    setAside(null)
  }
  const rowOf = (id: string | null, label: string): FinderRow => ({
    ...{ id: `whose.${id ?? ''}`, label, icon: id === null ? UsersRound : UserRound, stays: true },
    run: () => take(id),
  })
  const groups = createMemo((): readonly RankedGroup[] | null => {
    if (aside() === null) return null
    const typed = readTyped(text())
    const fitting = named().filter(({ name }) => text() === '' || fitTyped(folded(name), typed) > 0)
    const anybody = text() === '' ? [rowOf(null, t('palette.anybody'))] : []
    return [
      { heading: t('palette.whose'), rows: [...anybody, ...fitting.map(({ id, name }) => rowOf(id, name))], rank: 1 },
    ]
  })
  return {
    person,
    name: () => named().find(({ id }) => id === person())?.name ?? t('palette.anybody'),
    groups,
    ask: () => {
      if (aside() !== null) return
      setAside(text())
      setText('')
    },
    release: () => {
      setPerson(null)
      setAside(null)
    },
  }
}
