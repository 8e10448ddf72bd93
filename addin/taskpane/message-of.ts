/** What a failure says to the reader. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
