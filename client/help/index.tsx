import { useLocation } from '@solidjs/router'
import BookOpen from 'lucide-solid/icons/book-open'
import CircleHelp from 'lucide-solid/icons/circle-question-mark'
import { createResource, createSignal, lazy, onCleanup, Show, Suspense } from 'solid-js'
import { createOffers } from '../ui/keys/offers.ts'
import { useWords } from '../ui/words/words.tsx'
import { loadTitles } from './load.ts'
import type { HelpPlace, HelpTitle } from './page.ts'
import { helpAt } from './pages-at.ts'

/** The program starts without it. */
const HelpPane = lazy(async () => ({ default: (await import('./pane.tsx')).HelpPane }))

/** By then (ms) the page has begun, and names of pages are read for the palette. */
const BEGUN = 4000

/** The guide beside the screen: how it is opened, and its place on the page. It stays where it is while one works. */
export function createHelp() {
  const here = useLocation()
  const { t } = useWords()
  const [place, setPlace] = createSignal<HelpPlace | null>(null)
  const [past, setPast] = createSignal<readonly HelpPlace[]>([])
  const go = (next: HelpPlace) => {
    const before = place()
    if (before) setPast([...past(), before])
    setPlace(next)
  }
  const close = () => {
    setPlace(null)
    setPast([])
  }
  /** The page of the screen; asked for there once more, it goes. */
  const toggle = () => {
    const page = helpAt(here.pathname)
    if (place()?.page === page) close()
    else go({ page, part: '' })
  }
  const back = () => {
    const last = past().at(-1)
    if (!last) return
    setPast(past().slice(0, -1))
    setPlace(last)
  }
  createOffers(() => ({
    heading: t('keys.groups.everywhere'),
    everywhere: true,
    rows: [{ id: 'help', label: t('help.open'), icon: CircleHelp, keys: 'F1', run: toggle }],
  }))
  onCleanup(listenToF1(toggle))
  createTitleOffers((page) => go({ page, part: '' }))
  return {
    isOpen: () => place() !== null,
    toggle,
    Place: () => (
      <Suspense>
        <Show when={place()}>
          {(now) => (
            <HelpPane
              place={now()}
              here={helpAt(here.pathname)}
              mayGoBack={past().length > 0}
              onGo={go}
              onBack={back}
              onClose={close}
            />
          )}
        </Show>
      </Suspense>
    ),
  }
}

/** What has to be answered first. */
const OPEN = '[role="dialog"][data-state="open"], [role="alertdialog"][data-state="open"]'

/** Hears F1 while something is typed, too, where other keys are for the text. */
function listenToF1(act: () => void): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.key !== 'F1' || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
    if (document.querySelector(OPEN)) return
    event.preventDefault()
    act()
  }
  document.addEventListener('keydown', listen)
  return () => document.removeEventListener('keydown', listen)
}

/** Pages of the guide by their names, for the palette: «Справка: Заказы». */
function createTitleOffers(open: (page: string) => void): void {
  const { t, language } = useWords()
  const [isTime, setTime] = createSignal(false)
  const timer = setTimeout(() => setTime(true), BEGUN)
  onCleanup(() => clearTimeout(timer))
  // Whoever opens a page hears of a failure.
  const [titles] = createResource(
    () => isTime() && language(),
    (asked) => loadTitles(asked).catch((): readonly HelpTitle[] => []),
  )
  createOffers(() => ({
    heading: t('help.title'),
    everywhere: true,
    onlyFound: true,
    rows: (titles.latest ?? []).map(({ id, title, about }) => ({
      id: `help.${id}`,
      label: t('help.named', { title }),
      about,
      icon: BookOpen,
      run: () => open(id),
    })),
  }))
}
