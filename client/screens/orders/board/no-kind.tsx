import { useNavigate } from '@solidjs/router'
import SquareKanban from 'lucide-solid/icons/square-kanban'
import { createEffect, Match, Switch } from 'solid-js'
import type { Sort } from '../../../../shared/orders/collections.ts'
import { createQuery } from '../../../data/page/solid.tsx'
import type { ShownKind } from '../../../records/process/process.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { createRemembered } from '../../../ui/look/remembered.ts'
import { EmptyState } from '../../../ui/signs/empty-state.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { Lead } from '../list-or-board.tsx'

/** What stands in place of a board without its kind. */
export interface NoKindProps {
  readonly sort: Sort
  readonly kinds: readonly ShownKind[]
  /** The kind that the address names. */
  readonly asked: string | undefined
}

/** An address without a kind leads to the board that was open last; where that cannot be, it says what to do. */
export function NoKind(props: NoKindProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  const known = createQuery(() => ({ what: 'all', collection: 'kinds' }) as const)
  return (
    <Switch>
      <Match when={!props.asked && props.kinds.length > 0}>
        <ToLast {...props} />
      </Match>
      <Match when={known() && props.kinds.length === 0}>
        <EmptyState icon={SquareKanban} title={t('board.noKinds.title')} text={t('board.noKinds.text')}>
          <Button look="primary" onClick={() => navigate('/settings/kinds')}>
            {t('board.noKinds.open')}
          </Button>
        </EmptyState>
      </Match>
      <Match when={known() && props.asked}>
        <EmptyState icon={SquareKanban} title={t('board.missing.title')} text={t('board.missing.text')}>
          <Button look="primary" onClick={() => navigate(`/orders/${props.sort}/board`)}>
            {t('board.missing.open')}
          </Button>
        </EmptyState>
      </Match>
    </Switch>
  )
}

function ToLast(props: NoKindProps) {
  const ids = props.kinds.map((kind) => kind.id)
  const [last] = createRemembered(keyOf(props.sort), ids, () => ids[0] ?? '')
  return <Lead to={`/orders/${props.sort}/board/${last()}${location.search}`} />
}

/** Remembers on this device whose board was open last. */
export function createLastKind(sort: () => Sort, kind: () => string): void {
  createEffect(() => createRemembered<string>(keyOf(sort()), [], () => '')[1](kind()))
}

function keyOf(sort: Sort): string {
  return `board.${sort}`
}
