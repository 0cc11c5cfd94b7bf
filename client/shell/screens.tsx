import { Navigate, Route, Router, useLocation, useNavigate } from '@solidjs/router'
import Compass from 'lucide-solid/icons/compass'
import { type Component, ErrorBoundary, For, type JSX, type ParentProps, Show, Suspense } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { OffPage } from '../records/features/off-page.tsx'
import { Button } from '../ui/actions/button.tsx'
import { Page } from '../ui/layout/page.tsx'
import { EmptyState } from '../ui/signs/empty-state.tsx'
import { Skeleton } from '../ui/signs/waiting.tsx'
import { useWords } from '../ui/words/words.tsx'
import { offAt } from './menu/menu.ts'

/** A screen: its address, as @solidjs/router writes addresses, and the component that is loaded when it is opened. */
export interface ScreenRow {
  readonly path: string | string[]
  readonly screen: Component
}

export interface ScreensProps {
  readonly screens: readonly ScreenRow[]
  /** Where the bare address leads. */
  readonly home: string
  /** The frame around a screen. */
  readonly frame: Component<ParentProps>
}

/** The router: screens by address inside of the frame. A screen that fails says so and leaves the frame standing. */
export function Screens(props: ScreensProps) {
  return (
    <Router
      root={(section) => (
        <Dynamic component={props.frame}>
          <Guarded>{section.children}</Guarded>
        </Dynamic>
      )}
    >
      <Route path="/" component={() => <Navigate href={props.home} />} />
      <For each={props.screens}>{(row) => <Route path={row.path as string} component={row.screen} />}</For>
      <Route path="*" component={() => <Missing home={props.home} />} />
    </Router>
  )
}

function Guarded(props: { readonly children: JSX.Element }) {
  const here = useLocation()
  return (
    <ErrorBoundary fallback={(error, reset) => <Failed error={error} onRetry={reset} />}>
      <Suspense fallback={<Waiting />}>
        <Show when={offAt(here.pathname)} fallback={props.children}>
          {(feature) => <OffPage feature={feature()} />}
        </Show>
      </Suspense>
    </ErrorBoundary>
  )
}

function Waiting() {
  return (
    <div class="screen-waiting">
      <Skeleton lines={6} />
    </div>
  )
}

function Failed(props: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t, sentence } = useWords()
  return (
    <Page title={t('shell.failed.title')}>
      <EmptyState title={sentence(props.error)} text={t('shell.failed.text')}>
        <Button look="primary" onClick={() => props.onRetry()}>
          {t('common.repeat')}
        </Button>
        <Button onClick={() => location.reload()}>{t('shell.failed.reload')}</Button>
      </EmptyState>
    </Page>
  )
}

function Missing(props: { readonly home: string }) {
  const { t } = useWords()
  const navigate = useNavigate()
  return (
    <Page title={t('shell.missing.title')}>
      <EmptyState icon={Compass} title={t('shell.missing.title')} text={t('shell.missing.text')}>
        <Button look="primary" onClick={() => navigate(props.home)}>
          {t('shell.missing.home')}
        </Button>
      </EmptyState>
    </Page>
  )
}
