let open = 0

/** Takes the page behind out of reach while any dialog is open. Returns its undo. */
export function stillPage(): () => void {
  const page = document.getElementById('root')
  const follow = (step: number) => {
    open += step
    if (page) page.inert = open > 0
  }
  follow(1)
  return () => follow(-1)
}
