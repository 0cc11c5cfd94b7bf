import { createSignal, For, Show } from 'solid-js'
import { createQuery } from '../../data/page/solid.tsx'
import type { ShownFile } from '../../data/queries/files/query.ts'
import { Skeleton } from '../../ui/signs/waiting.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { createGiven } from '../given.ts'
import { useMayWrite } from '../rights.ts'
import { createNames } from '../words/who.ts'
import { createAdding } from './adding/add.ts'
import { Adding } from './adding/adding.tsx'
import { FileRow } from './file-row.tsx'
import './files.css'
import { Viewer } from './viewer/viewer.tsx'

interface FilesProps {
  /** `<collection>/<id>`. */
  readonly about: string
  /** It can only be looked at. */
  readonly readOnly?: boolean | undefined
  /** Nothing is said but what is there. */
  readonly brief?: boolean | undefined
}

/** «Файлы» of a record: added by dragging, pasting, choosing or the camera; looked at, downloaded, removed. */
export function Files(props: FilesProps) {
  const { t } = useWords()
  const mayWrite = useMayWrite('files')
  const isFixed = () => !mayWrite || props.readOnly === true
  const answer = createQuery(() => ({ what: 'files', about: props.about }) as const)
  const adding = createAdding(() => props.about)
  let root: HTMLElement | undefined
  const given = createGiven(
    () => root,
    (files) => isFixed() || void adding.add(files),
  )
  const names = createNames()
  const [viewed, view] = createSignal<ShownFile | null>(null)
  return (
    <section ref={root} class="files" classList={{ over: given.isOver() && !isFixed() }} {...given.handlers}>
      <Show when={!isFixed()}>
        <Adding adding={adding} brief={props.brief} />
      </Show>
      <Show when={answer()} fallback={<Skeleton lines={3} />}>
        {(known) => (
          <Show
            when={known().files.length > 0}
            fallback={<Show when={!props.brief}>{<p class="dim">{t('files.empty')}</p>}</Show>}
          >
            <ul class="files-list" aria-label={t('files.list')}>
              <For each={known().files}>
                {(file) => (
                  <FileRow file={file} names={names()} readOnly={isFixed()} onView={() => view({ ...file })} />
                )}
              </For>
            </ul>
          </Show>
        )}
      </Show>
      <Show when={viewed()} keyed>
        {(file) => <Viewer file={file} onClose={() => view(null)} />}
      </Show>
    </section>
  )
}

/** How many files a record has, for its tab; undefined while there is none. */
export function createFileCount(about: () => string): () => number | undefined {
  const answer = createQuery(() => ({ what: 'files', about: about() }) as const)
  return () => answer()?.files.length || undefined
}
