import { createSignal, onCleanup } from 'solid-js'

type OnFiles = (files: readonly File[]) => void

interface Place {
  readonly element: () => HTMLElement | undefined
}

/** Where files can be given, as the places were made. */
const places: Place[] = []

/** Hears of files that are dropped on an element, or pasted while it is the latest such in view; not into a field that takes text. */
export function createGiven(element: Place['element'], onFiles: OnFiles) {
  const place: Place = { element }
  const paste = (event: ClipboardEvent) => {
    const latest = places.findLast((one) => one.element()?.checkVisibility())
    if (latest === place && give(event.clipboardData, onFiles)) event.preventDefault()
  }
  places.push(place)
  document.addEventListener('paste', paste)
  onCleanup(() => {
    places.splice(places.indexOf(place), 1)
    document.removeEventListener('paste', paste)
  })
  return createDropped(onFiles)
}

/** Hears of files that are dropped on an element. */
export function createDropped(onFiles: OnFiles) {
  const [isOver, setOver] = createSignal(false)
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
  return {
    isOver,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!holdsFiles(event)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        setOver(false)
        if (!holdsFiles(event)) return
        event.preventDefault()
        give(event.dataTransfer, onFiles)
      },
    },
  }
}

function give(items: DataTransfer | null, onFiles: OnFiles): boolean {
  const files = [...(items?.files ?? [])]
  if (files.length > 0) onFiles(files)
  return files.length > 0
}
