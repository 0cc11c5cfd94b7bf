import { useLocation } from '@solidjs/router'
import { createEffect, createSignal, For, on, Show } from 'solid-js'
import type { ActTold, Undid } from '../../data/protocol.ts'
import { Link } from '../../ui/actions/link.tsx'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { addressOf, nameOf } from '../address.ts'
import { oneLabel, pathTitle } from '../words/labels.ts'
import './kept-values.css'

const [shown, setShown] = createSignal<Undid | null>(null)

/** Whether what stays is more than one sentence says. */
export function hasMoreToTell({ undone, kept }: Undid): boolean {
  return kept > 0 && undone + kept > 1
}

/** Shows what stays after an undo, or a repeat, because somebody has changed it since. */
export function showKept(undid: Undid): void {
  setShown(undid)
}

/** «Осталось как есть»: the values by their records, each record a way to its card. It stands once in the program. */
export function KeptValues() {
  const { t } = useWords()
  const close = () => setShown(null)
  const location = useLocation()
  // Whoever goes to one of the records has it before him.
  createEffect(on(() => location.pathname, close, { defer: true }))
  const besides = () => shown()?.keptBesides ?? 0
  return (
    <Dialog open={shown() !== null} title={t('acts.kept.title')} onClose={close} toRead>
      <p>{t('acts.kept.text')}</p>
      <ul class="kept-values">
        <For each={shown()?.keptIn}>{(told) => <Kept told={told} />}</For>
      </ul>
      <Show when={besides() > 0}>
        <p class="dim">{t('acts.kept.besides', { n: besides() })}</p>
      </Show>
    </Dialog>
  )
}

function Kept(props: { readonly told: ActTold }) {
  const { t } = useWords()
  const { collection, item, deeds } = props.told
  const address = item && addressOf(collection, item)
  const name = item ? `${t(oneLabel(collection))} ${nameOf(item)}` : t(oneLabel(collection))
  return (
    <li>
      <Show when={address} fallback={<strong>{name}</strong>}>
        {(href) => <Link href={href()}>{name}</Link>}
      </Show>
      <span class="dim">{deeds.map((deed) => pathTitle(t, collection, deed)).join(', ')}</span>
    </li>
  )
}
