import { type Accessor, createSignal, onCleanup } from 'solid-js'
import { todayIn } from '../ui/words/parse-date.ts'
import { useWords } from '../ui/words/words.tsx'

const MINUTE = 60_000

/** The plain date of now in the company's zone; it moves on at midnight. */
export function createToday(): Accessor<string> {
  const { zone } = useWords()
  const [turn, setTurn] = createSignal(0)
  const timer = setInterval(() => setTurn((before) => before + 1), MINUTE)
  onCleanup(() => clearInterval(timer))
  return () => {
    turn()
    return todayIn(zone())
  }
}
