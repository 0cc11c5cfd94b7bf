import { createSignal, onCleanup } from 'solid-js'

/** Hears of a picture's file that is dropped on an element, or pasted anywhere on the page but into a field that takes text. */
export function createGiven(onFile: (file: File) => void) {
  const [isOver, setOver] = createSignal(false)
  const give = (items: DataTransfer | null) => {
    const file = [...(items?.files ?? [])].find(({ type }) => type.startsWith('image/')) ?? items?.files[0]
    if (file) onFile(file)
    return file !== undefined
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
