import { createContext, createEffect, type JSX, onCleanup, type ParentProps, Show, useContext } from 'solid-js'
import { Portal } from 'solid-js/web'
import { useWords } from '../words/words.tsx'
import { Later } from './later.tsx'
import './page.css'

/** Where a page puts its title: the frame's top bar. Without a frame around it, the page shows its title itself. */
export interface PageFrame {
  readonly setTitle: (title: string) => void
  /** The place of the screen's acts in the top bar. */
  readonly actions: () => HTMLElement | undefined
}

export const PageFrameContext = createContext<PageFrame>()

export interface PageProps extends ParentProps {
  readonly title: string
  /** The screen's acts, the main one last; they stand in the top bar. */
  readonly actions?: JSX.Element
  /** Filters and ways of looking, in a bar under the top bar. */
  readonly bar?: JSX.Element
}

/** A screen: its title in the top bar and the browser's tab, a bar of filters and acts, and what it is for. */
export function Page(props: PageProps) {
  const { t } = useWords()
  const frame = useContext(PageFrameContext)
  createEffect(() => {
    frame?.setTitle(props.title)
    document.title = `${props.title} · ${t('shell.product')}`
  })
  onCleanup(() => frame?.setTitle(''))
  return (
    <div class="page">
      <Show when={frame?.actions()} fallback={<Head title={props.title}>{props.actions}</Head>}>
        {(place) => <Portal mount={place()}>{props.actions}</Portal>}
      </Show>
      <div class="page-bar">
        <Later>{props.bar}</Later>
      </div>
      <Later>
        <div class="page-body">{props.children}</div>
      </Later>
    </div>
  )
}

function Head(props: ParentProps<{ readonly title: string }>) {
  return (
    <div class="page-head">
      <h1>{props.title}</h1>
      {props.children}
    </div>
  )
}

export interface LonePageProps extends ParentProps {
  readonly title: string
  readonly footer?: JSX.Element
}

/** A page outside of the frame: signing in, first start, invitations. */
export function LonePage(props: LonePageProps) {
  const { t } = useWords()
  createEffect(() => {
    document.title = `${props.title} · ${t('shell.product')}`
  })
  return (
    <main class="lone">
      <div class="lone-brand">
        <Mark />
        {t('shell.product')}
      </div>
      <div class="lone-card">
        <h1>{props.title}</h1>
        {props.children}
      </div>
      <div class="lone-footer">{props.footer}</div>
    </main>
  )
}

/** The sign of the program. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M2.6 3.5h18.8a1 1 0 0 1 .78 1.62L15 14.1v5.2a1 1 0 0 1-1.5.87l-3.6-2.1a1 1 0 0 1-.5-.86v-3.1L1.82 5.12A1 1 0 0 1 2.6 3.5Z" />
    </svg>
  )
}
