import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The files that hold custom functions: each source of the folder with a `@customfunction` tag, in order of name. */
export function functionSourceFiles(folder) {
  return readdirSync(folder)
    .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map(name => path.join(folder, name))
    .filter(file => /^\s*\*\s*@customfunction\b/m.test(readFileSync(file, 'utf8')))
    .sort();
}

/** The same with the sentences of another language, by the English ones. Throws for one that has none. */
export function translatedFunctionsJson(json, sentences) {
  const translated = (key, value) => {
    if (key !== 'description') return value;
    if (!(value in sentences)) throw new Error(`no translation of: ${value}`);
    return sentences[value];
  };
  return `${JSON.stringify(JSON.parse(json, translated), null, 2)}\n`;
}

/**
 * What Excel shows of each function, read from types and comments of the sources. Throws when a signature or comment
 * does not fit, so that a wrong functions.json is never written.
 */
export async function generateFunctionsJson(folder) {
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(functionSourceFiles(folder));
  if (errors.length > 0) throw new Error(`functions.json: ${errors.join('; ')}`);
  // A comment is wrapped to the width of the source, which is no business of Excel's.
  const unwrapped = (key, value) => (key === 'description' ? value.replace(/\s+/g, ' ').trim() : value);
  return `${JSON.stringify(JSON.parse(metadataJson, unwrapped), null, 2)}\n`;
}
