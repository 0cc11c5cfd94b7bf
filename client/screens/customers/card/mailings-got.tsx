import { createMemo, createSignal, For, Show } from 'solid-js'
import { hasFeature } from '../../../../shared/features/known.ts'
import { type Mailing, mailingRecipients } from '../../../../shared/mailings/collections.ts'
import { readerId } from '../../../../shared/mailings/reader-id.ts'
import { createQuery, createRecord } from '../../../data/page/solid.tsx'
import { useMayRead } from '../../../records/rights.ts'
import { Link } from '../../../ui/actions/link.tsx'
import { Fold } from '../../../ui/layout/fold.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createAddresses, type MailingAddress } from './addresses.ts'

/** Of so many mailings, the newest, it is looked whether the customer is among their readers: each is a document of its own. */
const NEWEST = 10

/** Mailings that went to the customer, or passed him over, and what became of them. */
export function MailingsGot() {
  const { t } = useWords()
  const mayRead = useMayRead('mailings')
  const [isOpen, setOpen] = createSignal(false)
  return (
    <Show when={hasFeature('mailings') && mayRead}>
      <Fold title={t('mailings.got.title')} summary="" onToggle={setOpen}>
        <Show when={isOpen()}>
          <Newest />
        </Show>
      </Fold>
    </Show>
  )
}

function Newest() {
  const { t } = useWords()
  const addresses = createAddresses()
  const answer = createQuery(() => ({ what: 'all', collection: 'mailings' }) as const)
  const newest = createMemo(() => {
    // Rows of a collection are of that collection.
    const all = (answer()?.rows ?? []) as unknown as readonly Mailing[]
    const begun = all.filter(({ gone, begun }) => !gone && begun !== null)
    return begun.sort((one, other) => (other.begun ?? 0) - (one.begun ?? 0)).slice(0, NEWEST)
  })
  return (
    <>
      <ul class="consents">
        <For each={newest()}>
          {(mailing) => (
            <For each={addresses().filter(({ way }) => way === mailing.way)}>
              {(address) => <Got mailing={mailing} address={address} />}
            </For>
          )}
        </For>
      </ul>
      <p class="dim">{t('mailings.got.hint', { n: NEWEST })}</p>
    </>
  )
}

function Got(props: { readonly mailing: Mailing; readonly address: MailingAddress }) {
  const { t, format } = useWords()
  const record = createRecord(mailingRecipients, () => readerId(props.mailing.id, props.address.to))
  const reader = () => {
    const row = record()?.row
    return row && !row.gone ? row : null
  }
  return (
    <Show when={reader()}>
      {(row) => (
        <li>
          <Link href={`/mailings/${props.mailing.id}`}>{props.mailing.name}</Link>
          <span class="dim">
            {t(`records.choices.${row().state ?? 'waiting'}`)}
            <Show when={row().sent}>{(sent) => <> {format.when(sent())}</>}</Show>
            <Show when={row().opened}>{(at) => <>, {t('mailings.got.opened', { when: format.when(at()) })}</>}</Show>
            <Show when={row().unsubscribed}>
              {(at) => <>, {t('mailings.got.unsubscribed', { when: format.when(at()) })}</>}
            </Show>
          </span>
        </li>
      )}
    </Show>
  )
}
