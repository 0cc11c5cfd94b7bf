import { For } from 'solid-js'
import { createStore } from 'solid-js/store'
import { useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { createCurrency } from '../../../records/company.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Link } from '../../../ui/actions/link.tsx'
import { MoneyField } from '../../../ui/inputs/typed/money-field.tsx'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { useWords } from '../../../ui/words/words.tsx'

interface TypedLine {
  readonly name: string | null
  /** Minor units of the company's currency. */
  readonly price: number | null
}

const EMPTY: readonly TypedLine[] = Array.from({ length: 3 }, () => ({ name: null, price: null }))

/** The first three goods by hand, or all of them from a file. */
export function GoodsStep() {
  const { t } = useWords()
  const currency = createCurrency()
  const { lines, setLines, save } = createTyping()
  return (
    <>
      <form
        class="first-step-goods"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <For each={lines}>
          {(line, at) => (
            <div class="first-step-line">
              <TextField
                label={t('firstSteps.steps.goods.name', { n: String(at() + 1) })}
                value={line.name}
                maxLength={200}
                onCommit={(name) => setLines(at(), { name })}
              />
              <MoneyField
                label={t('firstSteps.steps.goods.price', { n: String(at() + 1) })}
                currency={currency()}
                min={0}
                value={line.price}
                onCommit={(price) => setLines(at(), { price })}
              />
            </div>
          )}
        </For>
        <div class="first-step-acts">
          <Button type="submit">{t('firstSteps.steps.goods.save')}</Button>
        </div>
      </form>
      <span class="first-step-links">
        <Link href="/exchange">{t('firstSteps.steps.goods.more')}</Link>
        <Link href="/goods">{t('firstSteps.steps.goods.list')}</Link>
      </span>
    </>
  )
}

/** What is typed, and recording it. */
function createTyping() {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const [lines, setLines] = createStore(EMPTY.map((line) => ({ ...line })))
  const save = () =>
    acts.attempt(async () => {
      const typed = lines.flatMap(({ name, price }) => (name === null ? [] : [{ name, price }]))
      let last = 0
      for (const values of typed) {
        const id = await data.newId('products')
        last = (await data.run('createRecord', { collection: 'products', id, values: { type: 'goods', ...values } }))
          .act
      }
      if (typed.length === 0) return
      setLines(EMPTY.map((line) => ({ ...line })))
      acts.said(t('firstSteps.steps.goods.saved', { n: typed.length }), last)
    })
  return { lines, setLines, save }
}
