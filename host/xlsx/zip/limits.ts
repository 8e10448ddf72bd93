const MIB = 1024 * 1024;

/**
 * What an opened file may unpack to. A sheet of 100,000 x 10 cells is about 45 MiB of XML and packs 5 to 50 times;
 * a zip bomb packs about 1,000 times. One part must also fit in a JavaScript string (512 Mi characters).
 */
export const ZIP_LIMITS = {
  fileBytes: 256 * MIB,
  entryCount: 10_000,
  entryBytes: 384 * MIB,
  totalBytes: 768 * MIB,
  /** Packing ratio not believed of a workbook, once an entry is large enough to hurt. */
  ratio: 400,
  ratioMattersFromBytes: 16 * MIB,
} as const;
