/** Where the focus is: row -1 is the header. */
export interface Cell { readonly row: number; readonly column: number }

export interface GridSize { readonly rows: number; readonly columns: number; readonly page: number }

interface Pressed { readonly code: string; readonly ctrlKey: boolean; readonly shiftKey: boolean; readonly altKey: boolean }

/** The cell to which a key moves the focus (WAI-ARIA grid pattern), or undefined for a key that moves nothing. */
export function moved(from: Cell, key: Pressed, size: GridSize): Cell | undefined {
  if (key.altKey) return undefined;
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const to = (row: number, column: number): Cell => ({ row: Math.max(-1, Math.min(lastRow, row)), column: Math.max(0, Math.min(lastColumn, column)) });
  switch (key.code) {
    case 'ArrowDown': return to(key.ctrlKey ? lastRow : from.row + 1, from.column);
    case 'ArrowUp': return to(key.ctrlKey ? 0 : from.row - 1, from.column);
    case 'ArrowLeft': return to(from.row, from.column - 1);
    case 'ArrowRight': return to(from.row, from.column + 1);
    case 'Home': return key.ctrlKey ? to(Math.min(0, lastRow), 0) : to(from.row, 0);
    case 'End': return key.ctrlKey ? to(lastRow, lastColumn) : to(from.row, lastColumn);
    case 'PageDown': return to(Math.max(0, from.row) + size.page, from.column);
    case 'PageUp': return from.row <= 0 ? to(from.row, from.column) : to(Math.max(0, from.row - size.page), from.column);
    default: return undefined;
  }
}
