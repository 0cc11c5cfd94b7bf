import PenLine from 'lucide-solid/icons/pen-line'
import TagIcon from 'lucide-solid/icons/tag'
import Trash from 'lucide-solid/icons/trash'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { TAGGED } from '../../../../shared/tags/tagged.ts'
import { createQuery } from '../../../data/page/solid.tsx'
import type { CountedTag } from '../../../data/queries/tags/query.ts'
import { useStandsIn } from '../../../records/removal/used.tsx'
import { useMayWrite } from '../../../records/rights.ts'
import { IconButton, IconOf } from '../../../ui/actions/button.tsx'
import { SearchField } from '../../../ui/inputs/typed/search-field.tsx'
import { Page } from '../../../ui/layout/page.tsx'
import { ConfirmDialog } from '../../../ui/overlays/confirm-dialog.tsx'
import { EmptyState } from '../../../ui/signs/empty-state.tsx'
import { Skeleton } from '../../../ui/signs/waiting.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createFoundTags } from './found-tags.ts'
import { RenameTag } from './rename-tag.tsx'
import { useRetag } from './use-retag.ts'
import './tags.css'

/** What is asked of a tag. */
type Asked = { readonly tag: CountedTag; readonly what: 'rename' | 'remove' }

/** «Метки»: all that stand in records, how often, renamed and taken away everywhere. */
export function Tags() {
  const { t } = useWords()
  const mayWrite = useMayWrite('customers')
  const retag = useRetag()
  const answer = createQuery(() => ({ what: 'tags' }) as const)
  const [text, setText] = createSignal('')
  const all = () => answer()?.tags ?? []
  const found = createFoundTags(all, text)
  const [asked, setAsked] = createSignal<Asked | null>(null)
  const tagFor = (what: Asked['what']) => {
    const one = asked()
    return one?.what === what ? one.tag : undefined
  }
  const close = () => setAsked(null)
  return (
    <Page
      title={t('shell.items.tags')}
      bar={<SearchField label={t('settings.tags.find')} value={text()} onInput={setText} />}
    >
      <div class="page-column">
        <p class="dim">{t('settings.tags.lead')}</p>
        <Show when={answer()} fallback={<Skeleton lines={5} />}>
          <Show when={found().length > 0} fallback={<NoTags isSought={all().length > 0} />}>
            <ul class="tags" aria-label={t('shell.items.tags')}>
              <For each={found()}>
                {(tag) => (
                  <TagRow
                    tag={tag}
                    mayWrite={mayWrite}
                    onRename={() => setAsked({ tag, what: 'rename' })}
                    onRemove={() => setAsked({ tag, what: 'remove' })}
                  />
                )}
              </For>
            </ul>
          </Show>
        </Show>
      </div>
      <Switch>
        <Match when={tagFor('rename')}>
          {(tag) => <RenameTag tag={tag()} all={all()} onName={(to) => retag(tag().id, to)} onClose={close} />}
        </Match>
        <Match when={tagFor('remove')}>
          {(tag) => (
            <ConfirmDialog
              open
              destroys
              title={t('settings.tags.removeAsk', { name: tag().id })}
              act={t('settings.kinds.remove')}
              onConfirm={() => retag(tag().id, null)}
              onClose={close}
            >
              <p>
                <Counts tag={tag()} />
              </p>
            </ConfirmDialog>
          )}
        </Match>
      </Switch>
    </Page>
  )
}

interface TagRowProps {
  readonly tag: CountedTag
  readonly mayWrite: boolean
  readonly onRename: () => void
  readonly onRemove: () => void
}

function TagRow(props: TagRowProps) {
  const { t } = useWords()
  return (
    <li>
      <IconOf icon={TagIcon} />
      <span class="tag-words">
        <strong class="cut">{props.tag.id}</strong>
        <span class="dim">
          <Counts tag={props.tag} />
        </span>
      </span>
      <Show when={props.mayWrite}>
        <IconButton
          icon={PenLine}
          label={t('settings.tags.rename', { name: props.tag.id })}
          onClick={() => props.onRename()}
        />
        <IconButton
          icon={Trash}
          label={t('settings.tags.remove', { name: props.tag.id })}
          onClick={() => props.onRemove()}
        />
      </Show>
    </li>
  )
}

/** Where the tag stands. */
function Counts(props: { readonly tag: CountedTag }) {
  const standsIn = useStandsIn()
  const uses = () => TAGGED.map((collection) => ({ collection, count: props.tag.counts[collection] ?? 0 }))
  return <>{standsIn(uses().filter(({ count }) => count > 0))}</>
}

function NoTags(props: { readonly isSought: boolean }) {
  const { t } = useWords()
  return (
    <Show
      when={props.isSought}
      fallback={<EmptyState title={t('settings.tags.none.title')} text={t('settings.tags.none.text')} icon={TagIcon} />}
    >
      <EmptyState title={t('common.fields.nothingFound')} />
    </Show>
  )
}
