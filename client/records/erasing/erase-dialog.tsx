import { createSignal, For, Match, onMount, Show, Switch } from 'solid-js'
import type { CollectionName } from '../../../shared/collections.ts'
import {
  type ErasureAsked,
  type ErasurePreview,
  type ErasureSought,
  LONGEST_GROUND,
} from '../../../shared/erasures/api.ts'
import { api } from '../../data/page/api.ts'
import { Link } from '../../ui/actions/link.tsx'
import { createChecked, useChecks } from '../../ui/forms/checks.ts'
import { TextField } from '../../ui/inputs/typed/text-field.tsx'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { Banner } from '../../ui/signs/banner.tsx'
import { Skeleton } from '../../ui/signs/waiting.tsx'
import { useToasts } from '../../ui/toasts/use-toasts.ts'
import { useWords } from '../../ui/words/words.tsx'
import { listsOf } from '../address.ts'
import { ProofForm } from '../factors/proof-form.tsx'
import { addressOfFound } from '../list/address.ts'
import './erasing.css'

interface EraseDialogProps {
  readonly title: string
  readonly sought: ErasureSought
  readonly onClose: () => void
}

/** Erases a person: what goes and what stays, the ground, a typed word and the password. */
export function EraseDialog(props: EraseDialogProps) {
  const { t, sentence } = useWords()
  const [preview, setPreview] = createSignal<ErasurePreview>()
  const [failure, setFailure] = createSignal<unknown>()
  onMount(() => api<ErasurePreview>('POST', '/api/erasures/preview', props.sought).then(setPreview, setFailure))
  return (
    <Dialog open title={props.title} onClose={props.onClose}>
      <Switch
        fallback={
          <>
            <p role="status">{t('erasures.looking')}</p>
            <Skeleton />
          </>
        }
      >
        <Match when={failure()}>{(error) => <Banner look="loss">{sentence(error())}</Banner>}</Match>
        <Match when={preview()}>
          {(found) => (
            <>
              <WhatGoes preview={found()} />
              <NamedBy preview={found()} sought={props.sought} />
              <Show when={totalOf(found()) > 0}>
                <Confirming sought={props.sought} onDone={props.onClose} />
              </Show>
            </>
          )}
        </Match>
      </Switch>
    </Dialog>
  )
}

function totalOf({ counts }: ErasurePreview): number {
  return Object.values(counts).reduce((sum, one) => sum + one, 0)
}

function WhatGoes(props: { readonly preview: ErasurePreview }) {
  const { t, format } = useWords()
  // The server counts by the names of collections.
  const counts = () => Object.entries(props.preview.counts) as [CollectionName, number][]
  return (
    <Show when={totalOf(props.preview) > 0} fallback={<p>{t('erasures.nothing')}</p>}>
      <section class="erasing-part">
        <h3>{t('erasures.goes')}</h3>
        <p>{t('erasures.goesText', { count: format.integer(totalOf(props.preview)) })}</p>
        <ul class="erasing-counts">
          <For each={counts()}>
            {([name, count]) => (
              <li>
                {t(`records.${name}.many`)}: {format.integer(count)}
              </li>
            )}
          </For>
          <Show when={props.preview.files > 0}>
            <li>{t('erasures.filesGo', { count: format.integer(props.preview.files) })}</li>
          </Show>
        </ul>
      </section>
      <section class="erasing-part">
        <h3>{t('erasures.stays')}</h3>
        <p>{t('erasures.staysText')}</p>
      </section>
      <Show when={props.preview.backups.length > 0}>
        <p class="dim">
          {t('erasures.backupsHold')}: {props.preview.backups.map(({ made }) => format.day(made)).join(', ')}
        </p>
      </Show>
    </Show>
  )
}

/** Records of others that name him stay as they are: the ways to them. */
function NamedBy(props: { readonly preview: ErasurePreview; readonly sought: ErasureSought }) {
  const { t, format } = useWords()
  const text = () => props.preview.name ?? props.sought.address ?? ''
  const all = () => Object.entries(props.preview.mentions) as [CollectionName, number][]
  return (
    <Show when={all().length > 0}>
      <section class="erasing-part">
        <h3>{t('erasures.named')}</h3>
        <p>{t('erasures.namedText')}</p>
        <ul class="erasing-counts">
          <For each={all()}>
            {([name, count]) => {
              const [list] = listsOf(name)
              const label = () => `${t(`records.${name}.many`)}: ${format.integer(count)}`
              return (
                <li>
                  <Show when={list} fallback={label()}>
                    {(path) => <Link href={addressOfFound(path(), { text: text(), person: null })}>{label()}</Link>}
                  </Show>
                </li>
              )
            }}
          </For>
        </ul>
      </section>
    </Show>
  )
}

function Confirming(props: { readonly sought: ErasureSought; readonly onDone: () => void }) {
  const { t } = useWords()
  const checks = useChecks()
  const toasts = useToasts()
  const [ground, setGround] = createSignal('')
  const [typed, setTyped] = createSignal('')
  const word = () => t('erasures.word')
  const checked = createChecked({
    ground: () => checks.required(ground(), t('erasures.ground')),
    typed: () => (typed().trim().toLowerCase() === word() ? undefined : t('erasures.confirmWrong', { word: word() })),
  })
  const erase = async (password: string) => {
    const asked: ErasureAsked = { ...props.sought, ground: ground(), password }
    await api('POST', '/api/erasures', asked)
    toasts.show({ text: t('erasures.begun') })
    props.onDone()
  }
  return (
    <ProofForm submit={t('erasures.submit')} destroys before={checked} onProven={erase}>
      <TextField
        label={t('erasures.ground')}
        hint={t('erasures.groundHint')}
        maxLength={LONGEST_GROUND}
        error={checked.errorOf('ground')}
        value={ground() || null}
        onCommit={(text) => setGround(text ?? '')}
      />
      <TextField
        label={t('erasures.confirm', { word: word() })}
        error={checked.errorOf('typed')}
        value={typed() || null}
        onCommit={(text) => setTyped(text ?? '')}
      />
    </ProofForm>
  )
}
