import { useLocation } from '@solidjs/router'
import { Show } from 'solid-js'
import { JobCard } from './card/card.tsx'
import type { BegunJob } from './opening.tsx'

/** The card of the job that the address names; nothing where it names none. */
export function OpenJob(props: { readonly id: string | undefined; readonly onClose: () => void }) {
  const here = useLocation<BegunJob>()
  return (
    <Show when={props.id} keyed>
      {(id) => <JobCard id={id} begins={here.state?.begins} onClose={props.onClose} />}
    </Show>
  )
}
