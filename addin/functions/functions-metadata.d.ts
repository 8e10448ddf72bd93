export function functionSourceFiles(folder: string): string[];
export function generateFunctionsJson(folder: string): Promise<string>;

/** The same with the sentences of another language, by the English ones. Throws for one that has none. */
export declare function translatedFunctionsJson(json: string, sentences: Readonly<Record<string, string>>): string;
