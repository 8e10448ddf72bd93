import { registerFunctions } from './functions/register.ts';

/** Where everything is put together: the one page behind the pane, the worksheet functions and the ribbon. */
async function start(): Promise<void> {
  await Office.onReady();
  registerFunctions();
}

void start();
