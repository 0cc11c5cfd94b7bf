let open = 0

/**
 * Takes the page behind out of reach while any dialog is open. Returns its undo. It is done behind the dialog's own beginning: all of
 * the page has another style by it, and would be styled twice where that looks at its measures.
 */
export function stillPage(): () => void {
  const page = document.getElementById('root')
  const follow = (step: number) => {
    open += step
    if (page) page.inert = open > 0
  }
  let isStill = false
  let isOver = false
  queueMicrotask(() => {
    if (isOver) return
    isStill = true
    follow(1)
  })
  return () => {
    isOver = true
    if (isStill) follow(-1)
  }
}
