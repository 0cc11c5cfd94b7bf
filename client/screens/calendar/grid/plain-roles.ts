/** Roles of tables that the grid gives to what is no table: cells stand in no rows, slots beside both. */
const TABLE = ['table', 'row', 'rowgroup', 'cell', 'columnheader'].map((role) => `[role="${role}"]`).join()

/** Takes those roles away, now and from whatever the grid draws later: slots are buttons in a group. Gives its end. */
export function keepRolesPlain(host: HTMLElement): () => void {
  const clear = () => {
    // A landmark on the page is a card beside its list.
    for (const aside of host.querySelectorAll('aside:not([role])')) aside.setAttribute('role', 'presentation')
    for (const element of host.querySelectorAll(TABLE)) {
      for (const name of ['role', 'aria-colindex', 'aria-colspan']) element.removeAttribute(name)
    }
  }
  const observer = new MutationObserver(clear)
  observer.observe(host, { childList: true, subtree: true })
  clear()
  return () => observer.disconnect()
}
