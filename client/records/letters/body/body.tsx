import { createMemo, createResource, createSignal, Match, onCleanup, Show, Switch } from 'solid-js'
import { isPicture } from '../../../../shared/files/types.ts'
import type { Letter } from '../../../../shared/letters/collections.ts'
import { useData } from '../../../data/page/solid.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { Skeleton } from '../../../ui/signs/waiting.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createLetterDial, type LetterDial } from './dialled.ts'
import { LetterFrame } from './frame.tsx'
import { createPictureLeave } from './leave.ts'
import { PlainText } from './plain.tsx'
import { sanitise } from './sanitise.ts'
import { useLetterWords } from './words.ts'
import './body.css'

/** The words of a letter, as far as this device has them. */
export function LetterText(props: { readonly letter: Letter }) {
  const { t, sentence } = useWords()
  const read = useLetterWords()
  const hash = () => (typeof props.letter.body === 'string' ? props.letter.body : null)
  const [words, { refetch }] = createResource(hash, (one) => read(props.letter.id, one))
  const dial = createLetterDial(() => props.letter)
  const present = () => (words.state === 'ready' ? words() : undefined)
  return (
    <>
      <Switch fallback={<PlainText dial={dial} text={props.letter.snippet ?? t('mail.letter.empty')} />}>
        <Match when={words.error}>
          <p class="letter-plain dim">{props.letter.snippet}</p>
          <Banner look="warn" action={{ label: t('mail.letter.retry'), run: () => void refetch() }}>
            {words.error?.code === 'server-unreachable' ? t('mail.letter.notHere') : sentence(words.error)}
          </Banner>
        </Match>
        <Match when={words.loading}>
          <Skeleton lines={6} />
        </Match>
        <Match when={present()?.html}>{(html) => <Html letter={props.letter} html={html()} dial={dial} />}</Match>
        <Match when={present()}>
          {(body) => <PlainText dial={dial} text={body().text || t('mail.letter.empty')} />}
        </Match>
      </Switch>
      <dial.Place />
    </>
  )
}

interface HtmlProps {
  readonly letter: Letter
  readonly html: string
  readonly dial: LetterDial
}

function Html(props: HtmlProps) {
  const { t } = useWords()
  const shown = createMemo(() => sanitise(props.html))
  const leave = createPictureLeave(() => props.letter.fromAddress)
  const [isAsked, ask] = createSignal(false)
  const mayShow = () => isAsked() || leave.isGiven()
  const inline = createInline(() => props.letter)
  return (
    <>
      <Show when={shown().hasRemote && !mayShow()}>
        <div class="letter-pictures">
          <span>{t('mail.letter.pictures')}</span>
          <Button size="small" onClick={() => ask(true)}>
            {t('mail.letter.showPictures')}
          </Button>
          <Show when={props.letter.fromAddress}>
            <Button size="small" look="ghost" onClick={leave.give}>
              {t('mail.letter.alwaysPictures')}
            </Button>
          </Show>
        </div>
      </Show>
      <LetterFrame dial={props.dial} shown={shown()} mayShowPictures={mayShow()} inline={inline()} />
    </>
  )
}

/** Addresses of the pictures that came with a letter, by their `cid`. */
function createInline(letter: () => Letter) {
  const data = useData()
  const made: string[] = []
  onCleanup(() => {
    for (const address of made) URL.revokeObjectURL(address)
  })
  const [inline] = createResource(
    () => letter().id,
    async (id) => {
      const found = letter().attachments.flatMap(({ cid, hash, type }) =>
        typeof cid === 'string' && typeof hash === 'string' && isPicture(String(type)) ? [{ cid, hash, type }] : [],
      )
      const read = found.map(async ({ cid, hash, type }) => {
        const bytes = await data.openLetter(id, hash)
        const address = URL.createObjectURL(new Blob([bytes], { type: String(type) }))
        made.push(address)
        return [cid, address] as const
      })
      // A picture that is not here leaves its place empty; the letter is read without it.
      const settled = await Promise.allSettled(read)
      return new Map(settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])))
    },
  )
  return () => inline.latest ?? NONE
}

const NONE: ReadonlyMap<string, string> = new Map()
