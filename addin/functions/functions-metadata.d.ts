export function functionSourceFiles(folder: string): string[];
export function generateFunctionsJson(folder: string): Promise<string>;
