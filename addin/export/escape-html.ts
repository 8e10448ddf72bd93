const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text of a workbook as text of a page: nothing in it is ever read as a tag. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, mark => marks[mark] ?? mark);
