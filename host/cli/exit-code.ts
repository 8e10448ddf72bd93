/** What the command tells the shell. */
export const exitCode = {
  done: 0,
  /** Wrong words on the command line, or a file that cannot be read or written. */
  trouble: 1,
  /** The workbook or the formula says no: bad inputs, an Excel error. */
  refused: 2,
  /** Stopped by Ctrl-C, as shells report it. */
  interrupted: 130,
} as const;
