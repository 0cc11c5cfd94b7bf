import { DatePicker as Ark, parseDate } from '@ark-ui/solid/date-picker'
import ChevronLeft from 'lucide-solid/icons/chevron-left'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { createMemo, For, Index, type JSX } from 'solid-js'
import { Button, IconButton } from '../actions/button.tsx'
import { todayIn } from '../words/parse-date.ts'
import { useWords } from '../words/words.tsx'

export interface CalendarProps {
  /** A plain date. */
  readonly value: string | null
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly onPick: (day: string) => void
}

/** A month to take a day from; its head leads to months and years. Loaded when first opened. */
export default function Calendar(props: CalendarProps) {
  const { t, language, zone } = useWords()
  return (
    <Ark.Root
      inline
      class="calendar"
      locale={language() === 'ru' ? 'ru-RU' : 'en-GB'}
      startOfWeek={1}
      fixedWeeks
      timeZone={zone()}
      value={props.value === null ? [] : [parseDate(props.value)]}
      min={props.min === undefined ? undefined : parseDate(props.min)}
      max={props.max === undefined ? undefined : parseDate(props.max)}
      onValueChange={({ value }) => value[0] && props.onPick(value[0].toString())}
    >
      <Days />
      <Cells view="month" />
      <Cells view="year" />
      <Button look="ghost" size="small" onClick={() => props.onPick(todayIn(zone()))}>
        {t('common.today')}
      </Button>
    </Ark.Root>
  )
}

function Head(props: { readonly step: 'month' | 'year' }) {
  const { t } = useWords()
  const labels = () =>
    props.step === 'month'
      ? ([t('common.previousMonth'), t('common.nextMonth')] as const)
      : ([t('common.previousYear'), t('common.nextYear')] as const)
  return (
    <Ark.ViewControl class="calendar-head">
      <Ark.PrevTrigger
        asChild={(own) => <IconButton {...own({ 'aria-label': labels()[0] })} icon={ChevronLeft} label={labels()[0]} />}
      />
      <Ark.ViewTrigger class="button ghost small">
        <Ark.RangeText />
      </Ark.ViewTrigger>
      <Ark.NextTrigger asChild={(own) => <IconButton {...own()} icon={ChevronRight} label={labels()[1]} />} />
    </Ark.ViewControl>
  )
}

function Days() {
  return (
    <Ark.View view="day">
      <Ark.Context>
        {(api) => (
          <>
            <Head step="month" />
            <Ark.Table>
              <Ark.TableHead>
                <Ark.TableRow>
                  <Index each={api().weekDays}>
                    {(day) => <Ark.TableHeader aria-label={day().long}>{day().short}</Ark.TableHeader>}
                  </Index>
                </Ark.TableRow>
              </Ark.TableHead>
              <Ark.TableBody>
                <For each={api().weeks}>
                  {(week) => (
                    <Ark.TableRow>
                      <For each={week}>
                        {(day) => (
                          <Ark.TableCell value={day}>
                            <Ark.TableCellTrigger class="calendar-cell">{day.day}</Ark.TableCellTrigger>
                          </Ark.TableCell>
                        )}
                      </For>
                    </Ark.TableRow>
                  )}
                </For>
              </Ark.TableBody>
            </Ark.Table>
          </>
        )}
      </Ark.Context>
    </Ark.View>
  )
}

function Cells(props: { readonly view: 'month' | 'year' }) {
  return (
    <Ark.View view={props.view}>
      <Ark.Context>
        {(api) => {
          const rows = createMemo(() =>
            props.view === 'month'
              ? api().getMonthsGrid({ columns: 3, format: 'short' })
              : api().getYearsGrid({ columns: 3 }),
          )
          return (
            <>
              <Head step="year" />
              <Ark.Table>
                <Ark.TableBody>
                  <For each={rows()}>{(row) => <Ark.TableRow>{cellsOf(row)}</Ark.TableRow>}</For>
                </Ark.TableBody>
              </Ark.Table>
            </>
          )
        }}
      </Ark.Context>
    </Ark.View>
  )
}

function cellsOf(row: readonly { readonly label: string; readonly value: number }[]): JSX.Element {
  return (
    <For each={row}>
      {(cell) => (
        <Ark.TableCell value={cell.value}>
          <Ark.TableCellTrigger class="calendar-cell wide">{cell.label}</Ark.TableCellTrigger>
        </Ark.TableCell>
      )}
    </For>
  )
}
