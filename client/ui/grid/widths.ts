/** About how wide a figure is drawn in a cell, and what stands around it, px. */
const FIGURE = 7.7
const AROUND = 24

/** How wide (px) a column is that shows texts of so many figures, and no narrower than `least`. */
export function widthFor(figures: number, least: number): number {
  return Math.max(least, Math.ceil(figures * FIGURE) + AROUND)
}
