import type { TableCell } from '../../archive/pure/model.js'

/**
 * A table's cells as texts in straight columns: a wide cell is followed by empty ones, and a tall one stands above them.
 */
export function gridOf(rows: readonly { cells: TableCell[] }[], textOf: (cell: TableCell) => string): string[][] {
  /** By column, how many of the following rows a tall cell still reaches into. */
  const covered: number[] = []
  return rows.map(({ cells }) => {
    const row: string[] = []
    const passCovered = (): void => {
      for (let rest = covered[row.length] ?? 0; rest > 0; rest = covered[row.length] ?? 0) {
        covered[row.length] = rest - 1
        row.push('')
      }
    }
    for (const cell of cells) {
      passCovered()
      const texts = [textOf(cell), ...Array.from({ length: (cell.colSpan ?? 1) - 1 }, () => '')]
      covered.splice(row.length, texts.length, ...texts.map(() => (cell.rowSpan ?? 1) - 1))
      row.push(...texts)
    }
    passCovered()
    return row
  })
}
