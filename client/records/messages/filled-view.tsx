import { For, Show } from 'solid-js'
import { smsOf } from '../../../shared/messages/body/plain.ts'
import { readBody } from '../../../shared/messages/body/read-body.ts'
import type { Way } from '../../../shared/messages/collections.ts'
import type { Problem } from '../../../shared/messages/filling/problems.ts'
import { smsParts } from '../../../shared/messages/sms/parts.ts'
import { Banner } from '../../ui/signs/banner.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { BodyView } from './body-view.tsx'
import type { OfferedParameters } from './offered.ts'
import './filled-view.css'

interface FilledViewProps {
  readonly way: Way
  readonly subject: string | null
  /** In the form of shared/messages/body. */
  readonly body: string | null
}

/** A letter or an SMS as whoever gets it reads it. */
export function FilledView(props: FilledViewProps) {
  const { t } = useWords()
  const body = () => readBody(props.body)
  return (
    <Show when={props.way === 'letter'} fallback={<SmsView text={smsOf(body())} />}>
      <div class="letter-view">
        <p class="letter-subject">{props.subject || <span class="dim">{t('messages.noSubject')}</span>}</p>
        <BodyView body={body()} />
      </div>
    </Show>
  )
}

function SmsView(props: { readonly text: string }) {
  return (
    <div class="sms-view">
      <p class="sms-text">{props.text}</p>
      <p class="dim">
        <SmsCount text={props.text} />
      </p>
    </div>
  )
}

/** How many SMS a text takes, and what room is left. */
function SmsCount(props: { readonly text: string }) {
  const countOf = useSmsCount()
  return <>{countOf(props.text)}</>
}

/** Says how many SMS a text takes. */
export function useSmsCount() {
  const { t } = useWords()
  return (text: string) => {
    const { parts, left } = smsParts(text)
    return `${t('messages.smsParts', { n: parts.length })}, ${t('messages.smsLeft', { n: left })}`
  }
}

/** What is to be said of a text's parameters. */
export function Problems(props: { readonly problems: readonly Problem[]; readonly offered: OfferedParameters }) {
  const { t } = useWords()
  const label = (name: string) => props.offered.all().find((one) => one.name === name)?.label ?? name
  return (
    <Show when={props.problems.length > 0}>
      <Banner look="warn">
        <ul class="problems">
          <For each={props.problems}>
            {({ is, parameter }) => <li>{t(`messages.problems.${is}`, { parameter: label(parameter) })}</li>}
          </For>
        </ul>
      </Banner>
    </Show>
  )
}
