import { useFunnel } from '../context.tsx'

/** Which groups are expanded; the address keeps it. */
export function useExpanded() {
  const funnel = useFunnel()
  const isOpen = (key: string) => funnel.view().open.includes(key)
  const toggle = (key: string) => {
    const { open } = funnel.view()
    funnel.change({ open: isOpen(key) ? open.filter((one) => one !== key) : [...open, key] })
  }
  return { isOpen, toggle }
}
