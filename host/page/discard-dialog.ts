/** Asks before unsaved changes are lost. */
export async function mayDiscard(fileName: string): Promise<boolean> {
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog';
  const question = document.createElement('p');
  question.id = 'discard-question';
  question.textContent = `${fileName} has unsaved changes. Open another workbook without saving them?`;
  dialog.setAttribute('aria-labelledby', question.id);
  const form = document.createElement('form');
  form.method = 'dialog';
  for (const [value, label] of [['keep', 'Keep this workbook'], ['discard', 'Open without saving']] as const) {
    const button = document.createElement('button');
    button.value = value;
    button.textContent = label;
    form.append(button);
  }
  dialog.append(question, form);
  document.body.append(dialog);
  dialog.showModal();
  await new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
  dialog.remove();
  return dialog.returnValue === 'discard';
}
