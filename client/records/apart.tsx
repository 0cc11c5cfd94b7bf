import { For, Show } from 'solid-js'
import type { CollectionName } from '../../shared/collections.ts'
import type { Overwritten } from '../../shared/records/overwritten.ts'
import type { Json } from '../../shared/records/value.ts'
import { Button } from '../ui/actions/button.tsx'
import { useWords } from '../ui/words/words.tsx'
import { useActs } from './use-acts.ts'

/** What the mark of a field that was written apart is given. */
export interface ApartProps {
  readonly collection: CollectionName
  readonly id: string
  readonly path: string
  readonly overwritten: readonly Overwritten[]
  /** The value in words, as the field would show it. */
  show(value: Json): string
  /** The person behind a replica, in words. */
  who(replica: string): string
}

/** Values that lost a field to somebody who had not seen them: each can be brought back, or the present one kept. */
export function Apart(props: ApartProps) {
  const { t, format } = useWords()
  const acts = useActs()
  const lost = () => props.overwritten.filter((one) => one.apart && one.path === props.path)
  const at = () => ({ collection: props.collection, id: props.id, path: props.path })
  return (
    <Show when={lost().length > 0}>
      <div class="apart" role="note" aria-label={t('orders.overwritten.title')}>
        <For each={lost()}>
          {(one) => (
            <p>
              <span>
                {t('orders.overwritten.text', {
                  who: props.who(one.replica),
                  when: format.when(one.at),
                  value: props.show(one.value) || t('orders.overwritten.empty'),
                })}
              </span>
              <Button size="small" onClick={() => void acts.run('bringBack', { ...at(), value: one.value })}>
                {t('orders.overwritten.bringBack')}
              </Button>
            </p>
          )}
        </For>
        <Button size="small" onClick={() => void acts.run('keepValue', at())}>
          {t('orders.overwritten.keep')}
        </Button>
      </div>
    </Show>
  )
}
