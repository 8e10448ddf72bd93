import { ObjectKind } from '../../interpreter/host-object.ts';
import { columnName, formatAddress } from '../address.ts';
import type { LiveWorkbook } from '../live-workbook.ts';
import { rangeArgument } from '../range/range-argument.ts';
import type { PageLayoutSnapshot } from '../snapshot.ts';

interface SheetLayout {
  readonly live: LiveWorkbook;
  readonly sheetId: string;
}

const layout = ({ live, sheetId }: SheetLayout): PageLayoutSnapshot => live.held.pageLayouts.get(sheetId) ?? {};
const change = (sheet: SheetLayout, changed: PageLayoutSnapshot): void =>
  void sheet.live.held.pageLayouts.set(sheet.sheetId, { ...layout(sheet), ...changed });

/** What a person sees only on paper: held here, written on save. */
export const pageLayoutKind = new ObjectKind<SheetLayout>('PageLayout', {
  scalars: {
    Orientation: sheet => (layout(sheet).orientation === 'landscape' ? 'Landscape' : 'Portrait'),
    Zoom: sheet => ({ horizontalFitToPages: layout(sheet).fitToWidth ?? null }),
  },
  setters: {
    Orientation: (sheet, args) =>
      change(sheet, { orientation: args.choice(0, ['Portrait', 'Landscape']) === 'Landscape' ? 'landscape' : 'portrait' }),
    Zoom: (sheet, args) => {
      const { horizontalFitToPages: fitToWidth } = args.record(0);
      if (typeof fitToWidth !== 'number') throw args.wrong(0, 'a zoom with horizontalFitToPages');
      change(sheet, { fitToWidth });
    },
  },
  methods: {
    SetPrintArea: (sheet, args) =>
      change(sheet, { printArea: formatAddress(rangeArgument(sheet.live, args, 0, sheet.sheetId).box) }),
    SetPrintTitleColumns: (sheet, args) => {
      const { column, columnCount } = rangeArgument(sheet.live, args, 0, sheet.sheetId).box;
      change(sheet, { printTitleColumns: `${columnName(column)}:${columnName(column + columnCount - 1)}` });
    },
    SetPrintTitleRows: (sheet, args) => {
      const { row, rowCount } = rangeArgument(sheet.live, args, 0, sheet.sheetId).box;
      change(sheet, { printTitleRows: `${row + 1}:${row + rowCount}` });
    },
  },
});
