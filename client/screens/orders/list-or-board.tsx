import { useNavigate } from '@solidjs/router'
import { onMount } from 'solid-js'
import type { Sort } from '../../../shared/orders/collections.ts'
import { Segmented } from '../../ui/inputs/toggles/segmented.tsx'
import { createRemembered } from '../../ui/look/remembered.ts'
import { useWords } from '../../ui/words/words.tsx'

const LOOKS = ['list', 'board'] as const
export type Look = (typeof LOOKS)[number]

/** How orders were looked at last on this device: the menu leads there again. */
export function createLook() {
  return createRemembered<Look>('look.orders', LOOKS, () => 'list')
}

/** Leads on to another address once the page stands: a redirect within a redirect, while drawing, leads nowhere. */
export function Lead(props: { readonly to: string }) {
  const navigate = useNavigate()
  onMount(() => navigate(props.to, { replace: true }))
  return null
}

/** What the switch between list and board is given. */
export interface ListOrBoardProps {
  readonly sort: Sort
  readonly shown: Look
  /** The kind whose board is wanted, where one is chosen. */
  readonly kind: string | null
}

/** What both ways of looking have in their addresses: it goes along. */
const SHARED = ['filter', 'search']

/** «Список | Доска»: two ways to look at the same orders. */
export function ListOrBoard(props: ListOrBoardProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [, setLook] = createLook()
  const show = (look: Look) => {
    setLook(look)
    const list = `/orders/${props.sort}`
    navigate(`${look === 'list' ? list : `${list}/board/${props.kind ?? ''}`}${sharedPart()}`)
  }
  return (
    <Segmented
      bare
      label={t('board.look.label')}
      value={props.shown}
      options={LOOKS.map((value) => ({ value, label: t(`board.look.${value}`) }))}
      onCommit={show}
    />
  )
}

function sharedPart(): string {
  const here = new URLSearchParams(location.search)
  const kept = new URLSearchParams(SHARED.flatMap((name) => here.getAll(name).map((text) => [name, text])))
  return kept.size === 0 ? '' : `?${kept}`
}
