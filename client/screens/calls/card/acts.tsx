import { Show } from 'solid-js'
import type { CallItem } from '../../../../shared/calls/call-item.ts'
import type { CallDeeds } from '../../../records/calls/call-deeds.ts'
import { DialAct } from '../../../records/calls/dial-button.tsx'
import { WhoCalled } from '../../../records/calls/who-called.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** What can be done about a call afterwards: the number dialled, an event made of it, somebody unknown named. */
export function CallActs(props: { readonly item: CallItem; readonly deeds: CallDeeds }) {
  const { t } = useWords()
  const isKnown = () => props.item.customer !== null
  return (
    <div class="call-after">
      <div class="call-acts">
        <Show when={props.item.number}>
          {(number) => <DialAct number={number()} extension={props.item.extension} customer={props.item.customer} />}
        </Show>
        <Show when={isKnown() && props.item.event === null}>
          <Button onClick={() => void props.deeds.openEvent(props.item)}>{t('calling.newEvent')}</Button>
        </Show>
      </div>
      <Show when={!isKnown() && props.item.event === null}>
        <WhoCalled call={props.item} deeds={props.deeds} />
      </Show>
    </div>
  )
}
