import { Show } from 'solid-js'
import type { Words } from '../../shared/locales/index.ts'
import { Meter } from '../ui/charts/meter.tsx'
import { useWords } from '../ui/words/words.tsx'
import './saved-state.css'

/** While this is said, closing the page would lose something. */
const UNKEPT: readonly SavedState['is'][] = ['unkept', 'memory']

/**
 * What the user is told about saving:
 * `server` all is on the server; `device` all is on this device, sending follows; `saving` the disk is being written;
 * `loading` nothing is known yet; `fetching` so many documents of so many are here; `offline` no line, nothing waits; `waiting` changes wait for the line; `sending` they
 * are on their way; `refused` the server did not accept some; `memory` and `full` the device keeps nothing, or nothing
 * more; `wiped` it has lost what it kept, and fetches that again; `unkept` it has no room for changes that are not on the server either; `denied` the server does not let this
 * account in; `unserved` all is on the server but what belongs to documents that it does not serve;
 * `bothWaiting` both changes and files wait for the line; `filesWaiting`, `filesSending` all but the bytes of files is on the server; `filesFailed` of some they do not go by themselves.
 */
export type SavedState =
  | {
      readonly is:
        | 'server'
        | 'device'
        | 'saving'
        | 'loading'
        | 'offline'
        | 'memory'
        | 'full'
        | 'wiped'
        | 'denied'
        | 'unserved'
    }
  | { readonly is: 'fetching'; readonly synced: number; readonly total: number }
  | { readonly is: 'waiting'; readonly count: number /** Milliseconds. */; readonly since: number | null }
  | { readonly is: 'bothWaiting'; readonly changes: number; readonly files: number; readonly since: number }
  | {
      readonly is: 'sending' | 'refused' | 'unkept' | 'filesWaiting' | 'filesSending' | 'filesFailed'
      readonly count: number
    }

export interface SavedStateProps {
  readonly state: SavedState
  /** Something done is not on this device's disk yet, whatever is said: closing the page would lose it. */
  readonly isWriting: boolean
  /** With it the words are a button that shows more. */
  readonly onOpen?: (() => void) | undefined
}

/** How it stands with saving, in words; on phones in few. */
export function SavedStateLine(props: SavedStateProps) {
  const words = createSavedWords(props)
  const inside = () => (
    <>
      <span class="saved-dot" aria-hidden="true" />
      <span class="saved-long">{words('saved')}</span>
      <span class="saved-short">{words('short')}</span>
      <Show when={props.state.is === 'fetching' && props.state}>
        {(known) => <Meter value={(100 * known().synced) / known().total} hue={null} />}
      </Show>
    </>
  )
  return (
    <div
      class={`saved ${mood(props.state)} ${props.state.is}`}
      role="status"
      data-momentary
      data-unkept={props.isWriting ? 'yet' : UNKEPT.includes(props.state.is) ? 'ever' : undefined}
    >
      <Show when={props.onOpen} fallback={<span class="saved-in">{inside()}</span>}>
        {(onOpen) => (
          <button type="button" class="saved-in" onClick={() => onOpen()()}>
            {inside()}
          </button>
        )}
      </Show>
    </div>
  )
}

/** What colour means here: nothing, something waits, something is wrong. */
function mood({ is }: SavedState): 'good' | 'wait' | 'bad' | 'busy' {
  if (is === 'server') return 'good'
  if (['memory', 'full', 'unkept', 'wiped', 'denied', 'unserved', 'refused', 'filesFailed'].includes(is)) return 'bad'
  return ['waiting', 'bothWaiting', 'offline', 'filesWaiting'].includes(is) ? 'wait' : 'busy'
}

function createSavedWords(props: SavedStateProps): (room: keyof Words['data']) => string {
  const { t, format } = useWords()
  const bothWaiting = (room: keyof Words['data'], state: SavedState & { readonly is: 'bothWaiting' }) => {
    if (room === 'short') return t('data.short.bothWaiting', { n: state.changes + state.files })
    return t('data.saved.bothWaiting', {
      changes: t('data.saved.changes', { n: state.changes }),
      files: t('data.saved.files', { n: state.files }),
      since: t('common.since', { when: format.when(state.since) }),
    })
  }
  return (room) => {
    const { state } = props
    if (state.is === 'waiting') {
      const since = state.since === null ? '' : t('common.since', { when: format.when(state.since) })
      return t(`data.${room}.waiting`, { n: state.count, since }).trim()
    }
    if (state.is === 'bothWaiting') return bothWaiting(room, state)
    if (state.is === 'fetching') return t(`data.${room}.fetching`, { n: state.synced, total: state.total })
    if ('count' in state) return t(`data.${room}.${state.is}`, { n: state.count })
    return t(`data.${room}.${state.is}`)
  }
}
