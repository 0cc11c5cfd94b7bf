import { onCleanup } from 'solid-js'

/** How long a first digit waits for a second where it could begin a larger number. */
const SECOND_DIGIT = 600

/**
 * Choosing by typed number: «3» chooses the third at once; where there are twelve, «1» waits whether «12» is meant.
 * The function that it gives takes a key and says whether it was a digit.
 */
export function createDigits(
  count: () => number,
  onTyped: (index: number) => void,
  onChosen: (index: number) => void,
): (key: string) => boolean {
  let typed = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  const choose = () => {
    clearTimeout(timer)
    const number = Number(typed)
    typed = ''
    if (number >= 1 && number <= count()) onChosen(number - 1)
  }
  onCleanup(() => clearTimeout(timer))
  return (key) => {
    if (!/^\d$/.test(key)) return false
    clearTimeout(timer)
    typed += key
    const number = Number(typed)
    if (number >= 1 && number <= count()) onTyped(number - 1)
    if (number * 10 > count() || number === 0) choose()
    else timer = setTimeout(choose, SECOND_DIGIT)
    return true
  }
}
