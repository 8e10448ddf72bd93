/** Microsoft's CDN: what the shipped page loads, and what Excel wants it to load. */
const officeScript = /<script\b[^>]*\bsrc="https:\/\/appsforoffice\.microsoft\.com\/[^"]*\/office\.js"[^>]*>\s*<\/script>/i;

/** Runs before office.js and hands the pane's window to the page around it. */
export const attachScript = 'parent.attachHost(window);\n';

/**
 * The shipped task pane page for a host without Excel: office.js comes from the installed package, after a script that
 * lets the surrounding page answer it. A file, not inline, so that the page's content security policy stands. This must
 * never be in the shipped page: Excel on the web shows the pane in a frame, too.
 * @throws when the page does not load office.js, for then nothing would work.
 */
export function paneForHost(html: string): string {
  if (!officeScript.test(html)) throw new Error('The task pane page has no script tag for office.js.');
  return html.replace(officeScript, '<script src="/attach.js"></script>\n    <script src="/office-js/office.js"></script>');
}
