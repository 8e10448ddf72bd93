const REFERENCE = /([A-Za-z]{1,3})(\d+)|([A-Za-z]{1,3})|(\d+)/g;

/** `A1:C9` or `1:2` as print names hold them: `'My sheet'!$A$1:$C$9`. Several areas are separated by commas. */
export function absolutePrintReference(quotedSheet: string, reference: string): string {
  const areas = reference.replaceAll('$', '').split(',');
  return areas
    .map(area => area.slice(area.lastIndexOf('!') + 1))
    .map(area =>
      area.replace(REFERENCE, (_, column?: string, row?: string, lone?: string, number?: string) =>
        column === undefined ? `$${lone ?? number}` : `$${column}$${row}`,
      ),
    )
    .map(area => `${quotedSheet}!${area}`)
    .join(',');
}
