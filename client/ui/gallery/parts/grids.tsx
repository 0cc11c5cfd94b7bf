import { createSignal } from 'solid-js'
import { Grid } from '../../grid/grid.tsx'
import type { Write } from '../../grid/selection/fill.ts'
import { createSheet } from '../../grid/sheet.ts'
import { Checkbox } from '../../inputs/toggles/checkbox.tsx'
import { useWords } from '../../words/words.tsx'
import { Line, Specimen } from './specimen.tsx'

const ROWS = 2000
const MONTHS = 36
const NAMES = ['Кухни', 'Бытовая техника', 'Модули', 'Столешницы и стеновые панели', 'Сборка'] as const
const IDS = Array.from({ length: ROWS }, (_, row) => `r${row}`)
const OTHERS = [{ row: 3, column: 2, name: 'Ведеркин Игорь', words: 'Ведеркин Игорь' }]

/** Every third cell is empty. */
function sampleAt(row: number, column: number): number | null {
  if ((row + column) % 3 === 0) return null
  return column % 2 === 0 ? ((row * 7919 + column * 104_729) % 9_000_000) + 100 : ((row + column) % 40) * 1000
}

/** A plan of 2,000 rows and three years by months, with sums and quantities. */
export function GridSpecimen() {
  const { format } = useWords()
  const [isReadOnly, setReadOnly] = createSignal(false)
  const sheet = createSheet()
  sheet.take({ rows: ROWS, columns: MONTHS * 2, measures: 2, measureOf: (column) => column % 2 }, sampleAt)
  const month = (at: number) => `${2015 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`
  const columns = () =>
    Array.from({ length: MONTHS * 2 }, (_, column) => ({
      id: String(column),
      group: format.month(month(Math.floor(column / 2))),
      title: column % 2 === 0 ? 'Сумма' : 'Количество',
      measure: column % 2,
    }))
  return (
    <Specimen name="Grid" wide>
      <Line>
        <Checkbox label="isReadOnly" checked={isReadOnly()} onCommit={setReadOnly} />
      </Line>
      <div class="specimen-list">
        <Grid
          label="Grid"
          sheet={sheet}
          measures={[
            { title: 'Сумма', scale: 2, fixed: true },
            { title: 'Количество', scale: 3 },
          ]}
          columns={columns()}
          heads={[
            { title: 'Категория', width: 190 },
            { title: 'Менеджер', width: 120 },
          ]}
          headOf={(row, head) => (head === 0 ? `${NAMES[row % NAMES.length]} ${row + 1}` : 'Николаев')}
          rowIds={IDS}
          columnWidth={112}
          totalWidth={124}
          most={1e11}
          isReadOnly={isReadOnly()}
          others={OTHERS}
          onWrite={(writes: readonly Write[]) => sheet.write(writes)}
        />
      </div>
    </Specimen>
  )
}
