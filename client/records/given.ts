import { createSignal, onCleanup } from 'solid-js'

/** Hears of files that are dropped on an element, or pasted anywhere on the page but into a field that takes text. */
export function createGiven(onFiles: (files: readonly File[]) => void) {
  const [isOver, setOver] = createSignal(false)
  const give = (items: DataTransfer | null) => {
    const files = [...(items?.files ?? [])]
    if (files.length > 0) onFiles(files)
    return files.length > 0
  }
  const paste = (event: ClipboardEvent) => give(event.clipboardData) && event.preventDefault()
  document.addEventListener('paste', paste)
  onCleanup(() => document.removeEventListener('paste', paste))
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
        give(event.dataTransfer)
      },
    },
  }
}
