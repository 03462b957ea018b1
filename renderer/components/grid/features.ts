import { columnPinningFeature, columnResizingFeature, columnSizingFeature, columnVisibilityFeature, tableFeatures, type ReactTable } from '@tanstack/react-table';

/** What of the table library a registry list uses; sorting and paging are main's. */
export const features = tableFeatures({ columnSizingFeature, columnResizingFeature, columnVisibilityFeature, columnPinningFeature });
export type GridTable<Row extends object> = ReactTable<typeof features, GridRow<Row>>;

/** A row in view: its place in the whole list, and what is shown there once it has been loaded. */
export interface GridRow<Row extends object> { readonly at: number; readonly row: Row | undefined }

export const choiceColumn = '·select';
export const narrowest = 48;
export const widest = 900;
