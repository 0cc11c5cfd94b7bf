import { For } from 'solid-js'
import { Line, Specimen } from './specimen.tsx'

const SURFACES = ['paper', 'ground', 'ground-2', 'raised', 'float', 'accent-soft', 'warn-soft', 'loss-soft'] as const
const INKS = ['ink', 'ink-2', 'ink-3', 'accent', 'loss', 'warn', 'good'] as const
const SIZES = ['xl', 'l', '', 'm', 's'] as const
const MEASURES = ['control', 'control-s', 'row', 'item', 'target'] as const
const SAMPLE = 'Заказ-наряд ЗН-0062 от 26.11.2026: 408 575,00 ₽'

/** The tokens themselves: surfaces, inks on each of them, sizes of type, measures. */
export function LookSpecimens() {
  return (
    <Specimen name="tokens.css" wide>
      <div class="specimen-surfaces">
        <For each={SURFACES}>
          {(surface) => (
            <div style={{ background: `var(--${surface})` }}>
              <For each={INKS}>{(ink) => <p style={{ color: `var(--${ink})` }}>{ink}</p>}</For>
              <p>{surface}</p>
            </div>
          )}
        </For>
      </div>
      <For each={SIZES}>
        {(size) => (
          <p style={{ 'font-size': `var(--text${size && `-${size}`})` }}>
            {SAMPLE} <span class="dim">{`--text${size && `-${size}`}`}</span>
          </p>
        )}
      </For>
      <Line>
        <For each={MEASURES}>
          {(measure) => (
            <span class="specimen-measure" style={{ height: `var(--${measure})` }}>
              {measure}
            </span>
          )}
        </For>
      </Line>
    </Specimen>
  )
}
