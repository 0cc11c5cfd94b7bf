import { useNavigate, useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { PlanPage } from './card/plan-page.tsx'
import { PlanList } from './list/plan-list.tsx'
import './plans.css'

/** «Планы продаж»: the list, or one of them in all of the screen's width. */
export default function PlansScreen() {
  const navigate = useNavigate()
  const params = useParams<{ id?: string }>()
  const open = (id: string | null) =>
    navigate(`/plans${id === null ? '' : `/${id}`}${location.search}`, { scroll: false })
  return (
    <Show when={params.id} keyed fallback={<PlanList onOpen={open} />}>
      {(id) => <PlanPage id={id} onClose={() => open(null)} />}
    </Show>
  )
}
