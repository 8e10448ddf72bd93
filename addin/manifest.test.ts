import { describe, expect, it } from '@jest/globals';
import { JSDOM } from 'jsdom';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ribbonCommands } from './commands/ribbon-commands.ts';
import { functionNamespace } from './functions/function-views.ts';

/** What Microsoft's service checks and the schema alone does not, and what our own code must agree with. Offline. */
const root = fileURLToPath(new URL('..', import.meta.url));
const xml = readFileSync(path.join(root, 'manifest.xml'), 'utf8');
const { document } = new JSDOM(xml, { contentType: 'text/xml' }).window;
const all = (name: string): Element[] => [...document.getElementsByTagNameNS('*', name)];
const one = (name: string): Element => {
  const found = all(name)[0];
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const attribute = (element: Element | undefined, name: string): string => element?.getAttribute(name) ?? '';
const inside = (element: Element | undefined, name: string): Element | undefined => [...(element?.getElementsByTagNameNS('*', name) ?? [])][0];

const resources = [...all('Image'), ...all('Url'), ...all('String')].filter(element => element.hasAttribute('id'));
const valueById = new Map(resources.map(element => [attribute(element, 'id'), attribute(element, 'DefaultValue')]));
const references = [...document.querySelectorAll('[resid]')].map(element => attribute(element, 'resid'));

/** Width and height as the PNG file's own header states them. */
function pngSize(file: string): [number, number] {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

const iconFile = (url: string): string => path.join(root, 'addin', new URL(url).pathname);

describe('manifest.xml', () => {
  it('has an id of its own, a version of four numbers, and texts of allowed length', () => {
    expect(one('Id').textContent).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(one('Version').textContent).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
    expect(attribute(one('DisplayName'), 'DefaultValue').length).toBeLessThanOrEqual(125);
    const description = [...document.documentElement.children].find(element => element.localName === 'Description');
    expect(attribute(description, 'DefaultValue').length).toBeLessThanOrEqual(250);
  });

  it('names every resource it refers to, once, and none in vain', () => {
    const ids = resources.map(element => attribute(element, 'id'));
    expect(new Set(ids).size).toBe(ids.length);
    expect([...new Set(references)].sort()).toEqual([...ids].sort());
    expect(ids.filter(id => id.length > 32)).toEqual([]);
  });

  it('keeps short strings to 125 and long ones to 250 characters', () => {
    const lengths = (list: string): number[] =>
      [...one(list).children].map(element => attribute(element, 'DefaultValue').length);
    expect(Math.max(...lengths('ShortStrings'))).toBeLessThanOrEqual(125);
    expect(Math.max(...lengths('LongStrings'))).toBeLessThanOrEqual(250);
  });

  it('is in Korean as well, but for names', () => {
    const names = ['Functions.Namespace', 'Tab.Label', 'Group.Label'];
    const korean = (element: Element | undefined): string => {
      const found = [...(element?.children ?? [])].find(each => each.localName === 'Override' && attribute(each, 'Locale') === 'ko-KR');
      return attribute(found, 'Value');
    };
    const strings = all('String').filter(element => !names.includes(attribute(element, 'id')));
    const description = [...document.documentElement.children].find(element => element.localName === 'Description');
    for (const text of [...strings.map(korean), korean(description)]) expect(text).toMatch(/[가-힣]/);
    for (const text of [...one('ShortStrings').children].map(korean)) expect(text.length).toBeLessThanOrEqual(125);
    for (const text of [...one('LongStrings').children].map(korean)) expect(text.length).toBeLessThanOrEqual(250);
  });

  it('loads everything over https', () => {
    const urls = [...xml.matchAll(/DefaultValue="(\w+:\/\/[^"]+)"/g)].map(match => match[1] ?? '');
    expect(urls.length).toBeGreaterThan(20);
    expect(urls.filter(url => !url.startsWith('https://'))).toEqual([]);
  });

  it('has one page behind pane, functions and commands', () => {
    const page = attribute(one('Runtime'), 'resid');
    expect(attribute(inside(one('Page'), 'SourceLocation'), 'resid')).toBe(page);
    expect(attribute(one('FunctionFile'), 'resid')).toBe(page);
    expect(valueById.get(page)).toBe(attribute(inside(one('DefaultSettings'), 'SourceLocation'), 'DefaultValue'));
    expect(attribute(one('Runtime'), 'lifetime')).toBe('long');
    expect(attribute(all('Set').find(set => attribute(set, 'Name') === 'SharedRuntime'), 'MinVersion')).toBe('1.1');
  });

  it('puts runtimes before form factors, as Excel demands', () => {
    const host = all('Host').find(element => element.hasAttribute('xsi:type'));
    expect([...(host?.children ?? [])].map(element => element.localName)).toEqual(['Runtimes', 'AllFormFactors', 'DesktopFormFactor']);
  });

  it('finds page, script and function descriptions where the build puts them', () => {
    expect([...one('Urls').children].map(element => new URL(attribute(element, 'DefaultValue')).pathname).sort()).toEqual([
      '/functions.json',
      '/main.js',
      '/taskpane.html',
    ]);
  });

  it('shows icons that are as large as it says', () => {
    const images = all('Image').filter(element => element.hasAttribute('size'));
    expect(images.length).toBe(20);
    for (const image of images) {
      const size = Number(attribute(image, 'size'));
      expect(pngSize(iconFile(valueById.get(attribute(image, 'resid')) ?? ''))).toEqual([size, size]);
    }
    expect(pngSize(iconFile(attribute(one('IconUrl'), 'DefaultValue')))).toEqual([32, 32]);
    expect(pngSize(iconFile(attribute(one('HighResolutionIconUrl'), 'DefaultValue')))).toEqual([64, 64]);
  });

  it('gives every button and the group the sizes 16, 32 and 80', () => {
    for (const icon of all('Icon')) {
      const sizes = [...icon.children].map(element => attribute(element, 'size'));
      expect(sizes).toEqual(expect.arrayContaining(['16', '32', '80']));
    }
  });

  it('has a button Model, Run, Prices and Help for each command there is', () => {
    const labels = all('Control').map(control => valueById.get(attribute(inside(control, 'Label'), 'resid')));
    expect(labels).toEqual(['Model', 'Run', 'Prices', 'Help']);
    const commands = Object.keys(ribbonCommands(() => Promise.reject(new Error('not opened here'))));
    expect(all('FunctionName').map(element => element.textContent)).toEqual(commands);
  });

  it('has the namespace that the pane and the workbook name speak of', () => {
    expect(valueById.get(attribute(one('Namespace'), 'resid'))).toBe(functionNamespace);
  });

  it('refers to no icon that is not there', () => {
    const icons = [...one('Images').children].map(element => attribute(element, 'DefaultValue'));
    expect(icons.filter(url => !existsSync(iconFile(url)))).toEqual([]);
  });
});
