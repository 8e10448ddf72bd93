import { fetchOk } from './addin-parts.ts';
import type { WorkbookFile } from './open-workbook.ts';

const blankWorkbook: WorkbookFile = { name: 'Workbook.xlsx', bytes: null };
const preferred = 'render-farm.xlsx';

/** The select of sample workbooks; the empty value means that the open workbook is none of them. */
export interface SampleChooser {
  /** The sample to begin with: the one in the address (`?sample=`), the preferred one, or a blank workbook. */
  first(): Promise<WorkbookFile>;
  showChosen(file: WorkbookFile): void;
}

export async function createSampleChooser(
  select: HTMLSelectElement,
  onChosen: (file: WorkbookFile) => void,
): Promise<SampleChooser> {
  const names = (await (await fetchOk('/samples.json')).json()) as readonly string[];
  const option = (value: string, label: string): HTMLOptionElement => new Option(label, value);
  select.append(
    option('', 'Choose…'),
    ...names.map((name) => option(name, name.replace(/\.xlsx$/, ''))),
    option(blankWorkbook.name, 'Blank workbook'),
  );
  const load = async (name: string): Promise<WorkbookFile> => {
    if (name === blankWorkbook.name) return blankWorkbook;
    const response = await fetchOk(`/samples/${encodeURIComponent(name)}`);
    return { name, bytes: new Uint8Array(await response.arrayBuffer()) };
  };
  select.addEventListener('change', () => {
    if (select.value) void load(select.value).then(onChosen);
  });
  return {
    first() {
      const asked = new URLSearchParams(location.search).get('sample') ?? preferred;
      const found = names.find((name) => name === asked || name === `${asked}.xlsx`);
      return load(found ?? names[0] ?? blankWorkbook.name);
    },
    showChosen({ name, bytes }) {
      const isListed = bytes === null || names.includes(name);
      select.value = isListed ? name : '';
    },
  };
}
