import { For, Show } from 'solid-js'
import { COLLECTIONS } from '../../../shared/collections.ts'
import type { Look } from '../../../shared/presence/presence.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import { createRecord } from '../../data/page/solid.tsx'
import { Popover } from '../../ui/overlays/panes/popover.tsx'
import { Avatar } from '../../ui/signs/avatar.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { addressOf, nameOf } from '../address.ts'
import { oneLabel } from '../words/labels.ts'
import { type Here, usePresence } from './presence.tsx'
import './presence.css'

/** So many faces stand in the top bar; the rest is a number. */
const FACES = 3

/** Who else is online: faces in the top bar, and behind them where each one is. */
export function Online() {
  const { t } = useWords()
  const presence = usePresence()
  const people = () => [...new Map(presence.others().map((one) => [one.user, one])).values()]
  const label = () => t('presence.online', { n: people().length })
  return (
    <Show when={people().length > 0}>
      <Popover
        label={label()}
        class="online-pop"
        trigger={(attributes) => (
          <button {...attributes} type="button" class="online" data-momentary aria-label={label()} title={label()}>
            <span class="faces" aria-hidden="true">
              <For each={people().slice(0, FACES)}>{(one) => <Avatar name={one.name} />}</For>
              <Show when={people().length > FACES}>
                <span class="faces-more">+{people().length - FACES}</span>
              </Show>
            </span>
          </button>
        )}
      >
        {(close) => (
          <>
            <h2 class="pop-heading">{label()}</h2>
            <ul>
              <For each={presence.others()}>{(one) => <OneOnline one={one} onLeave={close} />}</For>
            </ul>
          </>
        )}
      </Popover>
    </Show>
  )
}

function OneOnline(props: { readonly one: Here; readonly onLeave: () => void }) {
  const { t } = useWords()
  return (
    <li class="online-one">
      <Avatar name={props.one.name} />
      <p>
        <span>{props.one.name}</span>{' '}
        <span class="dim">
          {props.one.isSelf ? t('presence.self', { device: props.one.device }) : props.one.device}
        </span>
      </p>
      <For each={props.one.looks} fallback={<p class="dim">{t('presence.nowhere')}</p>}>
        {(look) => <LookLink look={look} onLeave={props.onLeave} />}
      </For>
    </li>
  )
}

/** The record that somebody looks at, by its name; leads there. */
function LookLink(props: { readonly look: Look; readonly onLeave: () => void }) {
  const { t } = useWords()
  const record = createRecord<Collection>(COLLECTIONS[props.look.collection], () => props.look.id)
  const item = () => record()?.item
  const words = () => {
    const found = item()
    const what = t(oneLabel(props.look.collection))
    return found ? `${what} ${nameOf(found)}` : what
  }
  const doing = () => (props.look.path === null ? t('presence.looks') : t('presence.editing'))
  const address = () => {
    const found = item()
    return found ? addressOf(props.look.collection, found) : null
  }
  return (
    <Show
      when={address()}
      fallback={
        <p class="dim">
          {words()} · {doing()}
        </p>
      }
    >
      {(href) => (
        <a href={href()} class="online-look" onClick={() => props.onLeave()}>
          <span>{words()}</span> <span class="dim">· {doing()}</span>
        </a>
      )}
    </Show>
  )
}
