import { useLocation, useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { AllCalls } from './list/all-calls.tsx'
import { MissedCalls } from './missed/missed-calls.tsx'
import './calls.css'

/** «Звонки»: the missed ones that are to be called back, and the log of all. */
export default function CallsScreen() {
  const here = useLocation()
  const params = useParams<{ id?: string }>()
  return (
    <Show when={here.pathname.startsWith('/calls/all')} fallback={<MissedCalls />}>
      <AllCalls id={params.id ?? null} />
    </Show>
  )
}
