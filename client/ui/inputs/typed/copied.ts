/**
 * Puts a text on the clipboard; false where the browser does not let us. Pages that came over plain HTTP have no
 * clipboard of their own: there the text is selected and copied as by the keys.
 */
export async function copied(text: string): Promise<boolean> {
  if ('clipboard' in navigator) {
    await navigator.clipboard.writeText(text)
    return true
  }
  const aside = document.createElement('textarea')
  aside.value = text
  document.body.append(aside)
  aside.select()
  const isDone = document.execCommand('copy')
  aside.remove()
  return isDone
}
