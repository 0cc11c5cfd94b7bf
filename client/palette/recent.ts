import { useLocation } from '@solidjs/router'
import { type Accessor, createEffect, createMemo, on } from 'solid-js'
import { FOUND_IN } from '../../shared/search/index/fields.ts'
import { useData } from '../data/page/solid.tsx'
import type { Ref } from '../data/queries/finding/query.ts'
import { recordAt } from '../records/address.ts'
import { createRememberedText } from '../ui/look/remembered.ts'

/** How much is remembered. */
const MOST = 30

/** What was opened and done lately on this device by this account, the last first. */
export interface Recent {
  readonly records: Accessor<readonly Ref[]>
  /** Ids of offers. */
  readonly offers: Accessor<readonly string[]>
  readonly did: (offer: string) => void
}

/** Remembers the records that are opened, by whatever way, and the offers that are chosen in the palette. */
export function createRecent(): Recent {
  const { company, user } = useData().account
  const location = useLocation()
  const [text, setText] = createRememberedText(`recent.${company}.${user}`)
  const marks = createMemo(() => (text() ?? '').split(' ').filter(Boolean))
  const note = (mark: string) => setText([mark, ...marks().filter((one) => one !== mark)].slice(0, MOST).join(' '))
  createEffect(
    on(
      () => location.pathname,
      (path) => {
        const open = recordAt(path)
        if (open) note(markOf(open))
      },
    ),
  )
  return {
    records: createMemo(() => marks().flatMap((mark) => refOf(mark) ?? [])),
    offers: createMemo(() => marks().flatMap((mark) => (mark.startsWith('do/') ? [mark.slice(3)] : []))),
    did: (offer) => note(`do/${offer}`),
  }
}

function markOf({ collection, id }: Ref): string {
  return `${collection}/${id}`
}

function refOf(mark: string): Ref | undefined {
  const [name, id = ''] = mark.split('/')
  const collection = FOUND_IN.find((one) => one === name)
  return collection && { collection, id }
}
