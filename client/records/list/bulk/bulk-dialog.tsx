import { createSignal, For, onCleanup, Show } from 'solid-js'
import type { CollectionName } from '../../../../shared/collections.ts'
import type { FailureCode } from '../../../../shared/errors.ts'
import type { Change } from '../../../../shared/lists/change-records.ts'
import type { PlainPath } from '../../../../shared/locales/index.ts'
import { isStop, type Progress } from '../../../../shared/under-way.ts'
import { useData } from '../../../data/page/solid.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { Skeleton } from '../../../ui/signs/waiting.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createWork } from '../../../ui/work/create-work.ts'
import { ProgressBar } from '../../../ui/work/progress-bar.tsx'
import { useActs } from '../../acts/use-acts.ts'
import { placeOf, Standing } from '../../removal/standing.tsx'
import { Used } from '../../removal/used.tsx'
import { createGroupName } from '../table/group-head.tsx'
import type { BulkAct } from './act.ts'
import { createPreview, type Preview } from './preview.ts'
import './bulk.css'

/** What the dialog of an act on many is given. */
export interface BulkDialogProps {
  readonly act: BulkAct
  readonly collection: CollectionName
  readonly ids: readonly string[]
  /** «12 заказов». */
  readonly countOf: (n: number) => string
  readonly onDone: () => void
  readonly onClose: () => void
}

/** What is said of a change, and of removing. */
const WORDS = {
  change: {
    changes: 'lists.bulk.changes',
    run: 'lists.bulk.run',
    running: 'lists.bulk.running',
    done: 'lists.bulk.done',
    donePart: 'lists.bulk.donePart',
  },
  remove: {
    changes: 'lists.bulk.removes',
    run: 'lists.bulk.runRemove',
    running: 'lists.bulk.runningRemove',
    done: 'lists.bulk.removed',
    donePart: 'lists.bulk.removedPart',
  },
} as const

/**
 * An act on many records: what is to be done, a preview of what will change and what will not, and then one act. While it is under way,
 * leaving the dialog stops it: what was done is taken back, and the choice stands as it was.
 */
export function BulkDialog(props: BulkDialogProps) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const [change, setChange] = createSignal<Change | null>(props.act.change ?? null)
  const [isBusy, setBusy] = createSignal(false)
  const [isStopped, setStopped] = createSignal(false)
  const work = createWork('change-stopped')
  onCleanup(work.stop)
  const { preview, progress } = createPreview(props.collection, props.ids, change)
  const said = () => WORDS[props.act.destroys ? 'remove' : 'change']
  const choose = (other: Change | null) => {
    setStopped(false)
    setChange(other)
  }
  const run = async () => {
    const asked = change()
    if (asked === null) return
    setBusy(true)
    setStopped(false)
    const isDone = await acts.attempt(() => make(asked).catch(noteStop))
    setBusy(false)
    if (isDone && !isStopped()) props.onDone()
  }
  const make = async (asked: Change) => {
    const { collection, ids } = props
    const { act, result } = await work.run((underWay) =>
      data.run('changeRecords', { collection, ids, change: asked }, underWay),
    )
    const left = result.left.length
    const count = props.countOf(result.changed.length)
    acts.said(t(left === 0 ? said().done : said().donePart, { count, left }), act)
  }
  const noteStop = (error: unknown) => {
    if (!isStop(error)) throw error
    setStopped(true)
  }
  const leave = () => (isBusy() ? work.stop() : props.onClose())
  return (
    <Dialog
      open
      title={props.act.label}
      onClose={leave}
      footer={
        <>
          <Button onClick={leave} aria-disabled={work.progress()?.way === 'back'}>
            {t(work.progress() ? 'common.stop' : 'common.cancel')}
          </Button>
          <Button
            look={props.act.destroys ? 'loss' : 'primary'}
            busy={isBusy()}
            disabled={!preview()?.changed}
            onClick={() => void run()}
          >
            {t(said().run, { n: preview()?.changed ?? 0 })}
          </Button>
        </>
      }
    >
      <p class="dim">{t('lists.bulk.chosen', { count: props.countOf(props.ids.length) })}</p>
      <fieldset class="bulk-editor" disabled={isBusy()}>
        {props.act.editor?.({ onChange: choose })}
      </fieldset>
      <Show when={change()}>
        <Show when={preview()} fallback={<Trying progress={progress()} />}>
          {(shown) => <Shown {...props} preview={shown()} changes={said().changes} />}
        </Show>
      </Show>
      <Show when={work.progress()}>{(known) => <ProgressBar label={t(said().running)} progress={known()} />}</Show>
      <Show when={isStopped()}>
        <Banner>{t('errors.change-stopped')}</Banner>
      </Show>
    </Dialog>
  )
}

function Trying(props: { readonly progress: Progress | null }) {
  const { t } = useWords()
  return (
    <Show when={props.progress} fallback={<Skeleton lines={2} />}>
      {(known) => <ProgressBar label={t('lists.bulk.trying')} progress={known()} />}
    </Show>
  )
}

function Shown(props: BulkDialogProps & { readonly preview: Preview; readonly changes: PlainPath }) {
  const { t } = useWords()
  const nameOf = createGroupName(() => props.collection)
  return (
    <section class="bulk-preview" aria-label={t('lists.bulk.preview')} aria-live="polite">
      <p>
        <strong>{t(props.changes, { count: props.countOf(props.preview.changed) })}</strong>
      </p>
      <Show when={props.act.destroys}>
        <Show when={placeOf(props.collection, props.ids)} fallback={<Used removed={props} />}>
          {(place) => <Standing place={place()} />}
        </Show>
      </Show>
      <Show when={props.preview.from.length > 0}>
        <ul class="bulk-from">
          <For each={props.preview.from}>
            {(head) => <li>{t('lists.bulk.from', { value: nameOf(head), n: head.count })}</li>}
          </For>
        </ul>
      </Show>
      <Show when={props.preview.same > 0}>
        <p class="dim">{t('lists.bulk.same', { count: props.countOf(props.preview.same) })}</p>
      </Show>
      <For each={props.preview.left}>{(one) => <Left {...one} countOf={props.countOf} />}</For>
    </section>
  )
}

interface LeftProps {
  readonly code: FailureCode
  readonly count: number
  readonly names: readonly string[]
  readonly countOf: (n: number) => string
}

/** Codes that are said otherwise of many than of one. */
const OF_MANY = [
  'state-requires',
  'order-completed',
  'comment-required',
  'state-not-in-kind',
  'record-newer',
  'record-missing',
] as const

function Left(props: LeftProps) {
  const { t } = useWords()
  const why = () => {
    const known = OF_MANY.find((code) => code === props.code)
    return known ? t(`lists.bulk.why.${known}`) : t(`errors.${props.code}`)
  }
  const names = () => `${props.names.join(', ')}${props.count > props.names.length ? '…' : ''}`
  return (
    <div class="bulk-left">
      <p>{t('lists.bulk.left', { count: props.countOf(props.count) })}</p>
      <p class="dim">{why()}</p>
      <p class="dim">{names()}</p>
    </div>
  )
}
