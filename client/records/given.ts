import { createSignal, onCleanup } from 'solid-js'

type OnFiles = (files: readonly File[]) => void

/** Hears of files that are dropped on an element, or pasted anywhere on the page but into a field that takes text. */
export function createGiven(onFiles: OnFiles) {
  const paste = (event: ClipboardEvent) => give(event.clipboardData, onFiles) && event.preventDefault()
  document.addEventListener('paste', paste)
  onCleanup(() => document.removeEventListener('paste', paste))
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
