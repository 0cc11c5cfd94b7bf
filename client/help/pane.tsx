import ArrowLeft from 'lucide-solid/icons/arrow-left'
import X from 'lucide-solid/icons/x'
import { createEffect, createResource, createSignal, For, on, onMount, Show } from 'solid-js'
import { Button, IconButton } from '../ui/actions/button.tsx'
import { SearchField } from '../ui/inputs/typed/search-field.tsx'
import { createMedia, MIDDLE, NARROW } from '../ui/look/media.ts'
import { Dialog } from '../ui/overlays/dialog.tsx'
import { EmptyState } from '../ui/signs/empty-state.tsx'
import { Skeleton } from '../ui/signs/waiting.tsx'
import { useWords } from '../ui/words/words.tsx'
import { findHelp } from './find.ts'
import { loadHelp } from './load.ts'
import type { HelpPage, HelpPlace } from './page.ts'
import './help.css'

interface HelpPaneProps {
  readonly place: HelpPlace
  /** The page of the screen that is looked at. */
  readonly here: string
  readonly mayGoBack: boolean
  readonly onGo: (place: HelpPlace) => void
  readonly onBack: () => void
  readonly onClose: () => void
}

/** The guide in a pane beside the screen; on a phone or tablet over it. */
export function HelpPane(props: HelpPaneProps) {
  const { t } = useWords()
  const isNarrow = createMedia(NARROW)
  const isMiddle = createMedia(MIDDLE)
  return (
    <Show when={isNarrow() || isMiddle()} fallback={<Beside {...props} />}>
      <Dialog open toRead title={t('help.title')} onClose={props.onClose}>
        <div class="help in-dialog">
          <Inside {...props} />
        </div>
      </Dialog>
    </Show>
  )
}

function Beside(props: HelpPaneProps) {
  const { t } = useWords()
  const before = document.activeElement
  let heading: HTMLHeadingElement | undefined
  onMount(() => heading?.focus({ preventScroll: true }))
  const close = () => {
    props.onClose()
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
  }
  const hear = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    close()
  }
  return (
    <aside class="help" aria-labelledby="help-heading" onKeyDown={hear}>
      <header class="help-head">
        <h2 id="help-heading" ref={heading} tabIndex={-1}>
          {t('help.title')}
        </h2>
        <IconButton icon={X} label={t('help.close')} onClick={close} />
      </header>
      <Inside {...props} />
    </aside>
  )
}

function Inside(props: HelpPaneProps) {
  const { t, language, sentence } = useWords()
  const [text, setText] = createSignal('')
  const [pages, { refetch }] = createResource(language, loadHelp)
  const go = (place: HelpPlace) => {
    setText('')
    props.onGo(place)
  }
  const page = () => pages()?.find(({ id }) => id === props.place.page)
  return (
    <>
      <div class="help-bar">
        <Show when={props.mayGoBack}>
          <IconButton icon={ArrowLeft} label={t('help.back')} onClick={() => props.onBack()} />
        </Show>
        <SearchField label={t('help.find')} value={text()} onInput={setText} />
        <Show when={props.here !== props.place.page}>
          <Button size="small" onClick={() => go({ page: props.here, part: '' })}>
            {t('help.here')}
          </Button>
        </Show>
      </div>
      <Show
        when={pages.error === undefined}
        fallback={
          <EmptyState title={sentence(pages.error)}>
            <Button onClick={() => void refetch()}>{t('common.repeat')}</Button>
          </EmptyState>
        }
      >
        <Show when={pages()} fallback={<Skeleton lines={8} />}>
          {(all) => (
            <Show when={text().trim() === ''} fallback={<Found pages={all()} text={text()} onGo={go} />}>
              <Show when={page()} fallback={<EmptyState title={t('help.missing')} />}>
                {(one) => <Article page={one()} part={props.place.part} onGo={go} />}
              </Show>
            </Show>
          )}
        </Show>
      </Show>
    </>
  )
}

interface ArticleProps {
  readonly page: HelpPage
  readonly part: string
  readonly onGo: (place: HelpPlace) => void
}

/** A page; links to others open them here. */
function Article(props: ArticleProps) {
  let scroller: HTMLElement | undefined
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-page]') : null
    if (!link) return
    event.preventDefault()
    props.onGo({ page: link.dataset.page ?? '', part: link.dataset.part ?? '' })
  }
  /** Keys scroll it; the router hears of no link that is followed here. */
  const prepare = (section: HTMLElement) => {
    scroller = section
    section.tabIndex = 0
    section.addEventListener('click', follow)
  }
  createEffect(
    on([() => props.page, () => props.part], ([, part]) => {
      const to = part === '' ? null : scroller?.querySelector(`[id="help-${CSS.escape(part)}"]`)
      if (to) to.scrollIntoView({ block: 'start' })
      else scroller?.scrollTo({ top: 0 })
    }),
  )
  return (
    <section class="help-page" ref={prepare} aria-label={props.page.title}>
      <h3 class="help-title">{props.page.title}</h3>
      {/* Made of docs/ by the build, of tags that it lists (scripts/build/help). */}
      <div class="help-text" innerHTML={props.page.html} />
    </section>
  )
}

interface FoundProps {
  readonly pages: readonly HelpPage[]
  readonly text: string
  readonly onGo: (place: HelpPlace) => void
}

/** The parts of the guide that what was typed fits. */
function Found(props: FoundProps) {
  const { t } = useWords()
  const found = () => findHelp(props.pages, props.text)
  return (
    <ul class="help-found" aria-label={t('help.found')}>
      <For each={found()} fallback={<EmptyState title={t('help.nothing.title')} text={t('help.nothing.text')} />}>
        {(one) => (
          <li>
            <button type="button" onClick={() => props.onGo(one)}>
              <strong>{one.heading === '' ? one.title : `${one.title}: ${one.heading}`}</strong>
              <span class="dim">{one.excerpt}</span>
            </button>
          </li>
        )}
      </For>
    </ul>
  )
}
