import { useSearchParams } from '@solidjs/router'
import { createMemo } from 'solid-js'
import { COLLECTIONS, type CollectionName } from '../../../shared/collections.ts'
import { addDays } from '../../../shared/time/days.ts'
import type { TrailSearch } from '../../../shared/trail/search.ts'
import { atTime } from '../../ui/words/parse-date.ts'
import { useWords } from '../../ui/words/words.tsx'

/** What is looked for, as the address of the screen has it. Days are plain dates, both included. */
export interface Asked {
  readonly user: string | null
  readonly replica: string | null
  readonly in: CollectionName | null
  readonly record: string | null
  readonly field: string | null
  readonly from: string | null
  readonly to: string | null
  readonly text: string
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** What is looked for, kept in the address, so that it can be handed on and gone back to. */
export function createAsked() {
  const { zone } = useWords()
  const [params, setParams] = useSearchParams<{ [name in keyof Asked]?: string }>()
  const dayOf = (text: string | undefined) => (text !== undefined && DAY.test(text) ? text : null)
  const asked = createMemo(
    (): Asked => ({
      user: params.user ?? null,
      replica: params.replica ?? null,
      in: Object.hasOwn(COLLECTIONS, params.in ?? '') ? (params.in as CollectionName) : null,
      record: params.record ?? null,
      field: params.field ?? null,
      from: dayOf(params.from),
      to: dayOf(params.to),
      text: params.text ?? '',
    }),
  )
  const search = createMemo(
    (): TrailSearch => {
      const { in: collection, from, to, ...rest } = asked()
      const days = {
        from: from === null ? null : atTime(from, '00:00', zone()),
        to: to === null ? null : atTime(addDays(to, 1), '00:00', zone()),
      }
      return { ...rest, ...days, collection }
    },
    undefined,
    { equals: isSame },
  )
  const ask = (change: Partial<Asked>) =>
    setParams(Object.fromEntries(Object.entries(change).map(([name, value]) => [name, value || null])), {
      replace: true,
    })
  return { asked, search, ask }
}

function isSame(a: TrailSearch, b: TrailSearch): boolean {
  return (Object.keys(a) as (keyof TrailSearch)[]).every((name) => a[name] === b[name])
}
