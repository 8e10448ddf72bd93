import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { translate } from '../localization/translate.ts';
import type { TablesView } from './pane-services.ts';

/** Says that the results in the workbook are not whole, or no longer follow from its inputs and which of those changed. */
export function OutOfDate({ tables }: { readonly tables: TablesView }): ReactElement | null {
  const { isIncomplete, changedSinceRun: changed } = tables;
  if (!isIncomplete && changed.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{translate(isIncomplete ? 'pane-incomplete' : 'pane-out-of-date')}</MessageBarTitle>
        {isIncomplete ? translate('pane-incomplete-text') : translate('pane-changed-since-run', { tables: changed.join(', ') })}
      </MessageBarBody>
    </MessageBar>
  );
}
