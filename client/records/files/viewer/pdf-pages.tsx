import { createResource, createSignal, For, onCleanup, onMount, Show } from 'solid-js'
import { Skeleton } from '../../../ui/signs/waiting.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { type OpenPdf, openPdf } from './pdf.ts'

/** The pages of a PDF one under the other, each drawn when it comes into view. */
export default function PdfPages(props: { readonly bytes: Blob }) {
  const { t } = useWords()
  const [pdf] = createResource(() =>
    openPdf(props.bytes).catch((error: unknown) => {
      reportError(error)
      return null
    }),
  )
  onCleanup(() => pdf()?.close())
  return (
    <Show when={!pdf.loading} fallback={<Skeleton lines={8} />}>
      <Show when={pdf()} fallback={<p>{t('files.noView')}</p>}>
        {(open) => (
          <For each={Array.from({ length: open().pages }, (_, at) => at + 1)}>
            {(page) => <Page pdf={open()} page={page} />}
          </For>
        )}
      </Show>
    </Show>
  )
}

function Page(props: { readonly pdf: OpenPdf; readonly page: number }) {
  const { t } = useWords()
  const [canvas, setCanvas] = createSignal<HTMLCanvasElement>()
  let frame: HTMLDivElement | undefined
  onMount(() => {
    const watch = new IntersectionObserver((seen) => {
      if (!frame || !seen.some(({ isIntersecting }) => isIntersecting)) return
      watch.disconnect()
      const width = Math.min(2000, Math.round(frame.clientWidth * devicePixelRatio))
      void props.pdf.draw(props.page, width).then(setCanvas)
    })
    if (frame) watch.observe(frame)
    onCleanup(() => watch.disconnect())
  })
  return (
    <div
      ref={frame}
      class="file-page"
      role="img"
      aria-label={t('files.page', { n: props.page, of: props.pdf.pages })}
      data-drawn={canvas() !== undefined}
    >
      {canvas()}
    </div>
  )
}
